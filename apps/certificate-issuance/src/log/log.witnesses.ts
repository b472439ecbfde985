import { consistencyProof, formatAddCheckpoint, parseSignature, type TileReader } from '@app/credential';
import type { Logger } from 'pino';
import { sha256 } from './log.hash.js';

/** A checkpoint is at most a second behind: a witness that is slower than this signs the next one. */
const ANSWER_LIMIT_MS = 400;
const ANSWER_CHARS_MAX = 10_000;
const CONFLICT = 409;

interface Grown {
  size: number;
  /** Size of the checkpoint before: what a witness most likely saw last. */
  published: number;
  readTile: TileReader;
}

/** Asks the witnesses (C2SP tlog-witness) to cosign; one that is away costs its cosignature, not the checkpoint. */
export class LogWitnesses {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly urls: readonly string[],
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /** @returns the note with the cosignatures that came in time */
  async cosign(note: string, grown: Grown): Promise<string> {
    const lines = await Promise.all(this.urls.map((url) => this.ask(url, note, grown)));
    return note + lines.join('');
  }

  private async ask(url: string, note: string, grown: Grown): Promise<string> {
    try {
      const oldSize = this.seen.get(url) ?? grown.published;
      const first = await post(url, note, grown, oldSize);
      const known = first.status === CONFLICT ? Number(first.text) : oldSize;
      // The witness saw another checkpoint than we thought: it says which.
      const answer = known !== oldSize && known <= grown.size ? await post(url, note, grown, known) : first;
      if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
      this.seen.set(url, grown.size);
      const lines = answer.text.split('\n').filter((line) => line !== '');
      for (const line of lines) parseSignature(line);
      return lines.map((line) => `${line}\n`).join('');
    } catch (error) {
      this.log.warn(`the witness ${url} did not cosign: ${(error as Error).message}`);
      return '';
    }
  }
}

async function post(url: string, checkpoint: string, { size, readTile }: Grown, oldSize: number) {
  const proof = oldSize === 0 ? [] : await consistencyProof(oldSize, size, readTile, sha256);
  const response = await fetch(`${url.replace(/\/+$/, '')}/add-checkpoint`, {
    method: 'POST',
    body: formatAddCheckpoint({ oldSize, proof, checkpoint }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  const text = await response.text();
  return { status: response.status, text: text.slice(0, ANSWER_CHARS_MAX).trimEnd() };
}
