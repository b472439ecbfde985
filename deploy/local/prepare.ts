import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { errorCode, errorText, StartError } from './errors.ts';
import { randomPassword } from './secrets.ts';
import { underscored } from './settings.ts';

const OLDEST_VERSION = 150_000;
const CONNECT_LIMIT_MS = 10_000;
const INSUFFICIENT_PRIVILEGE = '42501';

export interface PrepareOptions {
  /** Roles belong to the whole cluster: databases that share one need prefixes of their own. */
  prefix?: string;
  /** By service; a missing one is made up. */
  passwords?: Record<string, string>;
  /** Whose keys open what is in the database: another installation is refused before anything is changed. */
  installation?: string;
}

export interface ServiceDatabase {
  schema: string;
  role: string;
  /** With the service's own role. */
  url: string;
}

/** Gives every service a schema and a role that reaches no other. May run any number of times, also at once. */
export async function prepareDatabase<S extends string>(
  adminUrl: string,
  services: readonly S[],
  { prefix = 'jz', passwords = {}, installation }: PrepareOptions = {},
): Promise<Record<S, ServiceDatabase>> {
  const client = await connectAdmin(adminUrl);
  const result = {} as Record<S, ServiceDatabase>;
  try {
    await requireRights(client);
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('jiangzheng/prepare'))`);
    if (installation !== undefined) await requireSameInstallation(client, installation);
    for (const service of services) {
      const schema = underscored(service);
      const role = `${prefix}_${schema}`;
      const password = passwords[service] ?? randomPassword();
      await prepareService(client, { schema, role, password });
      result[service] = { schema, role, url: withUser(adminUrl, role, password) };
    }
    if (installation !== undefined) await markInstallation(client, services.map(underscored), installation);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    if (errorCode(error) === INSUFFICIENT_PRIVILEGE) throw notAllowed(errorText(error));
    throw error;
  } finally {
    await client.end();
  }
}

const MARK = 'jiangzheng installation ';

/** @throws StartError when the database belongs to another data directory */
export async function requireSameInstallation(client: Client, installation: string): Promise<void> {
  const { rows } = await client.query<{ mark: string }>(
    `SELECT obj_description(oid, 'pg_namespace') AS mark FROM pg_namespace
      WHERE obj_description(oid, 'pg_namespace') LIKE '${MARK}%'`,
  );
  if (rows.every(({ mark }) => mark === MARK + installation)) return;
  throw new StartError(
    '这个数据库属于另一个数据目录：其中的个人信息要用那里的密钥环（keyring.json）才能解开。请用原来的数据目录启动，或换一个数据库。',
    'This database belongs to another data directory, whose keyring (keyring.json) opens the personal data in it. Start with that directory, or use another database.',
  );
}

async function markInstallation(client: Client, schemas: readonly string[], installation: string): Promise<void> {
  for (const schema of schemas) {
    await client.query(`COMMENT ON SCHEMA ${escapeIdentifier(schema)} IS ${escapeLiteral(MARK + installation)}`);
  }
}

/** Says what is wrong with a given database before anything is done to it. */
export async function checkAdmin(adminUrl: string): Promise<void> {
  const client = await connectAdmin(adminUrl);
  try {
    await requireRights(client);
  } finally {
    await client.end();
  }
}

async function prepareService(
  client: Client,
  { schema, role, password }: { schema: string; role: string; password: string },
): Promise<void> {
  const [schemaId, roleId] = [escapeIdentifier(schema), escapeIdentifier(role)];
  const database = escapeIdentifier(client.database ?? '');
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${roleId} LOGIN PASSWORD ${escapeLiteral(password)}`);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schemaId}`);
  await client.query(`REVOKE ALL ON SCHEMA ${schemaId} FROM PUBLIC, ${roleId}`);
  await client.query(`GRANT USAGE ON SCHEMA ${schemaId} TO ${roleId}`);
  // Not on tables that exist: a migration may since have taken a right away, as from an audit trail.
  const defaults = `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schemaId} GRANT`;
  await client.query(`${defaults} SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${roleId}`);
  await client.query(`${defaults} USAGE, SELECT ON SEQUENCES TO ${roleId}`);
  await client.query(`ALTER ROLE ${roleId} IN DATABASE ${database} SET search_path TO ${schemaId}`);
}

async function connectAdmin(adminUrl: string): Promise<Client> {
  if (!URL.canParse(adminUrl) || new URL(adminUrl).hostname === '') {
    throw new StartError(
      'DATABASE_URL 的写法应为 postgresql://用户:密码@主机:端口/数据库。',
      'DATABASE_URL must have the form postgresql://user:password@host:port/database.',
    );
  }
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { hostname, port, pathname } = new URL(adminUrl);
    throw new StartError(
      `无法连接数据库 ${hostname}:${port}${pathname}。`,
      `The database ${hostname}:${port}${pathname} cannot be reached.`,
      [errorText(error)],
    );
  }
  return client;
}

async function requireRights(client: Client): Promise<void> {
  const { rows } = await client.query<{ may_prepare: boolean; version: number; encoding: string }>(
    `SELECT r.rolsuper OR (r.rolcreaterole AND has_database_privilege(d.oid, 'CREATE')) AS may_prepare,
            current_setting('server_version_num')::int AS version,
            pg_encoding_to_char(d.encoding) AS encoding
       FROM pg_roles r, pg_database d
      WHERE r.rolname = current_user AND d.datname = current_database()`,
  );
  const found = rows[0];
  if (!found?.may_prepare) throw notAllowed();
  if (found.version >= OLDEST_VERSION && found.encoding === 'UTF8') return;
  throw new StartError(
    `需要编码为 UTF8 的 PostgreSQL 15 或更新版本；当前为 ${found.version}、${found.encoding}。`,
    `PostgreSQL 15 or later with encoding UTF8 is needed; this one is ${found.version} with ${found.encoding}.`,
  );
}

function notAllowed(...details: string[]): StartError {
  return new StartError(
    'DATABASE_URL 的用户权限不足：需要超级用户，或同时具有 CREATEROLE 和该数据库的 CREATE 权限；已存在的 jz_ 角色须由它建立。',
    'The user of DATABASE_URL lacks rights: it must be a superuser, or have CREATEROLE and CREATE on the database; jz_ roles that exist must have been made by it.',
    details,
  );
}

function withUser(adminUrl: string, user: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = user;
  url.password = password;
  return url.href;
}
