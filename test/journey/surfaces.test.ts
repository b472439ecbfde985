import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { loadCredential } from '../../deploy/local/built.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { DemoClockFile } from './demo-clock.ts';
import { startOwnSystem, type OwnSystem } from './own-system.ts';
import { eventually, Person } from './person.ts';
import { openStore, type Store } from './stolen-store.ts';
import { credentialOf, forge, subjectOf, type Subject } from './surface-documents.ts';
import {
  isJob,
  reachAll,
  surfaces,
  verifyFile,
  verifyOffline,
  type Answer,
  type Asking,
  type Reached,
} from './surfaces.ts';
import { receiveWebhooks, type WebhookReceiver } from './webhook-receiver.ts';

const WITHIN_MS = 2_000;
const BATCH = 'batch row + proof';
const ISSUANCE = '/api/certificate-issuance';
const VERIFICATION = '/api/public-verification';
const CORRECTED_NAME = '赵国梁';
const REGISTER = ['name + number', 'name + ID', 'QR link', 'signed-in inquiry'] as const;
const FILES = ['file: PDF', 'file: vc+jwt', 'file: SD-JWT', 'file: printed code'] as const;
const OFFLINE = ['npm run verify: PDF', 'npm run verify: vc+jwt', 'npm run verify: SD-JWT'] as const;
const LISTS = ['status list (bitstring)', 'status list (token)'] as const;

let own: OwnSystem;
let asking: Asking;
let store: Store;
let receiver: WebhookReceiver;
let subjects: Subject[];
let clerk: Person;

before(async () => {
  own = await startOwnSystem({ WATCH_ALLOW_LOOPBACK: 'true' });
  const { certificates } = await own.journey();
  const { urls, secrets, dataDir } = own.system;
  const gateway = urls.public;
  const password = secrets.demoPassword;
  clerk = Person.account(gateway, 'clerk.north', password);
  const employer = Person.account(gateway, 'employer.qian', password);
  const lib = await loadCredential(ROOT);
  store = await openStore(own);
  receiver = await receiveWebhooks();
  const clock = new DemoClockFile(path.join(dataDir, 'demo-clock.json'));
  asking = { lib, gateway, password, employer, told: receiver.told, now: () => clock.now() };
  receiver.trust((await employer.post<{ secret: string }>(`${VERIFICATION}/webhooks`, { url: receiver.url })).secret);
  subjects = [];
  for (const certificate of certificates.slice(0, 5)) {
    const subject = await subjectOf(lib, store, clerk, certificate);
    subjects.push(subject);
    const facts = { name: subject.name, certificateNumber: subject.number, purpose: 'bidding' };
    await employer.post(`${VERIFICATION}/watches`, facts);
  }
  await eventually('a checkpoint over all leaves', async () => {
    const [row] = await own.query<{ done: boolean }>(
      'SELECT published = (SELECT sum(leaves) FROM certificate_issuance.log_batch) AS done FROM certificate_issuance.log_head',
    );
    return row?.done || undefined;
  });
});
after(async () => {
  receiver.close();
  await own.stop();
});

interface Freshness {
  checkedAt: string;
  broker: string;
  sources: { name: string; state: string; upToDateAt?: string; waiting?: number }[];
}

const officer = (name: string): Person => Person.account(own.system.urls.public, name, own.system.secrets.demoPassword);
const same = <Name extends string>(names: readonly Name[], wanted: string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, wanted]));
const VALID = {
  ...same(REGISTER, 'VALID v1'),
  ...same([...FILES, ...OFFLINE, BATCH], 'VALID'),
  ...same(LISTS, 'valid'),
};

/** Each surface asks for one certificate. */
function asksOf(subject: Subject): Record<string, () => Promise<string>> {
  const all = Object.entries(surfaces(asking));
  return Object.fromEntries(all.map(([name, surface]) => [name, () => surface(subject)]));
}

function report(act: string, wanted: Readonly<Record<string, string>>, reached: Record<string, Reached>): void {
  const lines = Object.entries(reached).map(
    ([name, { ms, askedMs, answer }]) => `  ${String(ms).padStart(5)} ms (asked at ${askedMs})  ${name}: ${answer}`,
  );
  console.error([`${act}:`, ...lines].join('\n'));
  for (const [name, { answer, askedMs, ms }] of Object.entries(reached)) {
    assert.equal(answer, wanted[name], `${act}, ${name}`);
    assert.ok(
      (isJob(name) ? askedMs : ms) <= WITHIN_MS,
      `${act}, ${name}: asked after ${askedMs} ms, answered after ${ms} ms`,
    );
  }
}

