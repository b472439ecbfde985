import { parseCheckpoint, parseNote } from '@app/credential';
import type { Clock } from '@app/kernel';
import { CLOCK, CONFIG, LOGGER } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { VerificationConfig } from '../verification.config.js';
import type { LogPosition } from './batch.js';

const ANSWER_MS = 3_000;
const NOTE_BYTES_MAX = 16_384;

/** Where the transparency log stands. What cannot be read is not known: nothing is made up. */
@Injectable()
export class LogPositionService {
  constructor(
    @Inject(CONFIG) private readonly config: VerificationConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async read(): Promise<LogPosition | null> {
    const { LOG_URL } = this.config;
    if (LOG_URL === undefined) return null;
    try {
      const response = await fetch(`${LOG_URL.replace(/\/$/, '')}/checkpoint`, {
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      const note = await response.text();
      if (!response.ok || note.length > NOTE_BYTES_MAX) throw new Error(`the log answered ${response.status}`);
      const { origin, size, root } = parseCheckpoint(parseNote(note).text);
      return { origin, size, root: Buffer.from(root).toString('base64'), readAt: this.clock.now().toISOString() };
    } catch (error) {
      this.logger.warn({ err: error }, 'the position of the log could not be read');
      return null;
    }
  }
}
