import { cosignatureTime, parseCheckpoint, parseNote, parseTilePath, type NoteSignature } from '@app/credential';
import { DomainError, type Clock } from '@app/kernel';
import { CLOCK, CONFIG, readAs, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IssuanceConfig } from '../issuance.config.js';
import { CHECKPOINT_FILE } from './log.folder.js';
import { LogKeyService } from './log-key.service.js';
import { LogPublishingService } from './log-publishing.service.js';
import { countPending } from './log.repository.js';

const MS_PER_S = 1_000;

export interface LogStatus {
  origin: string;
  verifierKey: string;
  size: number;
  rootHash: string;
  publishedAt: string;
  ageSeconds: number;
  pendingLeaves: number;
  witnessesAsked: number;
  cosignatures: { witness: string; cosignedAt: string }[];
}

@Injectable()
export class LogService {
  constructor(
    @Inject(LogPublishingService) private readonly publishing: LogPublishingService,
    @Inject(LogKeyService) private readonly keys: LogKeyService,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: IssuanceConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `log/not-found` before the first */
  checkpoint(): Promise<Buffer> {
    return this.read(CHECKPOINT_FILE);
  }

  /** @throws DomainError `log/not-found`: no tile of this name, or not yet */
  async tile(path: string): Promise<Buffer> {
    if (!parseTilePath(path)) throw new DomainError('log/not-found');
    return this.read(path);
  }

  async key(): Promise<{ origin: string; verifierKey: string }> {
    return { origin: this.keys.origin, verifierKey: await this.keys.verifierKey() };
  }

  /** @throws DomainError `log/not-found` before the first checkpoint */
  async status(): Promise<LogStatus> {
    const note = parseNote((await this.checkpoint()).toString());
    const { size, root } = parseCheckpoint(note.text);
    const publishedAt = (await this.publishing.folder.writtenAt(CHECKPOINT_FILE)) ?? this.clock.now();
    const cosigned = note.signatures.filter(({ name }) => name !== this.keys.origin);
    return {
      ...(await this.key()),
      size,
      rootHash: Buffer.from(root).toString('base64'),
      publishedAt: publishedAt.toISOString(),
      ageSeconds: Math.max(0, Math.floor((Date.now() - publishedAt.getTime()) / MS_PER_S)),
      pendingLeaves: await readAs(this.dataSource, SERVICE, countPending),
      witnessesAsked: this.config.LOG_WITNESSES.length,
      cosignatures: cosigned.flatMap((line) => cosignatureOf(line)),
    };
  }

  private async read(name: string): Promise<Buffer> {
    const bytes = await this.publishing.folder.read(name);
    if (!bytes) throw new DomainError('log/not-found');
    return bytes;
  }
}

/** Nothing of a line that bears no time: it is none of a witness. */
function cosignatureOf({ name, signature }: NoteSignature): { witness: string; cosignedAt: string }[] {
  try {
    return [{ witness: name, cosignedAt: new Date(cosignatureTime(signature) * MS_PER_S).toISOString() }];
  } catch {
    return [];
  }
}
