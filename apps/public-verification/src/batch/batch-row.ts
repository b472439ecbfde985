import type { MissReason, Verdict } from '@app/credential';
import { MISS_REASONS, VERDICTS } from '@app/credential';
import {
  maskName,
  maskResidentId,
  normaliseCode,
  normalisePersonName,
  parseResidentId,
  readLevel,
} from '@app/standards';
import { levelByDigit, type LevelDigit } from '@app/standards';
import type { CertificateStatus } from '../certificate/certificate.js';
import type { InquiryInput } from '../certificate/inquiry.js';
import { verdictOf } from '../certificate/verdict.js';
import type { Cell, FactColumn, Header } from './sheet-header.js';

/** 信息不符 says which. */
export const MISMATCHED_FACTS = { name: '姓名', document: '证件', level: '等级' } as const;
export type MismatchedFact = keyof typeof MISMATCHED_FACTS;
const MISMATCHED_EN: Readonly<Record<MismatchedFact, string>> = { name: 'name', document: 'document', level: 'level' };

export interface Note {
  zh: string;
  en: string;
}

/** What one line of the workbook asks. */
export interface RowFacts {
  input: InquiryInput;
  /** Of the line, if it names one that is one of the eight. */
  level: LevelDigit | null;
  /** What was left out or repaired. */
  notes: Note[];
}

/** From here on a number of a workbook has lost digits: Excel keeps 15. */
const EXACT_MAX = 1e15;
const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/;
const NO_FACT = /^[-—–/无]*$/u;
const TITLES: Readonly<Record<FactColumn, string>> = {
  name: '姓名',
  documentNumber: '证件号码',
  certificateNumber: '证书编号',
  level: '等级',
};
const CELL_LENGTH_MAX = 200;

function lost(column: FactColumn): Note {
  return {
    zh: `${TITLES[column]}被Excel存为数字（科学计数法），末位已丢失，未采用；请将单元格设为文本后重填`,
    en: `the ${column} was stored by Excel as a number and has lost digits; it was not used. Format the cell as text`,
  };
}

const changed = (column: FactColumn): Note => ({
  zh: `${TITLES[column]}已去除空格或全角字符`,
  en: `blanks or full-width characters of the ${column} were put right`,
});

/** Reads one line. It refuses nothing: what cannot be used is left out, with a note. */
export function readRow(cells: readonly Cell[], header: Header): RowFacts {
  const notes: Note[] = [];
  const text = (column: FactColumn): string => {
    const at = header[column];
    const cell = at === undefined ? null : (cells[at] ?? null);
    const raw = String(cell ?? '').slice(0, CELL_LENGTH_MAX);
    const isLost = (typeof cell === 'number' && Math.abs(cell) >= EXACT_MAX) || SCIENTIFIC.test(normaliseCode(raw));
    if (isLost && column !== 'name' && column !== 'level') notes.push(lost(column));
    return isLost || NO_FACT.test(raw.trim()) ? '' : raw;
  };
  const clean = (column: FactColumn, normalise: (text: string) => string): string => {
    const raw = text(column);
    const value = normalise(raw);
    if (value !== raw && value !== raw.toUpperCase()) notes.push(changed(column));
    return value;
  };
  const input = {
    name: clean('name', normalisePersonName),
    documentNumber: document(clean('documentNumber', normaliseCode), notes),
    certificateNumber: clean('certificateNumber', normaliseCode),
  };
  return { input, level: level(text('level'), notes), notes };
}

/** A number of the old form is asked for as the one that took its place; one that is wrong in itself is asked for as it is. */
function document(number: string, notes: Note[]): string {
  if (!/^\d{15}$|^\d{17}[\dX]$/.test(number)) return number;
  const read = parseResidentId(number, { legacy: true });
  if (!read.ok) {
    notes.push(read);
    return number;
  }
  if (read.value.legacy) {
    notes.push({
      zh: '15位旧身份证号码已按18位查询',
      en: 'a 15-digit number was asked for in its form of 18 characters',
    });
  }
  return read.value.number;
}

function level(text: string, notes: Note[]): LevelDigit | null {
  if (text.trim() === '') return null;
  const read = readLevel(text);
  if (read.ok && read.value.digit !== null) return read.value.digit;
  notes.push({ zh: '等级无法识别，未比对', en: 'the level was not understood and not compared' });
  return null;
}

