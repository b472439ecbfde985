import { findOccupation, normaliseText, readLevel, levelByDigit } from '@app/standards';
import { checkChosenOption } from './roster-eligibility.js';
import { checkPerson, refuseNumberCell } from './roster-person.js';
import {
  RowReader,
  type CheckedRow,
  type RawRow,
  type RosterColumn,
  type RosterPlan,
  type RowVerdict,
} from './roster.js';

/** Columns without a dictionary of their own. */
const FREE_TEXT: readonly RosterColumn[] = [
  '所在单位',
  '专业',
  '电子邮箱',
  '户籍所在地',
  '政治面貌',
  '简要经历',
  '通讯地址',
  '证书领取方式',
  '邮政编码',
  '邮寄地址',
];
const REQUIRED_TEXT: readonly RosterColumn[] = ['所在省（市）区', '考生来源', '报名单位'];

/** `焊工（电焊工）`, `焊工-电焊工`, `焊工` or `电焊工`; `--` stands for no 工种 (domain.md §11.4). */
function checkOccupation(reader: RowReader, plan: RosterPlan): void {
  const text = reader.required('职业工种名称');
  if (text === undefined) return;
  const compact = text.replaceAll(' ', '');
  const whole = findOccupation({ name: compact });
  const [head = '', tail = ''] = whole.ok ? [compact] : compact.split(/[(（/—–-](.*)$/u);
  const found = whole.ok ? whole : findOccupation({ name: head });
  if (!found.ok) return reader.refuse('职业工种名称', found.rule, found.zh, found.en);
  if (found.value.occupation.code !== plan.occupationCode)
    return reader.refuse('职业工种名称', 'other-occupation', '不是本计划的职业', 'not the occupation of this plan');
  const specialty =
    found.value.specialty?.name ??
    normaliseText(tail)
      .replace(/[)）]$/, '')
      .replace(/^[-—–]+$/, '');
  if (specialty !== '' && specialty !== plan.specialty)
    return reader.refuse('职业工种名称', 'other-specialty', '不是本计划的工种', 'not the specialty of this plan');
  reader.keep('职业工种名称', plan.specialty ? `${plan.occupationName}（${plan.specialty}）` : plan.occupationName);
}

function checkLevel(reader: RowReader, plan: RosterPlan): void {
  const text = reader.required('认定等级');
  if (text === undefined) return;
  const level = readLevel(text);
  if (!level.ok) return reader.refuse('认定等级', level.rule, level.zh, level.en);
  if (level.value.digit !== plan.levelDigit) {
    const { display } = levelByDigit(plan.levelDigit);
    return reader.refuse('认定等级', 'other-level', `本计划的等级是${display}`, `this plan is for ${display}`);
  }
  reader.keepRepaired('认定等级', level.value.display);
}

function checkChoice(reader: RowReader, column: RosterColumn, choices: readonly string[]): void {
  const text = reader.required(column);
  if (text === undefined) return;
  if (choices.includes(text)) reader.keep(column, text);
  else
    reader.refuse(
      column,
      'choice',
      `应填${choices.map((one) => `“${one}”`).join('或')}`,
      `write ${choices.join(' or ')}`,
    );
}

/** A make-up is per subject (domain.md §12 item 55), and the 33 columns cannot say which. */
function checkExamKind(reader: RowReader): void {
  checkChoice(reader, '考试类型', ['正考', '补考']);
  if (reader.values['考试类型'] === '补考')
    reader.refuse(
      '考试类型',
      'make-up',
      '补考按科目登记，名册无科目列；重考全部科目请填“正考”',
      'a make-up is per subject, which this roster cannot say; write 正考 to sit all subjects',
    );
}

function checkOtherColumns(reader: RowReader): void {
  for (const column of REQUIRED_TEXT) if (reader.required(column) !== undefined) reader.keepText(column);
  for (const column of FREE_TEXT) reader.keepText(column);
  if (!refuseNumberCell(reader, '学历证书编号')) reader.keepText('学历证书编号');
  checkChoice(reader, '认定分类', ['初次认定', '晋级认定']);
}

/**
 * Checks one row by every rule, so that the clerk corrects it once.
 * @param seen documents that already went in from this file; the row adds its own when it goes in
 */
export function checkRow(raw: RawRow, plan: RosterPlan, seen: Set<string>): CheckedRow {
  const reader = new RowReader(raw.cells);
  checkOccupation(reader, plan);
  checkLevel(reader, plan);
  const { person, phone, birthDate } = checkPerson(reader, plan);
  checkChosenOption(reader, plan, birthDate);
  checkExamKind(reader);
  checkOtherColumns(reader);
  if (person && seen.has(person.documentNumber))
    reader.refuse('证件号码', 'duplicate', '与本文件中前面的行是同一人', 'the same person as in a row above');
  const { faults, repaired, values } = reader;
  if (faults.length > 0 || !person || phone === undefined)
    return { row: raw.row, verdict: 'refused', repaired, faults, registration: null };
  seen.add(person.documentNumber);
  const verdict: RowVerdict = repaired.length > 0 ? 'accepted-repaired' : 'accepted';
  return { row: raw.row, verdict, repaired, faults, registration: { person, phone, values } };
}
