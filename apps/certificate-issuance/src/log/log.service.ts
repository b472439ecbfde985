import { parseTilePath } from '@app/credential';
import { DomainError } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CHECKPOINT_FILE } from './log.folder.js';
import { LogKeyService } from './log-key.service.js';
import { LogPublishingService } from './log-publishing.service.js';

@Injectable()
export class LogService {
  constructor(
    @Inject(LogPublishingService) private readonly publishing: LogPublishingService,
    @Inject(LogKeyService) private readonly keys: LogKeyService,
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

  private async read(name: string): Promise<Buffer> {
    const bytes = await this.publishing.folder.read(name);
    if (!bytes) throw new DomainError('log/not-found');
    return bytes;
  }
}
