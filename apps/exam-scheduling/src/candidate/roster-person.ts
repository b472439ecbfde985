import {
  ageOn,
  normaliseCode,
  normalisePersonName,
  parseResidentId,
  readDocumentType,
  readEthnicity,
  type DocumentType,
} from '@app/standards';
import type { Person } from './candidate.js';
import { dayOf, textOf } from './roster-cell.js';
import type { RosterColumn, RosterPlan, RowReader } from './roster.js';

/** Working age in law and the condition of 五级 (domain.md §1.2, §9.1). */
const AGE_MIN = 16;
const NAME_LENGTH_MAX = 50;
/** Private-use characters are somebody's home-made glyphs: other machines print something else. */
const NAME = /^[\p{Script=Han}\p{Script=Latin}·'. -]+$/u;
/** 军官证 numbers hold characters such as 字 and 第. */
const OTHER_DOCUMENT = /^[\p{L}\p{N}()（）/-]{4,30}$/u;
const MOBILE = /^1[3-9]\d{9}$/;
const SEXES: Readonly<Record<string, 'male' | 'female'>> = { 男: 'male', 女: 'female' };

/** Columns whose codes Excel destroys when it stores them as numbers. */
export function refuseNumberCell(reader: RowReader, column: RosterColumn): boolean {
  if (typeof reader.cell(column) !== 'number') return false;
  reader.refuse(
    column,
    'scientific-notation',
    `${column}被Excel存为数字（科学计数法），末位可能已丢失，请将单元格设为文本后重新填写`,
    'Excel stores it as a number (scientific notation) and may have lost digits; format the cell as text and enter it again',
  );
  return true;
}

interface Identity {
  type: DocumentType;
  number: string;
  birthDate?: string;
  sex?: 'male' | 'female';
}

function readIdentity(reader: RowReader, today: string): Identity | undefined {
  const typeText = reader.required('证件类型');
  const type = typeText === undefined ? undefined : readDocumentType(typeText);
  if (type?.ok === false) reader.refuse('证件类型', type.rule, type.zh, type.en);
  if (type?.ok) reader.keep('证件类型', type.value.name);
  if (refuseNumberCell(reader, '证件号码')) return undefined;
  const text = reader.required('证件号码');
  if (text === undefined || !type?.ok) return undefined;
  if (type.value.key !== 'resident-id') {
    const number = normaliseCode(text);
    if (!OTHER_DOCUMENT.test(number))
      return reader.refuse(
        '证件号码',
        'document-format',
        '证件号码应为4至30位字母、数字',
        '4 to 30 letters and digits',
      );
    return { type: type.value, number: reader.keepRepaired('证件号码', number) };
  }
  const id = parseResidentId(text, { today });
  if (!id.ok) return reader.refuse('证件号码', id.rule, id.zh, id.en);
  const { number, birthDate, sex } = id.value;
  return { type: type.value, number: reader.keepRepaired('证件号码', number), birthDate, sex };
}

function checkSex(reader: RowReader, identity: Identity | undefined): void {
  const text = reader.text('性别');
  const written = SEXES[text];
  if (text !== '' && written === undefined) {
    reader.refuse('性别', 'sex-value', '性别应填“男”或“女”', 'write 男 or 女');
  } else if (identity && !identity.sex && written === undefined) {
    reader.required('性别');
  } else if (identity?.sex && written && written !== identity.sex) {
    reader.refuse('性别', 'sex-mismatch', '性别与身份证号码不一致', 'disagrees with the identity number');
  }
  const sex = identity?.sex ?? written;
  if (sex) reader.keep('性别', sex === 'male' ? '男' : '女');
}

/** The day of birth: from the ID when there is one, or from its own column. */
function checkBirthDate(reader: RowReader, identity: Identity | undefined, plan: RosterPlan): string | undefined {
  const written = dayOf(reader.cell('出生日期'));
  if (!reader.isBlank('出生日期') && written === undefined)
    return reader.refuse(
      '出生日期',
      'date-format',
      '无法识别日期，请填写如1990-01-02',
      'write the date like 1990-01-02',
    );
  const birthDate = identity?.birthDate ?? written;
  if (birthDate === undefined) {
    if (identity) reader.required('出生日期');
    return undefined;
  }
  if (written !== undefined && written !== birthDate)
    reader.refuse(
      '出生日期',
      'birth-date-mismatch',
      '出生日期与身份证号码不一致',
      'disagrees with the identity number',
    );
  if (ageOn(birthDate, plan.examOn) < AGE_MIN)
    reader.refuse('出生日期', 'age', `考试当日未满${AGE_MIN}周岁`, `younger than ${AGE_MIN} on the exam day`);
  return reader.keep('出生日期', birthDate);
}

function checkName(reader: RowReader): string | undefined {
  if (reader.required('姓名') === undefined) return undefined;
  const name = normalisePersonName(textOf(reader.cell('姓名')));
  if (!NAME.test(name) || name.length > NAME_LENGTH_MAX)
    return reader.refuse(
      '姓名',
      'name-characters',
      '姓名只能含汉字、字母和“·”，请勿用自造字',
      'only Chinese characters, letters and ·; no home-made characters',
    );
  return reader.keepRepaired('姓名', name);
}

function checkPhone(reader: RowReader): string | undefined {
  const text = reader.required('手机号码');
  if (text === undefined) return undefined;
  const phone = normaliseCode(text);
  if (!MOBILE.test(phone))
    return reader.refuse('手机号码', 'phone-format', '手机号码应为11位', 'a mobile number has 11 digits');
  return reader.keepRepaired('手机号码', phone);
}

export interface CheckedPerson {
  person: Person | undefined;
  phone: string | undefined;
  birthDate: string | undefined;
}

/** 证件, 姓名, 性别, 出生日期, 手机, 民族. */
export function checkPerson(reader: RowReader, plan: RosterPlan): CheckedPerson {
  const identity = readIdentity(reader, plan.today);
  const name = checkName(reader);
  checkSex(reader, identity);
  const birthDate = checkBirthDate(reader, identity, plan);
  const phone = checkPhone(reader);
  const ethnicityText = reader.required('民族');
  if (ethnicityText !== undefined) {
    const ethnicity = readEthnicity(ethnicityText);
    if (ethnicity.ok) reader.keep('民族', ethnicity.value);
    else reader.refuse('民族', ethnicity.rule, ethnicity.zh, ethnicity.en);
  }
  const person =
    identity && name !== undefined
      ? { name, documentType: identity.type.key, documentNumber: identity.number }
      : undefined;
  return { person, phone, birthDate };
}
