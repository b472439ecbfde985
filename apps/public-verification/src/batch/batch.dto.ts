import { PageQuery } from '@app/platform';
import { VERDICTS, type Verdict } from '@app/credential';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { WordingView } from '../certificate/certificate.dto.js';
import { BATCH_PURPOSES, BATCH_STATES, CONSENT, PURPOSE_NAMES, type BatchPurpose, type BatchState } from './batch.js';
import { conclusionOf, explanationOf, levelText, MISMATCHED_FACTS, type MismatchedFact } from './batch-row.js';
import type { AnsweredRow } from './batch-row.repository.js';
import type { CountedBatch, Terms } from './batch.service.js';

const VERDICT_NAMES = Object.keys(VERDICTS) as Verdict[];
const NO_SPECIALTY = '--';

export class VerdictCountView {
  @ApiProperty({ enum: VERDICT_NAMES })
  verdict!: Verdict;
  zh!: string;
  en!: string;
  count!: number;
}

export class LogPositionView {
  /** Names the log. */
  origin!: string;
  /** Leaves. */
  size!: number;
  /** Base64. */
  root!: string;
  /** RFC 3339: when it was read. */
  readAt!: string;
}

export class BatchView {
  id!: string;
  organisationId!: string;
  organisationName!: string;
  @ApiProperty({ enum: BATCH_STATES })
  state!: BatchState;
  @ApiProperty({ enum: PURPOSE_NAMES })
  purpose!: BatchPurpose;
  purposeText!: string;
  consentEdition!: string;
  watch!: boolean;
  rows!: number;
  answered!: number;
  /** Rows that were charged to the quota: those put to the register, each once. */
  charged!: number;
  /** In the order of the list of verdicts; those without a row are left out. */
  verdicts!: VerdictCountView[];
  /** Sheets that hold no list of people, by their place in the file. */
  skippedSheets!: number[];
  /** Hex. */
  inputSha256!: string;
  outputSha256?: string;
  proofCode?: string;
  logPosition?: LogPositionView;
  /** RFC 3339. */
  askedAt!: string;
  finishedAt?: string;
  /** YYYY-MM-DD: the quota is used up, it goes on then. */
  waitsUntil?: string;
  /** YYYY-MM-DD: last day of what was uploaded and of the workbook. */
  factsUntil!: string;
  erasedAt?: string;
}

export class BatchPage {
  items!: BatchView[];
  next?: string;
}

export class BatchRowQuery extends PageQuery {
  @IsOptional()
  @IsIn(VERDICT_NAMES)
  verdict?: string;
}

export class BatchRowCertificateView {
  certificateNumber!: string;
  occupationName!: string;
  specialty!: string;
  level!: string;
  agencyName!: string;
  issuedOn!: string;
  status!: string;
  statusOn?: string;
  bodyFiledOnIssueDate!: boolean;
  /** Opaque. */
  certificateId!: string;
}

export class BatchRowView {
  position!: number;
  /** Place of its sheet in the file, and the line there. */
  sheet!: number;
  row!: number;
  maskedName!: string;
  maskedDocument!: string;
  @ApiProperty({ enum: VERDICT_NAMES })
  verdict!: Verdict;
  conclusion!: WordingView;
  @ApiProperty({ enum: Object.keys(MISMATCHED_FACTS), isArray: true })
  mismatched!: MismatchedFact[];
  explanation!: WordingView;
  certificates!: BatchRowCertificateView[];
  checkedAt!: string;
  proofCode!: string;
}

export class BatchRowPage {
  items!: BatchRowView[];
  next?: string;
}

export class PurposeView extends WordingView {
  @ApiProperty({ enum: PURPOSE_NAMES })
  name!: BatchPurpose;
}

export class ConsentView extends WordingView {
  edition!: string;
}

export class BatchTermsView {
  purposes!: PurposeView[];
  consent!: ConsentView;
  rowsPerBatch!: number;
  rowsPerDay!: number;
  rowsPerMonth!: number;
  usedToday!: number;
  usedThisMonth!: number;
  left!: number;
  /** Days for which what is uploaded is kept. */
  factsDays!: number;
}

export function batchView(batch: CountedBatch): BatchView {
  const { counts, outputSha256, proofCode, logPosition, finishedAt, waitsUntil, erasedAt } = batch;
  const { id, organisationId, organisationName, state, purpose, purposeText, consentEdition, watch, rows } = batch;
  return {
    id,
    organisationId,
    organisationName,
    state,
    purpose,
    purposeText,
    consentEdition,
    watch,
    rows,
    answered: counts.answered,
    charged: counts.charged,
    verdicts: VERDICT_NAMES.flatMap((verdict) => {
      const count = counts.verdicts[verdict];
      return count ? [{ verdict, zh: VERDICTS[verdict].zh, en: VERDICTS[verdict].en, count }] : [];
    }),
    skippedSheets: batch.skippedSheets,
    inputSha256: batch.inputSha256,
    ...(outputSha256 === null ? {} : { outputSha256 }),
    ...(proofCode === null ? {} : { proofCode }),
    ...(logPosition === null ? {} : { logPosition }),
    askedAt: batch.askedAt.toISOString(),
    ...(finishedAt ? { finishedAt: finishedAt.toISOString() } : {}),
    ...(waitsUntil === null ? {} : { waitsUntil }),
    factsUntil: batch.factsUntil,
    ...(erasedAt ? { erasedAt: erasedAt.toISOString() } : {}),
  };
}

export function batchRowView(row: AnsweredRow): BatchRowView {
  const { answer } = row;
  return {
    position: row.position,
    sheet: row.sheet,
    row: row.row,
    maskedName: row.nameMasked,
    maskedDocument: row.documentMasked,
    verdict: answer.verdict,
    conclusion: conclusionOf(answer),
    mismatched: answer.mismatched,
    explanation: explanationOf(answer),
    certificates: answer.certificates.map(({ levelDigit, statusOn, specialty, ...rest }) => ({
      ...rest,
      specialty: specialty || NO_SPECIALTY,
      level: levelText(levelDigit),
      ...(statusOn === null ? {} : { statusOn }),
    })),
    checkedAt: row.answeredAt.toISOString(),
    proofCode: row.proofCode,
  };
}

export const termsView = ({ quota, used, left, factsDays }: Terms): BatchTermsView => ({
  purposes: PURPOSE_NAMES.map((name) => ({ name, ...BATCH_PURPOSES[name] })),
  consent: { ...CONSENT },
  rowsPerBatch: quota.rowsPerBatch,
  rowsPerDay: quota.rowsPerDay,
  rowsPerMonth: quota.rowsPerMonth,
  usedToday: used.today,
  usedThisMonth: used.month,
  left,
  factsDays,
});
