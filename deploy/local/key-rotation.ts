import { Client } from 'pg';
import type { KeyCount, RotationReport } from '../../libs/platform/src/personal-data/rotation.ts';
import type { SealedTable } from '../../libs/platform/src/personal-data/sealed-tables.ts';
import type { SuiteName } from '../../libs/platform/src/index.ts';
import { loadPersonalData, loadSealedColumns, type PersonalData } from './built.ts';
import { StartError } from './errors.ts';
import { keyEnvironment } from './keyring.ts';
import type { ProgressBar } from './progress-bar.ts';
import { DATA_SERVICES, ROOT, underscored } from './settings.ts';

/**
 * A process may hold a value that it sealed with the old key just before it noticed the new one, as when it reads a
 * large roster; after this time such a value is in the database or nowhere.
 */
export const DESTROY_AFTER_MS = 10 * 60_000;
const LOCK_ATTEMPTS = 50;
const LOCK_RETRY_MS = 200;

export interface KeyDesk {
  parts: PersonalData;
  settings: ReturnType<PersonalData['readKeySettings']>;
  client: Client;
  tables: SealedTable[];
}

/** The keyring of a data directory and every sealed table of its database, for one command at a time. */
export async function withKeyDesk<T>(
  { dataDir, databaseUrl, env }: { dataDir: string; databaseUrl: string; env: NodeJS.ProcessEnv },
  work: (desk: KeyDesk) => Promise<T>,
): Promise<T> {
  const parts = await loadPersonalData(ROOT);
  const settings = parts.readKeySettings({ ...env, ...keyEnvironment(dataDir, env) });
  parts.loadKeyring(settings);
  const client = new Client({ connectionString: databaseUrl, application_name: 'rotate-key' });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    throw new StartError('数据库没有应答。请先运行 npm start。', 'The database does not answer. Run npm start first.');
  }
  try {
    await takeTurn(client);
    return await work({ parts, settings, client, tables: await findTables(parts, client) });
  } finally {
    await client.end();
  }
}

/** The lock goes with the connection: one of a command that was killed is free as soon as the server notices. */
async function takeTurn(client: Client): Promise<void> {
  for (let attempt = 0; attempt < LOCK_ATTEMPTS; attempt += 1) {
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('jiangzheng/rotate-key')) AS taken`,
    );
    if (rows[0]?.taken) return;
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
  }
  throw new StartError('另一个密钥轮换正在进行。', 'Another rotation of keys is under way.');
}

async function findTables(parts: PersonalData, client: Client): Promise<SealedTable[]> {
  const tables: SealedTable[] = [];
  for (const service of DATA_SERVICES) {
    const schema = underscored(service);
    const { rows } = await client.query<{ there: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS there', [
      schema,
    ]);
    if (!rows[0]?.there) continue;
    tables.push(...(await parts.sealedTables(client, schema, await loadSealedColumns(ROOT, service))));
  }
  if (tables.length > 0) return tables;
  throw new StartError('这个数据库中没有本系统的库表。', 'This database holds no tables of the system.');
}

export function countKeys({ parts, client, tables }: KeyDesk): Promise<KeyCount[]> {
  return parts.countByKey(client, tables);
}

/** Adds a key, or goes on with the rotation that was begun, and seals everything anew. */
export async function rotateKeys(
  desk: KeyDesk,
  options: { suite?: SuiteName | undefined; signal: AbortSignal; bar: ProgressBar; say: (line: string) => void },
): Promise<RotationReport> {
  const { parts, settings, client, tables } = desk;
  const { file } = parts.loadKeyring(settings);
  const active = file.keys.find(({ id }) => id === file.rotation?.to);
  if (active) {
    if (options.suite && options.suite !== active.suite) throw otherSuite(active.id);
    options.say(`继续轮换到密钥 going on with the rotation to key ${active.id} (${active.suite})`);
  } else {
    const { id, suite } = parts.addDataKey(settings, options.suite);
    options.say(`新密钥 new key ${id} (${suite})`);
  }
  const report = await parts.rotate({
    sql: client,
    vault: parts.openVault(settings),
    tables,
    signal: options.signal,
    onProgress: ({ done, total }) => options.bar.show(done, total),
  });
  options.bar.close();
  if (!report.interrupted) parts.endRotation(settings);
  return report;
}

function otherSuite(id: string): StartError {
  return new StartError(
    `到密钥 ${id} 的轮换还没有完成。请先不带 --suite 运行一次，再换套件。`,
    `The rotation to key ${id} has not ended. Run once without --suite, then change the suite.`,
  );
}

/** Takes a key out of the keyring for good, unless something still needs it or might. */
export async function destroyKey(desk: KeyDesk, id: string): Promise<void> {
  const { parts, settings } = desk;
  const { file } = parts.loadKeyring(settings);
  const { retiredAt } = parts.findRetired(file, id);
  if (file.rotation) {
    throw new StartError(
      '轮换还没有完成：请先运行 npm run rotate-key。',
      'A rotation has not ended: run npm run rotate-key first.',
    );
  }
  const waitMs = Date.parse(retiredAt ?? '') + DESTROY_AFTER_MS - Date.now();
  if (waitMs > 0) {
    const minutes = Math.ceil(waitMs / 60_000);
    throw new StartError(
      `密钥 ${id} 刚刚停用：正在处理的请求可能还带着用它加密的值。请 ${minutes} 分钟后再试。`,
      `The key ${id} was retired a moment ago: a request under way may still carry a value sealed with it. Try again in ${minutes} min.`,
    );
  }
  const needed = (await countKeys(desk)).filter(({ keyId }) => keyId === id);
  if (needed.length > 0) {
    throw new StartError(
      `密钥 ${id} 仍有值需要它，不能销毁。请先运行 npm run rotate-key。`,
      `The key ${id} cannot be destroyed: values still need it. Run npm run rotate-key first.`,
      needed.map(({ table, column, count }) => `  ${table}.${column}: ${count}`),
    );
  }
  parts.removeKey(settings, id);
}
