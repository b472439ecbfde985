import type { FieldFault } from '@app/kernel';
import {
  ageOn,
  CONTEST_CLASSES,
  evidenceKinds,
  isRealDay,
  normaliseCode,
  normalisePersonName,
  normaliseText,
  parseResidentId,
  readDocumentType,
  type ContestResult,
  type EvidenceKind,
  type HeldTitle,
} from '@app/standards';

/** A reference to a paper; the file itself is kept elsewhere and known by its digest. */
export interface Evidence {
  kind: EvidenceKind;
  number: string;
  issuer: string;
  /** `YYYY-MM-DD`. */
  issuedOn: string;
  /** Hex SHA-256 of the file. */
  sha256: string;
}

/** As a certificate prints it, and the day of birth that the age follows from. */
export interface AwardPerson {
  name: string;
  documentType: string;
  documentNumber: string;
  birthDate: string;
}

/** What a row says besides the person; which part is needed follows from the basis. */
export interface AwardClaim {
  contest?: ContestResult;
  title?: HeldTitle;
  courses?: { name: string; points: number }[];
  evidence: Evidence[];
}

export interface ReadRow {
  person: AwardPerson;
  claim: AwardClaim;
  faults: FieldFault[];
}

type Add = (field: string, rule: string, zh: string, en: string) => void;

const NAME_MAX = 100;
const TEXT_MAX = 200;
const EVIDENCE_MAX = 20;
const COURSES_MAX = 50;
const SHA256_FORM = /^[0-9a-f]{64}$/;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function readName(raw: string, add: Add): string {
  if (/\p{Cc}/u.test(raw)) add('/name', 'control-character', '姓名含有控制字符', 'the name has a control character');
  const name = normalisePersonName(raw);
  if (name === '') add('/name', 'empty', '姓名为空', 'the name is empty');
  if (Array.from(name).length > NAME_MAX) add('/name', 'too-long', '姓名过长', 'the name is too long');
  return name;
}

/** The checksum is asked of a 居民身份证 only (domain.md §12 item 54). */
function readPerson(row: Fields, today: string, add: Add): AwardPerson {
  const name = readName(textOf(row['name']), add);
  const type = readDocumentType(textOf(row['documentType']));
  if (!type.ok) add('/documentType', type.rule, type.zh, type.en);
  const documentType = type.ok ? type.value.name : '';
  const birthDate = textOf(row['birthDate']);
  if (type.ok && type.value.checksum) {
    const id = parseResidentId(textOf(row['documentNumber']), { today });
    if (id.ok) return { name, documentType, documentNumber: id.value.number, birthDate: id.value.birthDate };
    add('/documentNumber', id.rule, id.zh, id.en);
    return { name, documentType, documentNumber: '', birthDate: '' };
  }
  const documentNumber = normaliseCode(textOf(row['documentNumber']));
  if (documentNumber === '' || documentNumber.length > NAME_MAX)
    add('/documentNumber', 'empty', '证件号码为空或过长', 'the document number is empty or too long');
  if (!isRealDay(birthDate) || birthDate > today)
    add(
      '/birthDate',
      'birth-date',
      '非居民身份证须填写出生日期',
      'without a resident identity card the date of birth is needed',
    );
  return { name, documentType, documentNumber, birthDate };
}

function readEvidence(raw: unknown, field: string, today: string, add: Add): Evidence {
  const paper = fieldsOf(raw);
  const [number, issuer] = [normaliseText(textOf(paper['number'])), normaliseText(textOf(paper['issuer']))];
  const [kind, issuedOn] = [textOf(paper['kind']), textOf(paper['issuedOn'])];
  const sha256 = textOf(paper['sha256']).toLowerCase();
  if (!Object.hasOwn(evidenceKinds, kind))
    add(`${field}/kind`, 'evidence-kind', '没有这种材料', 'no such kind of paper');
  for (const [name, text] of Object.entries({ number, issuer })) {
    if (text === '' || text.length > TEXT_MAX)
      add(
        `${field}/${name}`,
        'empty',
        '材料的文号或出具单位为空或过长',
        'number or issuer of the paper is empty or too long',
      );
  }
  if (!isRealDay(issuedOn) || issuedOn > today)
    add(
      `${field}/issuedOn`,
      'evidence-day',
      '材料日期不存在或晚于今天',
      'the day of the paper is no day, or lies in the future',
    );
  if (!SHA256_FORM.test(sha256))
    add(`${field}/sha256`, 'evidence-digest', '缺少材料文件的SHA-256', 'the SHA-256 of the file is missing');
  return { kind: kind as EvidenceKind, number, issuer, issuedOn, sha256 };
}

