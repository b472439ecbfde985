import {
  checkEligibility,
  countWorkMonths,
  parseCertificateNumber,
  readEducation,
  readLevel,
  type DiplomaKind,
  type EducationLevel,
  type EligibilityFacts,
  type LevelDigit,
} from '@app/standards';
import { dayOf } from './roster-cell.js';
import { refuseNumberCell } from './roster-person.js';
import type { RosterColumn, RosterPlan, RowReader } from './roster.js';

const YEARS_MAX = 60;
const OPTION = /^(?:第|选项|条件|\()?(\d{1,2})(?:项|条|\))?$/;

const DIPLOMAS: Readonly<Partial<Record<EducationLevel, DiplomaKind>>> = {
  博士: 'doctor',
  研究生: 'master',
  大学本科: 'bachelor',
  大学专科和专科学校: 'junior-college',
  中等专业学校: 'secondary-vocational',
  技校: 'technical-school',
  高级技校: 'senior-technical-class',
  技师学院: 'technician-class',
  职高: 'secondary-vocational',
};

interface HeldCertificate {
  levelDigit: LevelDigit;
  issuedOn: string;
}

/** 申报条件 as a number: `1`, `选项1`, `（1）`, `第1项`. */
function checkOption(reader: RowReader): number | undefined {
  const text = reader.required('申报条件');
  if (text === undefined) return undefined;
  const digits = OPTION.exec(text.replaceAll(' ', ''))?.[1];
  if (digits === undefined)
    return reader.refuse(
      '申报条件',
      'option-format',
      '申报条件应填序号，如1',
      'write the number of the option, like 1',
    );
  return Number(reader.keep('申报条件', String(Number(digits))));
}

/**
 * A number tells the year of issue only. The last day of that year is the reading that never counts a day too many;
 * a certificate that is held today was issued by today.
 */
const latestIssue = (year: number, today: string): string => (`${year}-12-31` < today ? `${year}-12-31` : today);

function readCertificateNumber(reader: RowReader, today: string): HeldCertificate | undefined {
  if (refuseNumberCell(reader, '证书编号')) return undefined;
  const text = reader.required('证书编号');
  if (text === undefined) return undefined;
  const parsed = parseCertificateNumber(text, { today });
  if (parsed.ok) {
    const { number, level, year } = parsed.value;
    reader.keepRepaired('证书编号', number);
    return /^[1-5]$/.test(level)
      ? { levelDigit: level as LevelDigit, issuedOn: latestIssue(year, today) }
      : reader.refuse(
          '证书编号',
          'certificate-level',
          '特级技师证书不能作为申报依据',
          'not a certificate of five levels',
        );
  }
  const former = 'decomposition' in parsed ? parsed.decomposition : undefined;
  if (former?.plausible) {
    reader.keepText('证书编号');
    const twoDigits = Number(former.year);
    const year = twoDigits > Number(today.slice(2, 4)) ? 1900 + twoDigits : 2000 + twoDigits;
    return { levelDigit: former.level as LevelDigit, issuedOn: latestIssue(year, today) };
  }
  return reader.refuse('证书编号', 'certificate-number', parsed.zh, parsed.en);
}

/** 是否有职业资格证书, and when so its level and number, which must agree. */
function checkCertificate(reader: RowReader, today: string): HeldCertificate[] | undefined {
  const held = reader.required('是否有职业资格证书');
  if (held === undefined) return undefined;
  if (held !== '是' && held !== '否')
    return reader.refuse('是否有职业资格证书', 'yes-no', '应填“是”或“否”', 'write 是 or 否');
  reader.keep('是否有职业资格证书', held);
  if (held === '否') return [];
  const levelText = reader.required('证书等级');
  const level = levelText === undefined ? undefined : readLevel(levelText);
  if (level?.ok === false) reader.refuse('证书等级', level.rule, level.zh, level.en);
  const certificate = readCertificateNumber(reader, today);
  if (!level?.ok || certificate === undefined) return undefined;
  if (level.value.digit !== certificate.levelDigit)
    return reader.refuse(
      '证书等级',
      'certificate-level-mismatch',
      '证书等级与证书编号中的等级不一致',
      'disagrees with the level in the certificate number',
    );
  reader.keep('证书等级', level.value.display);
  return [certificate];
}

