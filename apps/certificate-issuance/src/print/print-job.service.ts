import { Readable } from 'node:stream';
import { DomainError, newId, type Clock } from '@app/kernel';
import {
  assertMayRead,
  assertOwn,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  PersonalDataVault,
  readAs,
  visibleTo,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { getRoll } from '../result-roll/result-roll.repository.js';
import * as decisions from './print-job.js';
import type { PrintJob } from './print-job.js';
import {
  changePrintJob,
  getPiece,
  getPrintJob,
  insertPrintJob,
  listPrintJobs,
  lockPrintAsking,
  openPrintJobs,
} from './print-job.repository.js';
import { RollFaces } from './roll-faces.service.js';

/** A print file with the certificates that are in it. */
export class PrintFileDownload extends StreamableFile {
  constructor(
    stream: Readable,
    job: PrintJob,
    readonly certificateIds: string[],
  ) {
    const disposition = `attachment; filename="print-${job.id}.pdf"`;
    super(stream, { type: 'application/pdf', disposition, length: job.bytes });
  }
}

@Injectable()
export class PrintJobService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(RollFaces) private readonly faces: RollFaces,
  ) {}

  /** Queues it; the pages are made in the background. */
  async ask(principal: Principal, rollId: string): Promise<PrintJob> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const roll = await getRoll(tx, rollId);
      assertMayRead(principal, roll);
      const { organisationId, jurisdiction } = roll;
      await lockPrintAsking(tx, organisationId);
      const [total, open] = [await this.faces.count(tx, rollId), await openPrintJobs(tx, { organisationId })];
      const wish = { rollId, organisationId, jurisdiction, askedBy: principal.subject };
      const job = decisions.queue(newId(), wish, total, open.length, this.clock.now());
      await insertPrintJob(tx, job);
      return job;
    });
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<PrintJob>> {
    const now = this.clock.now();
    const page = await readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listPrintJobs(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
    return { ...page, items: page.items.map((job) => decisions.seenAt(job, now)) };
  }

  async get(principal: Principal, id: string): Promise<PrintJob> {
    const job = await readAs(this.dataSource, principal, (tx) => getPrintJob(tx, id));
    assertMayRead(principal, job);
    return decisions.seenAt(job, this.clock.now());
  }

  async cancel(principal: Principal, id: string): Promise<PrintJob> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changePrintJob(tx, id, (job) => {
        assertOwn(principal, job);
        return decisions.cancel(job);
      }),
    );
  }

  /** Opened and sent piece by piece: no more than one is in memory. */
  async file(principal: Principal, id: string): Promise<PrintFileDownload> {
    const { job, certificateIds } = await readAs(this.dataSource, principal, async (tx) => {
      const found = await getPrintJob(tx, id);
      assertOwn(principal, found);
      decisions.assertReady(found, this.clock.now());
      return { job: found, certificateIds: await this.faces.certificateIds(tx, found.rollId) };
    });
    return new PrintFileDownload(Readable.from(this.pieces(principal, job)), job, certificateIds);
  }

  private async *pieces(principal: Principal, { id, pieces }: PrintJob): AsyncGenerator<Buffer> {
    for (let piece = 0; piece < pieces; piece += 1) {
      const kept = await readAs(this.dataSource, principal, (tx) => getPiece(tx, id, piece));
      // Dropped while it was sent: the connection breaks off, and nobody takes half a file for a whole one.
      if (!kept) throw new DomainError('print/expired');
      yield Buffer.from(this.vault.open('person', kept.bytesSealed), 'base64');
    }
  }
}
