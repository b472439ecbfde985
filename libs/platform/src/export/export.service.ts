import { createHash } from 'node:crypto';
import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import { readAs } from '@app/messaging';
import { StreamableFile } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { assertMayRead, hasRole, visibleTo, type Principal } from '../access/principal.js';
import { cursorId, pageOf, type Page, type PageQuery } from '../paging.js';
import type { PersonalDataVault } from '../personal-data/vault.js';
import { inTransaction } from '../transaction.js';
import * as decisions from './export.js';
import type { Decider, ExportLimits, ExportRequest, ExportSide } from './export.js';
import type { AskExportDto } from './export.dto.js';
import { kindNamed, readFilter } from './export-filter.js';
import type { ExportCell, ExportKind, ExportSource } from './export-kind.js';
import { changeExport, getExport, insertExport, listExports } from './export.repository.js';
import { withPlace, writeFile } from './export-thread.js';
import { safeCell, watermarkTexts, type Watermark } from './export-watermark.js';

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** A file with the persons who are in it. */
export class ExportFile extends StreamableFile {
  constructor(
    bytes: Buffer,
    { id, format }: ExportRequest,
    readonly persons: string[],
  ) {
    super(bytes, { type: MEDIA_TYPES[format], disposition: `attachment; filename="export-${id}.${format}"` });
  }
}

const sideOf = (principal: Principal): ExportSide =>
  hasRole(principal, 'city-officer', 'province-officer') ? 'authority' : 'agency';

/** @throws DomainError `access/role`: the endpoint is open to whoever may ask for any kind */
function assertMayAsk(kind: ExportKind, principal: Principal, fullDocuments: boolean): void {
  const asks = principal.roles.some((role) => Object.hasOwn(kind.access, role));
  if (!asks || (fullDocuments && !hasRole(principal, ...kind.fullDocuments))) throw new DomainError('access/role');
}

/** Wired by `exportModule`: which kinds there are differs by service. */
export class ExportService {
  constructor(
    private readonly kinds: readonly ExportKind[],
    private readonly limits: readonly ExportLimits[],
    private readonly dataSource: DataSource,
    private readonly vault: PersonalDataVault,
    private readonly clock: Clock,
  ) {}

  /** Counts what would be in the file; up to the free limit it is ready at once. */
  async ask(principal: Principal, wish: AskExportDto): Promise<ExportRequest> {
    const kind = kindNamed(this.kinds, wish.kind);
    readFilter(kind, wish.filter);
    assertMayAsk(kind, principal, wish.fullDocuments);
    const now = this.clock.now();
    return inTransaction(this.dataSource, principal, async (tx) => {
      const measured = await kind.measure(this.source(tx, principal, kind, wish));
      assertMayRead(principal, measured);
      const side = sideOf(principal);
      const jurisdiction = side === 'authority' ? principal.jurisdiction : measured.jurisdiction;
      const asked = { side, organisationId: principal.organisationId, jurisdiction, askedBy: principal.subject };
      const limits = decisions.limitsOn(this.limits, chinaDate(now));
      const request = decisions.admit(decisions.prepare(newId(), { ...wish, ...asked }, measured.rows, limits, now));
      await insertExport(tx, request);
      return request;
    });
  }

  async approve(principal: Principal, id: string): Promise<ExportRequest> {
    return this.decide(principal, id, (request, decider) => decisions.approve(request, decider));
  }

  async refuse(principal: Principal, id: string, reason: string): Promise<ExportRequest> {
    return this.decide(principal, id, (request, decider) => decisions.refuse(request, decider, reason));
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<ExportRequest>> {
    const now = this.clock.now();
    const page = await readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listExports(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
    return { ...page, items: page.items.map((request) => decisions.seenAt(request, now)) };
  }

  async get(principal: Principal, id: string): Promise<ExportRequest> {
    const request = await readAs(this.dataSource, principal, (tx) => getExport(tx, id));
    assertMayRead(principal, request);
    return decisions.seenAt(request, this.clock.now());
  }

  /** Made from the rows as they are now, and kept nowhere. A download counts before it is made. */
  async file(principal: Principal, id: string): Promise<ExportFile> {
    return withPlace(async () => {
      const now = this.clock.now();
      const request = await inTransaction(this.dataSource, principal, (tx) =>
        changeExport(tx, id, async (found) => {
          assertMayRead(principal, found);
          decisions.assertAsker(found, principal.subject);
          const kind = kindNamed(this.kinds, found.kind);
          assertMayAsk(kind, principal, found.fullDocuments);
          const { rows } = await kind.measure(this.source(tx, principal, kind, found));
          return decisions.download(found, principal.subject, rows, now);
        }),
      );
      return this.make(principal, request, now);
    });
  }

  private async make(principal: Principal, request: ExportRequest, now: Date): Promise<ExportFile> {
    const kind = kindNamed(this.kinds, request.kind);
    const persons: string[] = [];
    const isSheet = request.format === 'xlsx';
    const bytes = await readAs(this.dataSource, principal, (tx) => {
      const source = this.source(tx, principal, kind, request);
      const chunks = async function* (): AsyncGenerator<ExportCell[][]> {
        for await (const rows of kind.rows(source)) {
          for (const { person } of rows) persons.push(person);
          if (persons.length > request.rowsMax) {
            throw new DomainError('export/grown', { rows: persons.length, limit: request.rowsMax });
          }
          yield rows.map(({ cells }) => (isSheet ? cells.map(safeCell) : cells));
        }
      };
      const watermark = watermarkTexts(watermarkOf(principal, request, now));
      const { titles, columns, forUpload = false } = kind;
      return writeFile(request.format, { titles, columns, watermark, forUpload }, chunks());
    });
    await this.note(principal, kind, request, { bytes, rows: persons.length, at: now });
    return new ExportFile(bytes, request, persons);
  }

  private async note(
    principal: Principal,
    kind: ExportKind,
    request: ExportRequest,
    { bytes, rows, at }: { bytes: Buffer; rows: number; at: Date },
  ): Promise<void> {
    if (!kind.made) return;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { exportId: request.id, format: request.format, sha256, rows, at };
    await inTransaction(this.dataSource, principal, async (tx) =>
      kind.made?.(this.source(tx, principal, kind, request), file),
    );
  }

  private source(
    tx: EntityManager,
    principal: Principal,
    kind: ExportKind,
    { filter, fullDocuments }: Pick<ExportRequest, 'filter' | 'fullDocuments'>,
  ): ExportSource<object> {
    return { tx, vault: this.vault, principal, filter: readFilter(kind, filter), fullDocuments };
  }

  private async decide(
    principal: Principal,
    id: string,
    decision: (request: ExportRequest, decider: Decider) => ExportRequest,
  ): Promise<ExportRequest> {
    const decider = { subject: principal.subject, side: sideOf(principal), now: this.clock.now() };
    return inTransaction(this.dataSource, principal, (tx) =>
      changeExport(tx, id, (request) => {
        assertMayRead(principal, request);
        return decision(request, decider);
      }),
    );
  }
}

function watermarkOf(principal: Principal, { id, purpose }: ExportRequest, at: Date): Watermark {
  const { subject, name, organisationId, organisationName } = principal;
  return {
    person: name ? `${name} (${subject})` : subject,
    organisation: organisationName ? `${organisationName} (${organisationId})` : organisationId,
    at,
    exportId: id,
    purpose,
  };
}
