import path from 'node:path';
import { initKeyring, type SuiteName } from '@app/platform';

/** Makes a keyring in the folder and gives the environment of a process that uses it; JZ_SUITE picks its suite. */
export function makeTestKeys(folder: string): { KEYRING_FILE: string; KEY_FILE: string } {
  const environment = { KEYRING_FILE: path.join(folder, 'keyring.json'), KEY_FILE: path.join(folder, 'keyring.key') };
  initKeyring(environment, { suite: (process.env['JZ_SUITE'] ?? 'international') as SuiteName });
  return environment;
}
