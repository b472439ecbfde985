import { DomainError, type Clock } from '@app/kernel';
import { assertMayRead, CLOCK, CONFIG, PersonalDataVault, readAs, SERVICE, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Batch } from '../batch/batch.js';
import type { RowFacts } from '../batch/batch-row.js';
import { answeredRows, countsOf, findRowByProof, type AnsweredRow } from '../batch/batch-row.repository.js';
import { findByProof, getBatch } from '../batch/batch.repository.js';
import { readProofCode } from '../batch/proof-code.js';
import type { VerificationConfig } from '../verification.config.js';
import { ProofKeyService } from './proof-key.service.js';
import { ProofRenderer } from './proof-page.pdf.js';
import { batchProof, rowProof, type Counts, type ProofFace } from './proof.js';

/** What anyone learns who has the code. */
export interface CheckedProof {
  batch: Batch;
  counts: Counts;
  row: AnsweredRow | null;
}

export interface ProofFile {
  bytes: Buffer;
  certificateIds: string[];
}

@Injectable()
export class ProofService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: VerificationConfig,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(ProofKeyService) private readonly keys: ProofKeyService,
    @Inject(ProofRenderer) private readonly renderer: ProofRenderer,
  ) {}

  /** @throws DomainError `batch/not-finished` */
  async ofBatch(principal: Principal, id: string): Promise<Buffer> {
    const { batch, counts } = await readAs(this.dataSource, principal, (tx) => this.finished(tx, principal, id));
    return this.sign(batchProof(batch, counts, this.addressOf(batch.proofCode ?? '')));
  }

  /** @throws DomainError `batch/not-finished`, `batch/no-row` */
  async ofRow(principal: Principal, id: string, position: number): Promise<ProofFile> {
    const { batch, row } = await readAs(this.dataSource, principal, async (tx) => {
      const found = await this.finished(tx, principal, id);
      const [first] = await answeredRows(tx, id, { after: position - 1, limit: 1 });
      return { ...found, row: first };
    });
    if (row?.position !== position) throw new DomainError('batch/no-row');
    const proven = { ...row, name: this.nameOf(row) };
    const bytes = await this.sign(rowProof(batch, proven, this.addressOf(row.proofCode)));
    return { bytes, certificateIds: row.answer.certificates.map(({ certificateId }) => certificateId) };
  }

  /** Open to anyone: the code is not guessed, and what is told names nobody. @throws DomainError `proof/not-found` */
  async check(typed: string): Promise<CheckedProof> {
    const code = readProofCode(typed);
    return readAs(this.dataSource, SERVICE, async (tx) => {
      const row = (await findRowByProof(tx, code)) ?? null;
      const batch = row ? await getBatch(tx, row.batchId) : await findByProof(tx, code);
      if (batch?.state !== 'finished') throw new DomainError('proof/not-found');
      return { batch, row, counts: (await countsOf(tx, [batch.id])).get(batch.id)?.verdicts ?? {} };
    });
  }

  private async finished(
    tx: EntityManager,
    principal: Principal,
    id: string,
  ): Promise<{ batch: Batch; counts: Counts }> {
    const batch = await getBatch(tx, id);
    assertMayRead(principal, batch);
    if (batch.state !== 'finished') throw new DomainError('batch/not-finished', { state: batch.state });
    return { batch, counts: (await countsOf(tx, [id])).get(id)?.verdicts ?? {} };
  }

  private async sign(face: ProofFace): Promise<Buffer> {
    return this.renderer.render(face, await this.keys.signer(), this.clock.now());
  }

  /** As given while it is kept: a proof that names nobody proves nothing to a tender office. */
  private nameOf({ contentSealed, nameMasked }: AnsweredRow): string {
    if (contentSealed === null) return nameMasked;
    const { facts } = JSON.parse(this.vault.open('person', contentSealed)) as { facts: RowFacts };
    return facts.input.name ?? '';
  }

  private addressOf(code: string): string {
    return `${this.config.PUBLIC_URL}/api/public-verification/proofs/${code}`;
  }
}
