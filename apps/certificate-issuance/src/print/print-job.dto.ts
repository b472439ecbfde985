import { IsUUID } from 'class-validator';
import { PRINT_STATES, type PrintJob, type PrintState } from './print-job.js';
import { ApiProperty } from '@nestjs/swagger';

export class AskPrintDto {
  /** An issued roll; all its certificates are in the file, in the order of their numbers. */
  @IsUUID()
  rollId!: string;
}

export class PrintJobView {
  id!: string;
  rollId!: string;
  organisationId!: string;
  jurisdiction!: string;
  askedBy!: string;
  /** ISO 8601 */
  askedAt!: string;
  @ApiProperty({ enum: PRINT_STATES })
  state!: PrintState;
  /** Certificates of the roll. */
  total!: number;
  /** Certificates whose pages are made. */
  done!: number;
  /** Bytes of the file, once it is ready. */
  bytes!: number | null;
  /** The problem that ended it, such as `certificate/glyph-missing`. */
  failure!: string | null;
  /** ISO 8601; until then the file can be fetched. */
  expiresAt!: string | null;
}

export class PrintJobPage {
  items!: PrintJobView[];
  next?: string;
}

export function printJobView(job: PrintJob): PrintJobView {
  const { id, rollId, organisationId, jurisdiction, askedBy, state, total, done, failure } = job;
  return {
    id,
    rollId,
    organisationId,
    jurisdiction,
    askedBy,
    askedAt: job.askedAt.toISOString(),
    state,
    total,
    done,
    bytes: state === 'ready' ? job.bytes : null,
    failure,
    expiresAt: job.expiresAt?.toISOString() ?? null,
  };
}
