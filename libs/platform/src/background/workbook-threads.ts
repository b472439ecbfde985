import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@app/kernel';
import { placesFor } from './places.js';

const THREADS_MAX = 2;
const WAITING_MAX = 20;
const ANSWER_MS = 60_000;
const HEAP_MIB = 512;

/** What may be asked of a thread; it answers one question after the other. */
export type Ask<Question, Answer> = (question: Question) => Promise<Answer>;

/**
 * Threads that open and write workbooks: one of a few KiB can unpack to gigabytes, and then the thread dies of its limit
 * and the service does not.
 */
export class WorkbookThreads<Question, Answer> {
  private readonly inPlace: <T>(work: () => Promise<T>) => Promise<T>;

  /**
   * @param file of the thread's program
   * @param codes of the problems: too many workbooks wait already; the thread died or says nothing
   */
  constructor(
    private readonly file: URL,
    private readonly codes: { busy: string; unreadable: string },
  ) {
    this.inPlace = placesFor({ places: THREADS_MAX, waitingMax: WAITING_MAX, busy: codes.busy });
  }

  /** A thread for as long as the work lasts. @throws DomainError of the two codes */
  use<T>(work: (ask: Ask<Question, Answer>) => Promise<T>): Promise<T> {
    return this.inPlace(async () => {
      const thread = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } });
      try {
        return await work((question) => this.askOf(thread, question));
      } finally {
        await thread.terminate();
      }
    });
  }

  /** One question to a thread of its own. @throws DomainError of the two codes */
  ask(question: Question): Promise<Answer> {
    return this.use((ask) => ask(question));
  }

  private async askOf(thread: Worker, question: Question): Promise<Answer> {
    thread.postMessage(question, []);
    try {
      const [answer] = (await once(thread, 'message', { signal: AbortSignal.timeout(ANSWER_MS) })) as [Answer];
      return answer;
    } catch {
      throw new DomainError(this.codes.unreadable);
    }
  }
}
