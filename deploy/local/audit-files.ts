import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import type { AuditHead, AuditLink } from '../../libs/platform/src/index.ts';
import { errorText, StartError } from './errors.ts';
import { PRIVATE_FILE_MODE } from './files.ts';
import { underscored } from './settings.ts';

const READ_ROWS = 2_000;

/** Reads the trails of all services through one connection of an administrator. */
export class AuditReader {
  // Node strips types only: it knows no parameter properties.
  private readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  static async open(databaseUrl: string): Promise<AuditReader> {
    const client = new Client({ connectionString: databaseUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return new AuditReader(client);
    } catch {
      throw new StartError(
        '数据库没有应答。请先运行 npm start。',
        'The database does not answer. Run npm start first.',
      );
    }
  }

  /** Linked rows in the order of the chain. */
  async *links(service: string): AsyncGenerator<AuditLink> {
    for (let after = 0; ;) {
      const { rows } = await this.client.query<AuditLink>(
        `SELECT position::float8, id, content::text, sha256 FROM ${underscored(service)}.audit
         WHERE position > $1 ORDER BY position LIMIT ${READ_ROWS}`,
        [after],
      );
      yield* rows;
      const last = rows.at(-1);
      if (!last) return;
      after = last.position;
    }
  }

  /** Where the database says the chain ends; nothing before the first row. */
  async head(service: string): Promise<AuditHead[]> {
    const { rows } = await this.client.query<AuditHead>(
      `SELECT position::float8, sha256 FROM ${underscored(service)}.audit_head WHERE position > 0`,
    );
    return rows;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** One JSON line a row; never over a file that exists. @returns rows written */
export async function writeLinks(file: string, links: AsyncIterable<AuditLink>): Promise<number> {
  const out = createWriteStream(file, { flags: 'wx', mode: PRIVATE_FILE_MODE });
  let rows = 0;
  try {
    await once(out, 'open');
    for await (const link of links) {
      rows += 1;
      if (!out.write(`${JSON.stringify(link)}\n`)) await once(out, 'drain');
    }
    out.end();
    await finished(out);
    return rows;
  } catch (error) {
    throw new StartError(`无法写入 ${file}。`, `${file} cannot be written.`, [errorText(error)]);
  }
}

/** @throws StartError that names the line which is no row */
export async function* readLinks(file: string): AsyncGenerator<AuditLink> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line === '') continue;
    const link = parseLink(line);
    if (!link)
      throw new StartError(`${file} 第 ${number} 行不是审计记录。`, `Line ${number} of ${file} is no audit row.`);
    yield link;
  }
}

function parseLink(line: string): AuditLink | undefined {
  try {
    const link = JSON.parse(line) as Partial<AuditLink>;
    const isLink =
      typeof link.position === 'number' &&
      typeof link.id === 'string' &&
      typeof link.content === 'string' &&
      typeof link.sha256 === 'string';
    return isLink ? (link as AuditLink) : undefined;
  } catch {
    return undefined;
  }
}
