import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tilePath, type TileReader } from '@app/credential';

export const CHECKPOINT_FILE = 'checkpoint';

/** The log as files, laid out as C2SP tlog-tiles has it. Whoever reads one finds it whole: it comes by a rename. */
export class LogFolder {
  private readonly made = new Set<string>();

  constructor(private readonly root: string) {}

  readonly readTile: TileReader = async (level, index, width) => {
    const full = await this.read(tilePath(level, index));
    return full ?? (await this.read(tilePath(level, index, width))) ?? new Uint8Array();
  };

  /** undefined when there is none. */
  async read(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(path.join(this.root, name));
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  }

  async writtenAt(name: string): Promise<Date | undefined> {
    const found = await stat(path.join(this.root, name)).catch(() => undefined);
    return found?.mtime;
  }

  async write(name: string, bytes: Uint8Array | string): Promise<void> {
    const file = path.join(this.root, name);
    const folder = path.dirname(file);
    if (!this.made.has(folder)) {
      await mkdir(folder, { recursive: true });
      this.made.add(folder);
    }
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, bytes);
    await rename(draft, file);
  }

  /** The partial tiles of a tile that is full by now: nobody needs them any more. */
  async dropPartials(fullTile: string): Promise<void> {
    const partials = `${fullTile}.p`;
    await rm(path.join(this.root, partials), { recursive: true, force: true });
    this.made.delete(path.join(this.root, partials));
  }
}