async function follow(
  act: string,
  subject: Subject,
  wanted: Readonly<Record<string, string>>,
  decide: () => Promise<unknown>,
  more: Readonly<Record<string, () => Promise<string>>> = {},
): Promise<void> {
  const asks = { ...asksOf(subject), ...more };
  const calm = await reachAll(asks, VALID, performance.now());
  assert.deepEqual(Object.fromEntries(Object.entries(calm).map(([name, { answer }]) => [name, answer])), VALID);
  await decide();
  report(act, wanted, await reachAll(asks, wanted, performance.now()));
}

/** Proposed by one officer of the province; what it returns is the decision of the other one. */
async function proposed(subject: Subject, change: object): Promise<() => Promise<unknown>> {
  const { id } = await officer('officer.province').post<{ id: string }>(`${ISSUANCE}/changes`, {
    explanation: '经调查核实',
    document: { title: '调查报告', number: '', issuedOn: '2026-11-20', sha256: 'a'.repeat(64) },
    certificateIds: [subject.id],
    ...change,
  });
  const second = officer('officer2.province');
  await second.get(`${ISSUANCE}/changes`);
  return () => second.post(`${ISSUANCE}/changes/${id}/approve`, {});
}

const subjectAt = (index: number): Subject => subjects[index] ?? assert.fail(`no certificate ${index}`);

test('revoked by two: every surface says REVOKED within two seconds', async () => {
  const subject = subjectAt(0);
  const wanted = {
    ...same(REGISTER, 'REVOKED v1'),
    ...same([...FILES, ...OFFLINE, BATCH, 'webhook'], 'REVOKED'),
    ...same(LISTS, 'revoked'),
  };
  await follow('revoked', subject, wanted, await proposed(subject, { kind: 'revoke', reason: 'fraud' }));
});

test('corrected: the old facts and the old papers say REPLACED, the new facts are VALID in the next version', async () => {
  const subject = subjectAt(1);
  const { holder } = await store.certificate(subject.id);
  const correction = { ...holder, name: CORRECTED_NAME };
  const wanted = {
    ...same(REGISTER, 'REPLACED v1'),
    ...same([...FILES, ...OFFLINE, BATCH, 'webhook'], 'REPLACED'),
    ...same(LISTS, 'replaced'),
    'new name + number': 'VALID v2',
    'new name + ID': 'VALID v2',
  };
  const anew = asksOf({ ...subject, name: CORRECTED_NAME });
  const ask = (name: string): (() => Promise<string>) => anew[name] ?? assert.fail(name);
  const decide = await proposed(subject, { kind: 'correct', reason: 'person-corrected', correction });
  const more = { 'new name + number': ask('name + number'), 'new name + ID': ask('name + ID') };
  await follow('corrected', subject, wanted, decide, more);
});

test('issued again: the facts are VALID in the next version, the lost papers say REPLACED', async () => {
  const subject = subjectAt(2);
  const wanted = {
    ...same(REGISTER, 'VALID v2'),
    ...same([...FILES, ...OFFLINE, 'webhook'], 'REPLACED'),
    ...same(LISTS, 'replaced'),
    'QR link': 'REPLACED v1',
    [BATCH]: 'VALID',
  };
  await follow('issued again', subject, wanted, await proposed(subject, { kind: 'reissue', reason: 'lost' }));
});

