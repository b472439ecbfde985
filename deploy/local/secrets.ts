import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { errorCode, StartError } from './errors.ts';
import { readIfPresent, writeFileAtomically } from './files.ts';
import { DATA_SERVICES } from './settings.ts';

const PASSWORD_BYTES = 24;
const COOKIE_KEYS = 2;
const INDENT = 2;
const INSTALLATION_LENGTH = 16;

/** Known to everyone, so it is only ever handed to services in demo mode, where all doors are on the loopback. */
const DEMO_PASSWORD = 'jiangzheng-demo-2026';
/** Of the authenticator app of the demo accounts that need one; as public as the password. */
export const DEMO_TOTP_SECRET = 'JIANGZHENGDEMOTOTPSECRETFORALL26';

export interface Secrets {
  postgresPassword: string;
  natsUser: string;
  natsPassword: string;
  /** By data service. */
  rolePasswords: Record<string, string>;
  oidcCookieKeys: string[];
  /** A name for this data directory that a database is marked with; the same as long as the directory lives. */
  installation: string;
  /** There was a keyring: one that is missing later was lost, and is not made anew. */
  hasKeyring?: boolean;
  /** 32 bytes, base64: only until they are in the keyring. */
  personalDataKey?: string;
  blindIndexKey?: string;
  demoPassword: string;
  /** Base 32. */
  demoTotpSecret: string;
}

function secretsFile(dataDir: string): string {
  return join(dataDir, 'secrets.json');
}

/** Reads the secrets, making those that do not exist yet. */
export function loadSecrets(dataDir: string): Secrets {
  const path = secretsFile(dataDir);
  const text = read(path);
  const known = text === undefined ? {} : parse(path, text);
  const secrets = complete(known);
  const next = `${JSON.stringify(secrets, undefined, INDENT)}\n`;
  if (next !== text) writeFileAtomically(path, next);
  return secrets;
}

/** Called once the keys are in the keyring: from here on they stand nowhere else. */
export function noteKeyring(dataDir: string): void {
  const { personalDataKey: _data, blindIndexKey: _index, ...others } = loadSecrets(dataDir);
  const next: Secrets = { ...others, hasKeyring: true };
  writeFileAtomically(secretsFile(dataDir), `${JSON.stringify(next, undefined, INDENT)}\n`);
}

function complete(known: Partial<Secrets>): Secrets {
  return {
    postgresPassword: known.postgresPassword ?? randomPassword(),
    natsUser: known.natsUser ?? 'jiangzheng',
    natsPassword: known.natsPassword ?? randomPassword(),
    rolePasswords: passwordPerName(DATA_SERVICES, known.rolePasswords),
    oidcCookieKeys: known.oidcCookieKeys ?? Array.from({ length: COOKIE_KEYS }, randomPassword),
    installation: known.installation ?? installationOf(known.personalDataKey ?? randomPassword()),
    ...(known.hasKeyring === undefined ? {} : { hasKeyring: known.hasKeyring }),
    ...(known.personalDataKey === undefined ? {} : { personalDataKey: known.personalDataKey }),
    ...(known.blindIndexKey === undefined ? {} : { blindIndexKey: known.blindIndexKey }),
    demoPassword: known.demoPassword ?? DEMO_PASSWORD,
    demoTotpSecret: known.demoTotpSecret ?? DEMO_TOTP_SECRET,
  };
}

function passwordPerName(names: readonly string[], known: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, known[name] ?? randomPassword()]));
}

/** Safe in a URL as it stands. */
export function randomPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}

function read(path: string): string | undefined {
  try {
    return readIfPresent(path);
  } catch (error) {
    throw new StartError(
      `无法读取 ${path}（${errorCode(error)}）：它可能属于另一个用户。请用创建它的用户启动，或用 --data-dir 另选数据目录。`,
      `${path} cannot be read (${errorCode(error)}): it may belong to another user. Start as the user who made it, or choose another directory with --data-dir.`,
    );
  }
}

function parse(path: string, text: string): Partial<Secrets> {
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch {
    throw new StartError(
      `${path} 已损坏。其中的密钥无法重新生成：请从备份恢复它，或删除整个数据目录重新开始。`,
      `${path} is damaged. Its keys cannot be made again: restore it from a backup, or delete the data directory to start anew.`,
    );
  }
}

/** Tells nothing of what it is made from; a directory from before there were keyrings keeps the name its key gave it. */
function installationOf(seed: string): string {
  return createHash('sha256').update(`installation ${seed}`).digest('hex').slice(0, INSTALLATION_LENGTH);
}