/** 文化程度: one of the twelve official words. */
function checkEducation(reader: RowReader): EducationLevel | undefined {
  const text = reader.required('文化程度');
  if (text === undefined) return undefined;
  const education = readEducation(text);
  if (!education.ok) return reader.refuse('文化程度', 'education-value', education.zh, education.en);
  return reader.keep('文化程度', education.value);
}

/**
 * Months of work in the occupation: 专业年限, but never more than passed since 参加工作时间. The latter alone says nothing
 * about the occupation.
 */
function workMonths(reader: RowReader, plan: RosterPlan): number | undefined {
  const started = dayOf(reader.cell('参加工作时间'));
  if (!reader.isBlank('参加工作时间')) {
    if (started === undefined)
      reader.refuse(
        '参加工作时间',
        'date-format',
        '无法识别日期，请填写如1990-01-02',
        'write the date like 1990-01-02',
      );
    else reader.keep('参加工作时间', started);
  }
  const text = reader.text('专业年限');
  if (text === '') return undefined;
  const years = Number(text.replace(/年$/, ''));
  if (!(years >= 0 && years <= YEARS_MAX))
    return reader.refuse(
      '专业年限',
      'years-format',
      `应为0至${YEARS_MAX}的年数`,
      `a number of years up to ${YEARS_MAX}`,
    );
  reader.keep('专业年限', String(years));
  const declared = Math.floor(years * 12);
  if (started === undefined) return declared;
  if (started > plan.examOn) return 0;
  const since = countWorkMonths([{ from: started, to: plan.examOn }]);
  return since.ok ? Math.min(declared, since.value) : declared;
}

/** The roster has no column for 应届: a pupil (考生来源 学校) without 学历证书编号 is still at school. */
function diplomaOf(reader: RowReader, education: EducationLevel): EligibilityFacts['diploma'] {
  const kind = DIPLOMAS[education];
  if (kind === undefined) return undefined;
  return {
    kind,
    // Whether the major is related is seen on the papers; a row without one cannot be.
    ...(reader.isBlank('专业') ? {} : { relatedMajor: true }),
    inSchoolFinalYear: reader.text('考生来源') === '学校' && reader.isBlank('学历证书编号'),
  };
}

const BASIS: readonly RosterColumn[] = [
  '申报条件',
  '出生日期',
  '证件号码',
  '是否有职业资格证书',
  '证书等级',
  '证书编号',
  '文化程度',
  '参加工作时间',
  '专业年限',
];

/** Checks the chosen option only, by what the row declares; silent while a column it rests on is wrong. */
export function checkChosenOption(reader: RowReader, plan: RosterPlan, birthDate: string | undefined): void {
  const option = checkOption(reader);
  const certificates = checkCertificate(reader, plan.today);
  const education = checkEducation(reader);
  const months = workMonths(reader, plan);
  if (option === undefined || !certificates || !education || birthDate === undefined || !reader.isSound(...BASIS))
    return;
  const diploma = diplomaOf(reader, education);
  const report = checkEligibility({
    occupationCode: plan.occupationCode,
    level: plan.levelDigit,
    option,
    on: plan.examOn,
    facts: {
      birthDate,
      certificates,
      ...(months === undefined ? {} : { workMonths: months }),
      ...(diploma ? { diploma } : {}),
    },
  });
  if (!report.ok) return reader.refuse('申报条件', report.rule, report.zh, report.en);
  for (const { result, zh, en } of report.value.verdicts) {
    if (result === 'failed') reader.refuse('申报条件', 'eligibility', zh, en);
    if (result === 'undeclared') reader.refuse('申报条件', 'eligibility-undeclared', zh, en);
  }
}
