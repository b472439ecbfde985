import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { DataConfig } from '../config.js';
import type { ExportLimits } from './export.js';

const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;
/** A workbook or PDF of more rows takes longer and more memory than a request should. */
const ROWS_MAX = 50_000;
const HOURS_MAX = 24 * 30;
const DOWNLOADS_MAX = 100;

const DEFAULT_LIMITS: readonly ExportLimits[] = [
  { from: '2026-01-01', freeRows: 200, hardRows: 10_000, expiryHours: 24, downloads: 3 },
];

const isWithin = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max;

function isLimits(value: unknown): value is ExportLimits {
  const limits = (value ?? {}) as Partial<Record<keyof ExportLimits, unknown>>;
  return (
    typeof limits.from === 'string' &&
    DAY_FORM.test(limits.from) &&
    isWithin(limits.hardRows, 1, ROWS_MAX) &&
    isWithin(limits.freeRows, 0, Number(limits.hardRows)) &&
    isWithin(limits.expiryHours, 1, HOURS_MAX) &&
    isWithin(limits.downloads, 1, DOWNLOADS_MAX)
  );
}

function parsed({ value }: { value: unknown }): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const IsLimits = (): PropertyDecorator =>
  ValidateBy({
    name: 'isLimits',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isLimits),
      defaultMessage: () =>
        '$property must be JSON such as [{"from":"2026-01-01","freeRows":200,"hardRows":10000,"expiryHours":24,"downloads":3}]' +
        ` with freeRows <= hardRows <= ${ROWS_MAX}, expiryHours 1-${HOURS_MAX}, downloads 1-${DOWNLOADS_MAX}`,
    },
  });

/** Of a service that gives files away. */
export class ExportConfig extends DataConfig {
  /** Dated: each entry holds from its day on, and for what is asked from then on. */
  @Transform(parsed)
  @IsLimits()
  EXPORT_LIMITS: readonly ExportLimits[] = DEFAULT_LIMITS;
}
