import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { errorText, StartError } from './errors.ts';
import { readIfPresent } from './files.ts';
import { noteKeyring, type Secrets } from './secrets.ts';

const COMMAND = ['dist', 'libs', 'platform', 'src', 'personal-data', 'keyring-command.js'];
const LIMIT_MS = 60_000;
const KEY_ID_LENGTH = 8;

/** What a service finds its keys by; with a provider other than `file`, its settings come from the launcher's own environment. */
export interface KeyEnvironment {
  KEYRING_FILE: string;
  KEY_FILE: string;
}

export interface KeyringOptions {
  root: string;
  dataDir: string;
  env: NodeJS.ProcessEnv;
  secrets: Secrets;
}

/** The file and the key-encryption key are two files, so that they can be backed up and guarded apart. */
export function keyEnvironment(dataDir: string, env: NodeJS.ProcessEnv): KeyEnvironment {
  return { KEYRING_FILE: join(dataDir, 'keyring.json'), KEY_FILE: env.KEY_FILE || join(dataDir, 'keyring.key') };
}

/** Makes the keyring of a new data directory, takes over the keys of an old one, and checks that a known one opens. */
export async function prepareKeyring({ root, dataDir, env, secrets }: KeyringOptions): Promise<KeyEnvironment> {
  const keys = keyEnvironment(dataDir, env);
  const { personalDataKey, blindIndexKey } = secrets;
  if (secrets.hasKeyring && !existsSync(keys.KEYRING_FILE)) throw lost(keys.KEYRING_FILE);
  const args = ['init', '--suite', env.JZ_SUITE || 'international'];
  const isOld = personalDataKey !== undefined && blindIndexKey !== undefined;
  const given = isOld ? JSON.stringify({ dataKey: personalDataKey, indexKey: blindIndexKey }) : undefined;
  await runKeyringCommand(root, { ...env, ...keys }, given === undefined ? args : [...args, '--import'], given);
  if (isOld) requireKey(keys.KEYRING_FILE, personalDataKey);
  if (isOld || !secrets.hasKeyring) noteKeyring(dataDir);
  return keys;
}

/** The command runs on the build: the format of keyrings is made in one place. */
async function runKeyringCommand(
  root: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  input = '',
): Promise<void> {
  const script = join(root, ...COMMAND);
  if (!existsSync(script)) throw new StartError(`缺少构建结果 ${script}。`, `The build result ${script} is missing.`);
  await new Promise<void>((resolve, reject) => {
    const child = execFile(process.execPath, [script, ...args], { env, timeout: LIMIT_MS }, (error, _, stderr) => {
      if (!error) return resolve();
      const lines = (stderr || errorText(error)).trimEnd().split('\n');
      reject(new StartError('密钥环不可用。', 'The keyring cannot be used.', lines));
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Before the old keys are wiped: a keyring that was there already must hold them. */
function requireKey(keyringFile: string, keyBase64: string): void {
  const id = createHash('sha256').update(Buffer.from(keyBase64, 'base64')).digest('hex').slice(0, KEY_ID_LENGTH);
  if (readIfPresent(keyringFile)?.includes(`"${id}"`)) return;
  throw new StartError(
    `密钥环 ${keyringFile} 中没有 secrets.json 里的那把密钥：两个文件不是一套。请恢复原来的一套文件。`,
    `The keyring ${keyringFile} does not hold the key in secrets.json: the two files do not belong together. Restore the ones that do.`,
  );
}

function lost(keyringFile: string): StartError {
  return new StartError(
    `密钥环 ${keyringFile} 不见了。没有它，数据库中的个人信息无法解开：请从备份恢复它，或删除整个数据目录重新开始。`,
    `The keyring ${keyringFile} is gone. Personal data in the database cannot be opened without it: restore it from a backup, or delete the data directory to start anew.`,
  );
}
