import { DomainError } from '@app/kernel';
import { inTransaction, type Standing } from '@app/messaging';
import type { RetentionOverrides } from '@app/standards';
import { DataSource, type EntityManager } from 'typeorm';
import { AUDIT_PERSONS_MAX, type AuditKind } from '../audit/audit-entry.js';
import { appendAudit } from '../audit/audit-trail.js';
import { dataSourceOptions, schemaOf } from '../database.js';
import type { PersonalDataVault } from '../personal-data/vault.js';
import type { ServiceDefinition } from '../service-definition.js';
import { openGiven } from './opened-row.js';
import type { Correction, PersonPlace, PublishedEvent, RowKey } from './person-place.js';
import { countPlace, lockDue, rowSql, type PlaceCount, type PlaceRow } from './person-sql.js';
import { PLATFORM_PERSON_PLACES } from './platform-places.js';

/** Records one transaction erases. */
export const ERASE_ROWS = 500;
const OPEN_ROWS = 1_000;

/** The person at the command line; row-level security lets it through as it does the service. */
const OPERATOR: Standing = { subject: 'operator', organisationId: '', roles: ['service'], jurisdiction: '' };

/** Whom a command looks for. The document number is normalised. */
export type Sought = { by: 'document'; documentNumber: string } | { by: 'username'; username: string };

export interface HeldRecord {
  place: PersonPlace;
  key: RowKey;
  ref: string;
  begins: string | null;
  /** Last day on which it is kept; null when no day ends it. */
  until: string | null;
  /** What it says, opened; only when it was asked for. */
  values?: Record<string, unknown>;
}

export interface FindOptions {
  withValues: boolean;
  /** As the trail names it. */
  action: string;
  onOpened?: (rows: number) => void;
  /** Of records that do not open: altered, or sealed with a key that is in no keyring. */
  onUnreadable?: (ref: string) => void;
}

export interface CountedPlace extends PlaceCount {
  place: PersonPlace;
}

export interface RecordsDeskOptions {
  overrides?: RetentionOverrides;
  /** Takes copies of events out of the broker before they are emptied here. */
  forget?: (events: readonly PublishedEvent[]) => Promise<void>;
}

/** What one service holds about persons, for an operator with the rights of the schema's owner. */
export class RecordsDesk {
  readonly places: readonly PersonPlace[];
  private readonly overrides: RetentionOverrides;

  private constructor(
    readonly definition: ServiceDefinition,
    private readonly dataSource: DataSource,
    private readonly vault: PersonalDataVault,
    private readonly options: RecordsDeskOptions,
  ) {
    this.places = [...(definition.data?.persons?.places ?? []), ...PLATFORM_PERSON_PLACES];
    this.overrides = options.overrides ?? {};
  }

  static async open(
    definition: ServiceDefinition,
    adminUrl: string,
    vault: PersonalDataVault,
    options: RecordsDeskOptions = {},
  ): Promise<RecordsDesk> {
    const schema = schemaOf(definition.name);
    const dataSource = new DataSource(dataSourceOptions(definition, adminUrl, schema, 'service'));
    return new RecordsDesk(definition, await dataSource.initialize(), vault, options);
  }

  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  /** Everything about one person, and the look at it, in one transaction. */
  find(sought: Sought, options: FindOptions): Promise<HeldRecord[]> {
    return this.inTransaction(async (tx) => {
      const held: HeldRecord[] = [];
      for (const place of this.places) held.push(...(await this.findIn(tx, place, sought, options)));
      await note(tx, options.withValues ? 'export' : 'look', options.action, held);
      return held;
    });
  }

  /** How much may go today and how much stays, place by place. */
  count(today: string): Promise<CountedPlace[]> {
    return this.inTransaction(async (tx) => {
      const counted: CountedPlace[] = [];
      for (const place of this.places) {
        counted.push({ place, ...(await countPlace(tx, place, today, this.overrides)) });
      }
      await note(tx, 'look', 'retention.count', []);
      return counted;
    });
  }

  /** Erases some of what may go in a place; @returns how many records, 0 when nothing is left */
  async eraseSome(place: PersonPlace, today: string): Promise<number> {
    return this.erase(place, 'retention.erase', (tx) =>
      lockDue(tx, place, today, this.overrides, { limit: ERASE_ROWS }),
    );
  }

