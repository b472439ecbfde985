import { setTimeout as sleep } from 'node:timers/promises';
import { readCode, registryReader, sha256 } from '../../deploy/local/verify-source.ts';
import type * as credential from '../../libs/credential/src/index.ts';
import { Person, Refused, type Problem } from './person.ts';
import { signIn } from './sign-in.ts';
import type { Subject } from './surface-documents.ts';
import type { Told } from './webhook-receiver.ts';

type Lib = typeof credential;

const VERIFICATION = '/api/public-verification';
const PAUSE_MS = 100;
const POLL_MS = 25;
const GIVE_UP_MS = 10_000;
const DECLARED = { purpose: 'tender', purposeText: '投标人员资格核查', consent: '2026-1', watch: 'false' };
const DONE = new Set(['finished', 'cancelled']);

/** Somewhere a certificate can be asked about; `verdict`, with the version that it speaks of where it names one. */
export type Surface = (subject: Subject) => Promise<string>;

export interface Asking {
  lib: Lib;
  gateway: string;
  /** Of the demonstration. */
  now: () => Date;
  /** An organisation that asks signed in. */
  employer: Person;
  password: string;
  told: readonly Told[];
}

export interface Answer {
  verdict: string;
  source: string;
  dataAsOf?: string;
  certificates: { status: string; version: number }[];
}

/** What an answer says, and of which version: a valid one counts before those it took the place of. */
function saidOf({ verdict, certificates }: Answer): string {
  const shown = certificates.find(({ status }) => status === 'valid') ?? certificates[0];
  return shown ? `${verdict} v${shown.version}` : verdict;
}

export async function verifyFile({ gateway }: Pick<Asking, 'gateway'>, bytes: Uint8Array): Promise<Answer> {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(bytes)]), 'document');
  const response = await fetch(`${gateway}${VERIFICATION}/verify/file`, { method: 'POST', body });
  if (!response.ok) throw new Refused('verify/file', response.status, (await response.json()) as Problem);
  return (await response.json()) as Answer;
}

/** As `npm run verify -- <file> --url <registry>` does: a fresh snapshot of the public files, and the leaf from the log. */
export async function verifyOffline({ lib, gateway, now }: Asking, document: Uint8Array): Promise<string> {
  const read = registryReader(gateway, AbortSignal.timeout(GIVE_UP_MS));
  const at = now();
  let snapshot = await lib.gatherSnapshot(read, { registry: gateway, now: at, lists: 'all' });
  const check = () => lib.checkDocument(document, { snapshot, hash: sha256, readCode, now: at });
  const { needs, read: facts } = await check();
  const { committed } = needs;
  const { certificateId, issuedOn } = facts;
  if (snapshot.log && committed && certificateId && issuedOn) {
    const leaf = await lib.gatherLeaf(read, snapshot.log, { committed, certificateId, issuedOn }, sha256);
    if (leaf) snapshot = { ...snapshot, log: { ...snapshot.log, leaves: [leaf] } };
  }
  return (await check()).verdict;
}

async function askBatch({ gateway, employer, password }: Asking, { name, number }: Subject): Promise<string> {
  const body = new FormData();
  for (const [field, value] of Object.entries(DECLARED)) body.set(field, value);
  body.set('file', new Blob([`姓名,证书编号\n${name},${number}\n`]), 'list.csv');
  const headers = {
    'idempotency-key': crypto.randomUUID(),
    authorization: `Bearer ${await signIn(gateway, employer.username, password)}`,
  };
  const response = await fetch(`${gateway}${VERIFICATION}/batches`, { method: 'POST', headers, body });
  if (!response.ok) throw new Refused('batches', response.status, (await response.json()) as Problem);
  const { id } = (await response.json()) as { id: string };
  const at = `${VERIFICATION}/batches/${id}`;
  while (!DONE.has((await employer.get<{ state: string }>(at)).state)) await sleep(POLL_MS);
  const { items } = await employer.get<{ items: { verdict: string; proofCode: string }[] }>(`${at}/rows`);
  const [row] = items;
  if (!row) return 'no row';
  const proof = await Person.stranger(gateway).get<{ row?: { verdict: string } }>(
    `${VERIFICATION}/proofs/${row.proofCode}`,
  );
  return proof.row?.verdict === row.verdict ? row.verdict : `${row.verdict}, proof ${proof.row?.verdict}`;
}

