import type { PersonalDataPurpose } from './suite.js';

/** A text column of sealed values. */
export interface SealedText {
  table: string;
  /** The primary key's columns. */
  key: readonly string[];
  column: string;
  purpose: PersonalDataPurpose;
}

/** A jsonb column in which fields of these names, at any depth, hold sealed texts. */
export interface SealedFields {
  table: string;
  key: readonly string[];
  column: string;
  fields: Readonly<Record<string, PersonalDataPurpose>>;
}

/** A column that a rotation of keys has to seal anew; a house test finds the ones that nobody named. */
export type SealedColumn = SealedText | SealedFields;

/** Fields of events that travel sealed (`proto/`, fields named `…_sealed`). */
export const SEALED_EVENT_FIELDS: Readonly<Record<string, PersonalDataPurpose>> = { personSealed: 'person' };

/** What every service with data keeps, beside its own tables. */
export const PLATFORM_SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'idempotency_key', key: ['subject', 'key'], column: 'answer_sealed', purpose: 'answer' },
  { table: 'outbox', key: ['position'], column: 'data', fields: SEALED_EVENT_FIELDS },
  { table: 'event_failure', key: ['event_id'], column: 'envelope', fields: SEALED_EVENT_FIELDS },
];
