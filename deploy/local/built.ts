import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as tlog from '../../libs/credential/src/tlog/index.ts';
import type * as credential from '../../libs/credential/src/index.ts';
import type * as claims from '../../apps/certificate-issuance/src/certificate/certificate-claims.ts';
import type * as holders from '../../apps/certificate-issuance/src/certificate/holder.ts';
import type * as keyringSetup from '../../libs/platform/src/personal-data/keyring-setup.ts';
import type * as keySettings from '../../libs/platform/src/personal-data/key-settings.ts';
import type * as keyringStorage from '../../libs/platform/src/personal-data/keyring-storage.ts';
import type * as rotation from '../../libs/platform/src/personal-data/rotation.ts';
import type * as sealedTables from '../../libs/platform/src/personal-data/sealed-tables.ts';
import type * as recordsDesk from '../../libs/platform/src/person-records/records-desk.ts';
import type * as problems from '../../libs/platform/src/problems.ts';
import type * as standards from '../../libs/standards/src/index.ts';
import type * as vault from '../../libs/platform/src/personal-data/vault.ts';
import type { SealedColumn, ServiceDefinition } from '../../libs/platform/src/index.ts';
import { StartError } from './errors.ts';

export type PersonalData = typeof keyringSetup &
  typeof keySettings &
  typeof keyringStorage &
  typeof rotation &
  typeof sealedTables &
  typeof vault;

const PARTS = ['keyring-setup', 'key-settings', 'keyring-storage', 'rotation', 'sealed-tables', 'vault'];

async function load<T>(root: string, ...parts: string[]): Promise<T> {
  const file = join(root, 'dist', ...parts);
  if (!existsSync(file)) {
    throw new StartError(
      `缺少构建结果 ${file}。请先运行 npm start 或 npm run build。`,
      `The build result ${file} is missing. Run npm start or npm run build first.`,
    );
  }
  return (await import(file)) as T;
}

/** Scripts run what services run: the built code. */
export async function loadPersonalData(root: string): Promise<PersonalData> {
  const modules = PARTS.map((part) => load<object>(root, 'libs', 'platform', 'src', 'personal-data', `${part}.js`));
  return Object.assign({}, ...(await Promise.all(modules))) as PersonalData;
}

export async function loadService(root: string, service: string): Promise<ServiceDefinition> {
  await import('reflect-metadata');
  const built = await load<{ service: ServiceDefinition }>(root, 'apps', service, 'src', 'service-definition.js');
  return built.service;
}

/** The registry of a service's own sealed columns. */
export async function loadSealedColumns(root: string, service: string): Promise<readonly SealedColumn[]> {
  return (await loadService(root, service)).data?.personalData ?? [];
}

export function loadRecordsDesk(root: string): Promise<typeof recordsDesk> {
  return load(root, 'libs', 'platform', 'src', 'person-records', 'records-desk.js');
}

export function loadProblems(root: string): Promise<typeof problems> {
  return load(root, 'libs', 'platform', 'src', 'problems.js');
}

export function loadStandards(root: string): Promise<typeof standards> {
  return load(root, 'libs', 'standards', 'src', 'index.js');
}

export function loadCredential(root: string): Promise<typeof credential> {
  return load(root, 'libs', 'credential', 'src', 'index.js');
}

/** The part of it that a witness needs. */
export function loadTlog(root: string): Promise<typeof tlog> {
  return load(root, 'libs', 'credential', 'src', 'tlog', 'index.js');
}

/** How the issuing service makes of a row what the log commits to. */
export async function loadCommitted(root: string): Promise<typeof claims & typeof holders> {
  const at = ['apps', 'certificate-issuance', 'src', 'certificate'];
  const [made, held] = await Promise.all([
    load<typeof claims>(root, ...at, 'certificate-claims.js'),
    load<typeof holders>(root, ...at, 'holder.js'),
  ]);
  return { ...made, ...held };
}