function readContest(raw: unknown, today: string, add: Add): ContestResult {
  const contest = fieldsOf(raw);
  const [contestClass, heldOn] = [textOf(contest['contestClass']), textOf(contest['heldOn'])];
  const place = contest['place'] ?? null;
  if (!CONTEST_CLASSES.some((each) => each === contestClass))
    add('/contest/contestClass', 'contest-class', '没有这类竞赛', 'no such class of contest');
  if (!isRealDay(heldOn) || heldOn > today)
    add(
      '/contest/heldOn',
      'contest-day',
      '竞赛日期不存在或晚于今天',
      'the day of the contest is no day, or lies in the future',
    );
  const isPlace = Number.isInteger(place) && (place as number) > 0;
  if (place !== null && !isPlace)
    add('/contest/place', 'contest-place', '名次应为正整数', 'the place is a whole number from 1');
  return {
    contestClass: contestClass as ContestResult['contestClass'],
    heldOn,
    place: isPlace ? (place as number) : null,
    standardDigit: textOf(contest['standardDigit']),
  };
}

function readTitle(raw: unknown, today: string, add: Add): HeldTitle {
  const title = fieldsOf(raw);
  const [grade, receivedOn] = [textOf(title['grade']), textOf(title['receivedOn'])];
  if (!['junior', 'intermediate', 'senior'].includes(grade))
    add('/title/grade', 'title-grade', '职称级别应为初级、中级或高级', 'the grade is junior, intermediate or senior');
  if (!isRealDay(receivedOn) || receivedOn > today)
    add(
      '/title/receivedOn',
      'title-day',
      '取得职称的日期不存在或晚于今天',
      'the day of the title is no day, or lies in the future',
    );
  return { grade: grade as HeldTitle['grade'], receivedOn };
}

function readCourses(raw: unknown, add: Add): { name: string; points: number }[] {
  return listOf(raw)
    .slice(0, COURSES_MAX)
    .map((each, index) => {
      const course = fieldsOf(each);
      const [name, points] = [normaliseText(textOf(course['name'])), course['points']];
      const isPoints = typeof points === 'number' && points >= 0 && points <= 100;
      if (name === '' || name.length > TEXT_MAX)
        add(`/courses/${index}/name`, 'empty', '课程名称为空或过长', 'the course has no name, or too long a one');
      if (!isPoints)
        add(
          `/courses/${index}/points`,
          'points',
          '课程成绩应在0至100之间',
          'the points of a course are within 0 to 100',
        );
      return { name, points: isPoints ? points : 0 };
    });
}

/**
 * Reads one row of an application as a clerk's program sent it: whatever is wrong is named with field and rule, and
 * nothing is thrown, so that the other rows go on. Texts never repeat the input.
 */
export function readRow(input: unknown, today: string): ReadRow {
  const faults: FieldFault[] = [];
  const add: Add = (field, rule, zh, en) => void faults.push({ field, rule, zh, en });
  const row = fieldsOf(input);
  const papers = listOf(row['evidence']);
  if (papers.length > EVIDENCE_MAX) add('/evidence', 'too-many', '材料过多', 'these are too many papers');
  const read = papers
    .slice(0, EVIDENCE_MAX)
    .map((paper, index) => readEvidence(paper, `/evidence/${index}`, today, add));
  const claim: AwardClaim = { evidence: read };
  if (row['contest'] !== undefined) claim.contest = readContest(row['contest'], today, add);
  if (row['title'] !== undefined) claim.title = readTitle(row['title'], today, add);
  if (row['courses'] !== undefined) claim.courses = readCourses(row['courses'], add);
  return { person: readPerson(row, today, add), claim, faults };
}

/** The day of birth is known and lies `minimumAge` years back. */
export const isOfAge = ({ birthDate }: AwardPerson, minimumAge: number, day: string): boolean =>
  birthDate !== '' && ageOn(birthDate, day) >= minimumAge;
