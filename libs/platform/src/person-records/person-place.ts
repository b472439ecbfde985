import type { RetentionRuleName } from '@app/standards';
import type { EntityManager } from 'typeorm';
import type { PersonalDataPurpose } from '../personal-data/suite.js';
import type { PersonalDataVault } from '../personal-data/vault.js';

export interface Wording {
  zh: string;
  en: string;
}

/** Values of a primary key as text, in the order of the place's key. */
export type RowKey = readonly string[];

/** How the rows of one person are told from the others'. */
export type Finding =
  /** SQL about a row; `$1` is the blind index of the document number, or the account's username. */
  | { by: 'document' | 'username'; sql: string }
  /** Where no index leads to the person, every row is opened. */
  | { by: 'opening'; column: string; holds: (value: unknown, sought: SoughtDocument) => boolean };

export interface SoughtDocument {
  /** Normalised. */
  documentNumber: string;
  open: (purpose: PersonalDataPurpose, sealed: string) => string;
}

/**
 * One kind of record that a service keeps about persons: how it is found, from which day its period counts, and what
 * erasing means. The SQL is the service's own; `t` is the table.
 */
export interface PersonPlace {
  table: string;
  what: Wording;
  rule: RetentionRuleName;
  key: readonly { column: string; type: string }[];
  /** After FROM, with a WHERE: rows of this kind and no others. */
  rows: string;
  /** SQL date: since when there is something here, and where the period begins. */
  begins: string;
  /** SQL text: the opaque name of the record, for the trail and the screen. */
  ref: string;
  find: Finding;
  /** SQL jsonb: what the person is given, by default the row. Blind indexes never leave, sealed values are opened. */
  given?: string;
  /** Only these columns of the row belong to this kind. */
  columns?: readonly string[];
  /** How a value reads for the person, where it is not its own explanation. */
  explain?: (given: Record<string, unknown>) => Record<string, unknown>;
  /** Takes away what this kind holds. Absent where nothing is ever taken away, or where it goes with another place. */
  erase?: (tx: EntityManager, keys: readonly RowKey[]) => Promise<void>;
  /** The table whose erasure takes this with it, in the same transaction. */
  goesWith?: string;
  /** Published events that name these persons: the broker has copies, which go first. */
  publishedIn?: (tx: EntityManager, keys: readonly RowKey[]) => Promise<PublishedEvent[]>;
}

export interface PublishedEvent {
  /** Its place in the broker's stream. */
  streamSequence: string;
}

export const CORRECTABLE_FIELDS = ['name', 'document', 'phone'] as const;
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number];

export interface Correction {
  /** Without its kind: of `candidate/<id>` the id. */
  id: string;
  field: CorrectableField;
  /** As it was typed. */
  value: string;
  /** `YYYY-MM-DD`, China. */
  today: string;
}

/** What a service answers for about persons: nobody else reads its tables. */
export interface PersonRecords {
  places: readonly PersonPlace[];
  /** By kind of record, as in `candidate/<id>`. @throws DomainError when it must not or cannot be corrected */
  correct?: Readonly<
    Record<string, (tx: EntityManager, vault: PersonalDataVault, correction: Correction) => Promise<void>>
  >;
}