test('without the broker every answer says that it is stale and how old; with it again they are live and caught up', async () => {
  const subject = subjectAt(4);
  const { name, number: certificateNumber, token, documents } = subject;
  const stranger = Person.stranger(asking.gateway);
  const answers = (): Promise<Answer[]> =>
    Promise.all([
      stranger.post<Answer>(`${VERIFICATION}/verify`, { name, certificateNumber }),
      stranger.get<Answer>(`${VERIFICATION}/verify/${token}`),
      verifyFile(asking, documents.pdf),
      asking.employer.post<Answer>(`${VERIFICATION}/inquiries`, { name, certificateNumber, purpose: 'tender' }),
    ]);
  const allSay = async (source: string, verdict: string): Promise<Answer[] | undefined> => {
    const said = await answers();
    return said.every((each) => each.source === source && each.verdict === verdict) ? said : undefined;
  };
  const freshness = () => stranger.get<Freshness>(`${VERIFICATION}/freshness`);
  assert.ok(await allSay('live', 'VALID'));
  await eventually('all sources to be current', async () =>
    (await freshness()).sources.every(({ state }) => state === 'current') ? true : undefined,
  );
  const decide = await proposed(subject, { kind: 'revoke', reason: 'fraud' });
  await own.system.stopService('nats');
  await eventually('every answer to say that it is stale', () => allSay('stale', 'VALID'));
  await decide();
  const published = { ...same(LISTS, 'revoked'), ...same(OFFLINE, 'REVOKED') };
  report('revoked without the broker', published, await reachAll(asksOf(subject), published, performance.now()));
  const said = (await allSay('stale', 'VALID')) ?? assert.fail('an answer that hides its age');
  const age = await freshness();
  assert.equal(age.broker, 'away');
  assert.deepEqual(
    age.sources.map(({ state }) => state),
    ['unreachable', 'unreachable'],
  );
  assert.ok(age.sources.every(({ upToDateAt = '' }) => Date.parse(upToDateAt) <= Date.parse(age.checkedAt)));
  const ages = said.map(({ dataAsOf }) => asking.now().getTime() - Date.parse(dataAsOf ?? ''));
  assert.ok(
    ages.every((age) => age > 0),
    `ages ${ages.join(', ')} ms`,
  );
  await own.system.startService('nats');
  const began = performance.now();
  await eventually('every answer to be live and to know of it', () => allSay('live', 'REVOKED'));
  console.error(`live and caught up ${Math.round(performance.now() - began)} ms after the broker was there again`);
});

test('a stolen key is given up: what was logged before stays VALID, what the thief signs verifies nowhere', async () => {
  const subject = subjectAt(3);
  const { keys } = await clerk.get<{ keys: { kid: string; state: string; issuer: string }[] }>(`${ISSUANCE}/keys`);
  const kid = keys.find(({ state, issuer }) => state === 'active' && issuer.endsWith(':org-north'))?.kid ?? '';
  const forged = await forge(asking.lib, { kid, sign: await store.privateKey(kid) }, subject);
  const forgeries = Object.entries(forged);
  const offline = forgeries.map(([form, bytes]) => [
    `forged, npm run verify: ${form}`,
    () => verifyOffline(asking, bytes),
  ]);
  const online = forgeries.map(([form, bytes]) => [
    `forged, file: ${form}`,
    async () => (await verifyFile(asking, bytes)).verdict,
  ]);
  const more = Object.fromEntries([...offline, ...online]) as Record<string, () => Promise<string>>;
  const fresh = await reachAll(more, Object.fromEntries(offline.map(([name]) => [name, 'VALID'])), performance.now());
  for (const [name, { answer }] of Object.entries(fresh))
    assert.equal(answer, 'VALID', `${name}, while the key is good`);
  const change = await officer('officer.province').post<{ id: string }>(`${ISSUANCE}/keys/${kid}/compromise`, {
    reason: '签名机被盗',
  });
  const wanted = {
    ...VALID,
    // The code on the page is genuine; what stands around it may be the thief's.
    'file: PDF': 'COULD_NOT_CHECK',
    'npm run verify: PDF': 'COULD_NOT_CHECK',
    // Nothing in it opens its place in the log.
    'file: SD-JWT': 'COULD_NOT_CHECK',
    'npm run verify: SD-JWT': 'COULD_NOT_CHECK',
    ...Object.fromEntries(offline.map(([name]) => [name, 'COULD_NOT_CHECK'])),
    'forged, file: vc+jwt': 'NOT_FOUND',
    'forged, file: paper': 'NOT_FOUND',
    'forged, file: sd-jwt': 'COULD_NOT_CHECK',
  };
  const second = officer('officer2.province');
  await second.get(`${ISSUANCE}/key-changes`);
  const decide = (): Promise<unknown> => second.post(`${ISSUANCE}/key-changes/${change.id}/confirm`, {});
  await follow('key given up', subject, wanted, decide, more);
  const anew = {
    'SD-JWT': await credentialOf(clerk, subject.id, 'dc+sd-jwt'),
    PDF: await clerk.download(`${ISSUANCE}/certificates/${subject.id}/pdf`),
  };
  for (const [form, bytes] of Object.entries(anew)) {
    const said = [(await verifyFile(asking, bytes)).verdict, await verifyOffline(asking, bytes)];
    assert.deepEqual(said, ['VALID', 'VALID'], `${form}, fetched anew, is signed with the next key`);
  }
});