function statusLists({ lib, gateway }: Asking): Record<string, Surface> {
  const list = async ({ list: number }: Subject, form: 'message' | 'token'): Promise<unknown> => {
    const response = await fetch(`${gateway}/api/certificate-issuance/status-lists/${number}/${form}`);
    return lib.decodeCompactJws((await response.text()).replaceAll('"', '')).payload;
  };
  return {
    'status list (bitstring)': async (subject) => {
      const { credentialSubject } = (await list(subject, 'message')) as { credentialSubject: { encodedList: string } };
      const bits = await lib.decodeBitstring(credentialSubject.encodedList, 2, lib.MIN_STATUS_ENTRIES);
      return lib.messageState(bits, subject.index).outcome;
    },
    'status list (token)': async (subject) => {
      const { status_list: token } = (await list(subject, 'token')) as { status_list: credential.EncodedStatusList };
      return lib.tokenState(await lib.decodeStatusList(token), subject.index).outcome;
    },
  };
}

/** Everywhere a stranger, an organisation or a program can ask, by what stands in the table of a test. */
export function surfaces(asking: Asking): Record<string, Surface> {
  const { gateway, employer } = asking;
  const stranger = Person.stranger(gateway);
  const verify = async (facts: object) => saidOf(await stranger.post<Answer>(`${VERIFICATION}/verify`, facts));
  const file =
    (kind: keyof Subject['documents']): Surface =>
    async ({ documents }) =>
      (await verifyFile(asking, documents[kind])).verdict;
  return {
    'name + number': ({ name, number }) => verify({ name, certificateNumber: number }),
    'name + ID': ({ name, documentNumber }) => verify({ name, documentNumber }),
    'QR link': async ({ token }) => saidOf(await stranger.get<Answer>(`${VERIFICATION}/verify/${token}`)),
    'file: PDF': file('pdf'),
    'file: vc+jwt': file('vc+jwt'),
    'file: SD-JWT': file('sd-jwt'),
    'file: printed code': file('paper'),
    'signed-in inquiry': async ({ name, number }) => {
      const facts = { name, certificateNumber: number, purpose: 'tender' };
      return saidOf(await employer.post<Answer>(`${VERIFICATION}/inquiries`, facts));
    },
    'batch row + proof': (subject) => askBatch(asking, subject),
    ...statusLists(asking),
    'npm run verify: PDF': ({ documents }) => verifyOffline(asking, documents.pdf),
    'npm run verify: vc+jwt': ({ documents }) => verifyOffline(asking, documents['vc+jwt']),
    'npm run verify: SD-JWT': ({ documents }) => verifyOffline(asking, documents['sd-jwt']),
    webhook: ({ id }) =>
      Promise.resolve(asking.told.findLast(({ certificateId }) => certificateId === id)?.verdict ?? 'nothing told'),
  };
}

export interface Reached {
  answer: string;
  /** From the answer to the act until this was asked, and until it was answered. */
  askedMs: number;
  ms: number;
}

/** Asks a surface again and again until it says what it should, or time is up. */
async function until(ask: () => Promise<string>, wanted: string, began: number): Promise<Reached> {
  for (;;) {
    const askedMs = Math.round(performance.now() - began);
    const answer = await ask();
    const ms = Math.round(performance.now() - began);
    if (answer === wanted || ms > GIVE_UP_MS) return { answer, askedMs, ms };
    await sleep(PAUSE_MS);
  }
}

/**
 * A workbook with its signed proof, a command that reads keys, lists and log: they take the time of their work, so what
 * counts is how soon after the act the right answer could be asked for.
 */
export const isJob = (name: string): boolean => name.includes('batch') || name.includes('npm run verify');

/** Surfaces at the same time, because strangers do not wait for one another; then the jobs, which would slow them down. */
export async function reachAll(
  asks: Readonly<Record<string, () => Promise<string>>>,
  wanted: Readonly<Record<string, string>>,
  began: number,
): Promise<Record<string, Reached>> {
  const reached: Record<string, Reached> = {};
  const reach = async ([name, answer]: [string, string]): Promise<void> => {
    const ask = asks[name];
    if (!ask) throw new Error(`no surface ${name}`);
    reached[name] = await until(ask, answer, began);
  };
  const all = Object.entries(wanted);
  await Promise.all(all.filter(([name]) => !isJob(name)).map(reach));
  await Promise.all(all.filter(([name]) => isJob(name)).map(reach));
  return reached;
}