  /** Erases of these records what may go; @returns how many that were */
  async eraseFound(records: readonly HeldRecord[], today: string): Promise<number> {
    let erased = 0;
    for (const place of this.places.filter((each) => each.erase)) {
      const keys = records.filter((record) => record.place === place).map(({ key }) => key);
      for (let start = 0; start < keys.length; start += ERASE_ROWS) {
        const which = { keys: keys.slice(start, start + ERASE_ROWS) };
        erased += await this.erase(place, 'person.erase', (tx) => lockDue(tx, place, today, this.overrides, which));
      }
    }
    return erased;
  }

  /** @throws DomainError `person/no-such-record`, or what the service refuses it with */
  correct(kind: string, correction: Correction): Promise<void> {
    const correct = this.definition.data?.persons?.correct?.[kind];
    if (!correct) throw new DomainError('person/no-such-record');
    return this.inTransaction(async (tx) => {
      await correct(tx, this.vault, correction);
      await note(tx, 'change', `person.correct-${correction.field}`, [{ ref: `${kind}/${correction.id}` }]);
    });
  }

  private inTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, OPERATOR, work);
  }

  private async findIn(
    tx: EntityManager,
    place: PersonPlace,
    sought: Sought,
    options: FindOptions,
  ): Promise<HeldRecord[]> {
    const held = (row: PlaceRow): HeldRecord => ({
      place,
      key: row.key,
      ref: row.ref,
      begins: row.begins,
      until: row.until,
      ...(options.withValues ? { values: openGiven(this.vault, this.definition, place, row.given) } : {}),
    });
    const { find } = place;
    if (find.by === 'opening') {
      return sought.by === 'document'
        ? (await this.open(tx, place, find, sought.documentNumber, options)).map(held)
        : [];
    }
    if (find.by !== sought.by) return [];
    const value = sought.by === 'document' ? this.vault.index('document', sought.documentNumber) : sought.username;
    return (await tx.query<PlaceRow[]>(`${rowSql(place, this.overrides)} AND (${find.sql})`, [value])).map(held);
  }

  /** Row by row through a cursor: memory stays flat however many there are. */
  private async open(
    tx: EntityManager,
    place: PersonPlace,
    { holds }: Extract<PersonPlace['find'], { by: 'opening' }>,
    documentNumber: string,
    { onOpened, onUnreadable }: FindOptions,
  ): Promise<PlaceRow[]> {
    const sought = { documentNumber, open: this.vault.open.bind(this.vault) };
    const found: PlaceRow[] = [];
    await tx.query(`DECLARE opened NO SCROLL CURSOR FOR ${rowSql(place, this.overrides)}`);
    for (;;) {
      const rows = await tx.query<PlaceRow[]>(`FETCH ${OPEN_ROWS} FROM opened`);
      if (rows.length === 0) break;
      found.push(...rows.filter((row) => isHeld(row, () => holds(row.opened, sought), onUnreadable)));
      onOpened?.(rows.length);
    }
    await tx.query('CLOSE opened');
    return found;
  }

  /** The broker forgets first: if what follows fails, the outbox still has the event and the next run begins again. */
  private erase(
    place: PersonPlace,
    action: string,
    lock: (tx: EntityManager) => Promise<Pick<HeldRecord, 'key' | 'ref'>[]>,
  ): Promise<number> {
    return this.inTransaction(async (tx) => {
      const rows = await lock(tx);
      if (rows.length === 0 || !place.erase) return 0;
      const keys = rows.map(({ key }) => key);
      const published = await place.publishedIn?.(tx, keys);
      if (published && published.length > 0) await this.options.forget?.(published);
      await place.erase(tx, keys);
      await note(tx, 'change', action, rows);
      return rows.length;
    });
  }
}

/** One row that does not open must not hide the others from their person. */
function isHeld({ ref }: PlaceRow, holds: () => boolean, onUnreadable?: (ref: string) => void): boolean {
  try {
    return holds();
  } catch {
    onUnreadable?.(ref);
    return false;
  }
}

async function note(
  tx: EntityManager,
  kind: AuditKind,
  action: string,
  records: readonly Pick<HeldRecord, 'ref'>[],
): Promise<void> {
  const refs = [...new Set(records.map(({ ref }) => ref))];
  const count = Math.max(1, Math.ceil(refs.length / AUDIT_PERSONS_MAX));
  const actor = { actor: OPERATOR.subject, organisationId: '', jurisdiction: '', roles: [] };
  await appendAudit(
    tx,
    Array.from({ length: count }, (_, at) => ({
      ...actor,
      kind,
      action,
      object: refs.length === 1 ? (refs[0] ?? '') : '',
      persons: refs.slice(at * AUDIT_PERSONS_MAX, (at + 1) * AUDIT_PERSONS_MAX),
      outcome: 'done' as const,
    })),
  );
}
