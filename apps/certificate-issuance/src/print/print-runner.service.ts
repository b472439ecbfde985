import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import { CLOCK, inTransaction, LOGGER, PersonalDataVault, readAs, RepeatedWork, SERVICE } from '@app/platform';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import type { DocumentPiece } from '@app/pdf';
import { CertificateRenderer } from '../certificate/certificate-renderer.pdf.js';
import { PrintFile } from './print-file.pdf.js';
import * as decisions from './print-job.js';
import type { PieceAdded, PrintJob } from './print-job.js';
import {
  changePrintJob,
  dropPieces,
  getPiece,
  keepPiece,
  openPrintJobs,
  piecesMap,
  spentPrintJobs,
} from './print-job.repository.js';
import { RollFaces } from './roll-faces.service.js';

const INTERVAL_MS = 1000;
/** Of a piece: 0.2 MB sealed, so that a rotation of keys can hold a few hundred of them. */
const PIECE_CERTIFICATES = 10;

type Decide = (job: PrintJob, tx: EntityManager) => Promise<PrintJob> | PrintJob;

/** Makes print files, one at a time per process, piece by piece: each piece is kept before the next one is begun. */
@Injectable()
export class PrintRunner implements OnModuleInit, OnModuleDestroy {
  private readonly worker = newId();
  private readonly rounds = new RepeatedWork(
    INTERVAL_MS,
    () => this.work(),
    (error) => this.logger.warn({ err: error }, 'print files have to wait'),
  );

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CertificateRenderer) private readonly renderer: CertificateRenderer,
    @Inject(RollFaces) private readonly faces: RollFaces,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }

  private async work(): Promise<void> {
    for (let job = await this.takeNext(); job && !this.rounds.isStopping; job = await this.takeNext())
      await this.make(job);
    for (const { id } of await readAs(this.dataSource, SERVICE, (tx) => spentPrintJobs(tx, this.clock.now()))) {
      await this.change(id, async (job, tx) => {
        await dropPieces(tx, id);
        return decisions.seenAt(job, this.clock.now());
      });
    }
  }

  private async takeNext(): Promise<PrintJob | undefined> {
    const now = this.clock.now();
    const free = (await readAs(this.dataSource, SERVICE, (tx) => openPrintJobs(tx))).find((job) =>
      decisions.isFree(job, now),
    );
    if (!free || this.rounds.isStopping) return undefined;
    return this.change(free.id, (job) => (decisions.isFree(job, now) ? decisions.take(job, this.worker, now) : job));
  }

  private async make(taken: PrintJob): Promise<void> {
    try {
      let job = await this.begun(taken);
      while (decisions.isMine(job, this.worker) && !this.rounds.isStopping) job = await this.nextPiece(job);
      if (this.rounds.isStopping) await this.ifMine(job.id, decisions.release);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn({ job: taken.id, failure: error.code }, 'a print file failed');
      await this.ifMine(taken.id, (job) => decisions.fail(job, error.code));
    }
  }

  /** A file that was begun by other fonts or another layout cannot be continued: it begins anew. */
  private async begun(job: PrintJob): Promise<PrintJob> {
    const head = (await this.file(job)).head();
    if (job.pieces > 0) {
      const kept = await readAs(this.dataSource, SERVICE, (tx) => getPiece(tx, job.id, 0));
      if (kept && this.vault.open('person', kept.bytesSealed) === head.bytes.toString('base64')) return job;
    }
    return this.ifMine(job.id, async (found, tx) => {
      await dropPieces(tx, job.id);
      return this.keep(tx, decisions.restart(found), head, { certificates: 0, lastCertificateId: null });
    });
  }

  private async nextPiece(job: PrintJob): Promise<PrintJob> {
    const faces = await readAs(this.dataSource, SERVICE, (tx) =>
      this.faces.readFaces(tx, job.rollId, job.lastCertificateId, PIECE_CERTIFICATES),
    );
    const file = await this.file(job);
    if (faces.length === 0) return this.end(job, file);
    const piece = await file.pages(
      faces.map(({ face }) => face),
      job,
    );
    const lastCertificateId = faces.at(-1)?.certificateId ?? null;
    return this.ifMine(job.id, (found, tx) =>
      this.keep(tx, found, piece, { certificates: faces.length, lastCertificateId }),
    );
  }

  private end(job: PrintJob, file: PrintFile): Promise<PrintJob> {
    return this.ifMine(job.id, async (found, tx) => {
      const { pages, offsets } = await piecesMap(tx, job.id);
      const tail = { bytes: file.tail(pages, offsets, found.bytes), offsets: [], pages: [] };
      const added = await this.keepBytes(tx, found, tail, { certificates: 0, lastCertificateId: null });
      return decisions.finish(found, added, this.clock.now());
    });
  }

  private async keep(
    tx: EntityManager,
    job: PrintJob,
    piece: DocumentPiece,
    progress: Pick<PieceAdded, 'certificates' | 'lastCertificateId'>,
  ): Promise<PrintJob> {
    return decisions.add(job, await this.keepBytes(tx, job, piece, progress), this.clock.now());
  }

  private async keepBytes(
    tx: EntityManager,
    { id, pieces }: PrintJob,
    { bytes, offsets, pages }: DocumentPiece,
    progress: Pick<PieceAdded, 'certificates' | 'lastCertificateId'>,
  ): Promise<PieceAdded> {
    const bytesSealed = this.vault.seal('person', bytes.toString('base64'));
    await keepPiece(tx, { jobId: id, piece: pieces, bytesSealed, offsets: offsets.map(String), pages });
    return { ...progress, objects: offsets.length, bytes: bytes.length };
  }

  /** Dated on the day it was asked for, so that it is the same file whenever it is continued. */
  private async file({ id, askedAt }: PrintJob): Promise<PrintFile> {
    return new PrintFile(await this.renderer.fonts(), {
      title: `职业技能等级证书 印制文件 ${id}`,
      day: chinaDate(askedAt),
    });
  }

  /** What was cancelled or taken over meanwhile stays as it is. */
  private ifMine(id: string, decide: Decide): Promise<PrintJob> {
    return this.change(id, (job, tx) => (decisions.isMine(job, this.worker) ? decide(job, tx) : job));
  }

  private change(id: string, decide: Decide): Promise<PrintJob> {
    return inTransaction(this.dataSource, SERVICE, (tx) => changePrintJob(tx, id, (job) => decide(job, tx)));
  }
}
