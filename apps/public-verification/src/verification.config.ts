import { PROOF_BITS_MAX } from '@app/credential';
import { DataConfig } from '@app/platform';
import { isRealDay } from '@app/standards';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Max, Min, ValidateBy } from 'class-validator';
import type { BatchQuota } from './batch/quota.js';

const ROWS_MAX = 10_000_000;
/** What one workbook may hold: more is taken in parts. */
export const BATCH_ROWS_MAX = 10_000;
const DEFAULT_QUOTAS: readonly BatchQuota[] = [
  { from: '2026-01-01', rowsPerDay: 50_000, rowsPerMonth: 500_000, rowsPerBatch: BATCH_ROWS_MAX },
];
const FACTS_DAYS_MAX = 365;

const toInteger = ({ value }: { value: unknown }): unknown => (value === undefined ? value : Number(value));

function parsed({ value }: { value: unknown }): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const isWithin = (value: unknown, max: number): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;

function isQuota(value: unknown): value is BatchQuota {
  const quota = (value ?? {}) as Partial<Record<keyof BatchQuota, unknown>>;
  return (
    typeof quota.from === 'string' &&
    isRealDay(quota.from) &&
    isWithin(quota.rowsPerDay, ROWS_MAX) &&
    isWithin(quota.rowsPerMonth, ROWS_MAX) &&
    isWithin(quota.rowsPerBatch, BATCH_ROWS_MAX) &&
    (quota.organisationId === undefined || typeof quota.organisationId === 'string')
  );
}

const IsQuotas = (): PropertyDecorator =>
  ValidateBy({
    name: 'isQuotas',
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) &&
        value.every(isQuota) &&
        value.some(({ organisationId }: BatchQuota) => organisationId === undefined),
      defaultMessage: () =>
        '$property must be JSON such as [{"from":"2026-01-01","rowsPerDay":50000,"rowsPerMonth":500000,"rowsPerBatch":10000}]' +
        `, "organisationId" beside them for one organisation; rowsPerBatch <= ${BATCH_ROWS_MAX}`,
    },
  });

export class VerificationConfig extends DataConfig {
  /** Dated: how many rows an organisation may have checked; each entry holds from its day on. */
  @Transform(parsed)
  @IsQuotas()
  BATCH_QUOTAS: readonly BatchQuota[] = DEFAULT_QUOTAS;

  /** Days for which the uploaded facts of a batch are kept; its answers stay. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  @Max(FACTS_DAYS_MAX)
  BATCH_FACTS_DAYS = 30;

  /** Where the transparency log is read; without it a proof says that the position of the log is not known. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true })
  LOG_URL?: string;

  /** Public queries of one address in a minute before each costs a proof of work. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  ASK_FREE_PER_ADDRESS = 60;

  /** Public queries of one address in a minute, with or without proof; above it they are refused. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  ASK_CEILING_PER_ADDRESS = 600;

  /** Public queries after one number, document or token in ten minutes before each costs a proof of work. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  ASK_FREE_PER_SUBJECT = 20;

  /** Leading zero bits of the first proof: 14 are a tenth of a second of a desk computer. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  @Max(PROOF_BITS_MAX)
  ASK_PROOF_BITS = 14;

  /** Days for which an organisation is told of changes of a certificate. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  WATCH_DAYS = 365;

  /** `true` lets a demonstration post webhooks to this machine over http; without effect in production. */
  @IsIn(['true', 'false'])
  WATCH_ALLOW_LOOPBACK: 'true' | 'false' = 'false';

  get mayLoop(): boolean {
    return this.JZ_MODE === 'demo' && this.WATCH_ALLOW_LOOPBACK === 'true';
  }
}