/** As it may stay after what was uploaded is gone. */
export function maskedFacts({ name, documentNumber }: InquiryInput): { nameMasked: string; documentMasked: string } {
  return { nameMasked: maskName(name ?? ''), documentMasked: maskResidentId(documentNumber ?? '') };
}

/** One certificate as the answer names it. */
export interface AnsweredCertificate {
  certificateId: string;
  certificateNumber: string;
  occupationName: string;
  specialty: string;
  levelDigit: LevelDigit;
  agencyName: string;
  issuedOn: string;
  status: CertificateStatus;
  statusOn: string | null;
  bodyFiledOnIssueDate: boolean;
}

/** What is kept of the answer to one line: evidence, and nothing that the asker did not know of the person. */
export interface RowAnswer {
  verdict: Verdict;
  /** Newest first. */
  certificates: AnsweredCertificate[];
  mismatched: MismatchedFact[];
  reasons: MissReason[];
  /** Whom to ask. */
  contact: Note | null;
  notes: Note[];
}

/** What the register answered, as far as a line of a workbook is concerned. */
export interface RegisterAnswer {
  verdict: Verdict;
  certificates: readonly AnsweredCertificate[];
  mismatched: readonly MismatchedFact[];
  reasons: readonly MissReason[];
  contact: Note | null;
}

/** A stated level is a fact like the others: a certificate of another level does not bear the line out. */
export function answerOf(facts: Pick<RowFacts, 'level' | 'notes'>, register: RegisterAnswer): RowAnswer {
  const { verdict, mismatched, reasons, contact } = register;
  const certificates = register.certificates.map(answered);
  const base = { certificates, mismatched: [...mismatched], reasons: [...reasons], contact, notes: facts.notes };
  if (facts.level === null || certificates.length === 0) return { verdict, ...base };
  const ofLevel = certificates.filter(({ levelDigit }) => levelDigit === facts.level);
  if (ofLevel.length === 0) return { verdict: 'MISMATCH', ...base, mismatched: ['level'] };
  return { verdict: verdictOf(ofLevel), ...base, certificates: ofLevel };
}

/** A line that asks nothing. */
export const unasked = (fault: Note, { notes }: Pick<RowFacts, 'notes'>): RowAnswer => ({
  verdict: 'COULD_NOT_CHECK',
  certificates: [],
  mismatched: [],
  reasons: [],
  contact: null,
  notes: [fault, ...notes],
});

function answered(found: AnsweredCertificate): AnsweredCertificate {
  const { certificateId, certificateNumber, occupationName, specialty, levelDigit, agencyName } = found;
  const { issuedOn, status, statusOn, bodyFiledOnIssueDate } = found;
  const what = { certificateId, certificateNumber, occupationName, specialty, levelDigit, agencyName };
  return { ...what, issuedOn, status, statusOn, bodyFiledOnIssueDate };
}

/** 结论: `信息不符: 姓名、证件`. */
export function conclusionOf({ verdict, mismatched }: Pick<RowAnswer, 'verdict' | 'mismatched'>): Note {
  const { zh, en } = VERDICTS[verdict];
  if (mismatched.length === 0) return { zh, en };
  return {
    zh: `${zh}: ${mismatched.map((each) => MISMATCHED_FACTS[each]).join('、')}`,
    en: `${en}: ${mismatched.map((each) => MISMATCHED_EN[each]).join(', ')}`,
  };
}

const REASONS_SHOWN = 3;

/** 原因/说明 in one cell. */
export function explanationOf(answer: RowAnswer): Note {
  const parts: Note[] = [
    ...answer.notes,
    ...answer.reasons.slice(0, REASONS_SHOWN).map((reason) => MISS_REASONS[reason]),
    ...(answer.contact ? [answer.contact] : []),
    ...(answer.certificates.some(({ bodyFiledOnIssueDate }) => !bodyFiledOnIssueDate) ? [NOT_FILED] : []),
  ];
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

const NOT_FILED: Note = {
  zh: '核发日该机构未备案此职业等级，请向主管部门核实',
  en: 'the body was not filed for this occupation and level on the day of issue; ask the authority',
};

/** 三级/高级工. */
export const levelText = (digit: LevelDigit): string => levelByDigit(digit).display;
