import { deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import {
  encodeBase64Url,
  encodeCompactJws,
  presentSdJwt,
  readSnapshot,
  type Finding,
  type Snapshot,
} from '../index.js';
import { checkDocument, type Means } from './check-document.js';
import {
  CLAIMS,
  madeCertificate,
  newKey,
  NOW,
  publishedKey,
  REGISTRY,
  sha256,
  signedList,
  SITE,
  type MadeCertificate,
} from './made-certificate.fixture.js';
import { found, verdictOfChecks } from './checks.js';

let made: MadeCertificate;
beforeAll(async () => {
  made = await madeCertificate();
});

const means = (change: Partial<Snapshot> = {}, now = NOW): Means => ({
  snapshot: { ...made.snapshot, ...change },
  hash: sha256,
  readCode: () => null,
  now,
});
const checked = async (given: string | Uint8Array, change: Partial<Snapshot> = {}, now = NOW) => {
  const { verdict, checks } = await checkDocument(given, means(change, now));
  return [verdict, ...checks.map(({ code }) => code)];
};
const refusal = async (given: string | Uint8Array): Promise<string> =>
  checkDocument(given, means()).then(
    ({ verdict }) => verdict,
    (error: DomainError) => error.code,
  );
const GOOD: Finding[] = ['form/read', 'signature/good', 'key/trusted', 'status/valid'];
const altered = (text: string): string => {
  const [head = '', body = '', tail = ''] = text.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { credentialSubject: { name: string } };
  claims.credentialSubject.name = '王建军';
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), tail].join('.');
};

describe('a document without a network', () => {
  it('is valid when form, signature, key and status are, in each of its forms; the log is proven where it can be', async () => {
    expect(await checked(made.paper)).toEqual(['VALID', ...GOOD, 'log/included']);
    expect(await checked(`\n${made.jwt} `)).toEqual(['VALID', ...GOOD, 'log/included']);
    expect(await checked(new TextEncoder().encode(made.sdJwt))).toEqual(['VALID', ...GOOD, 'log/no-proof']);
    const { read } = await checkDocument(made.paper, means());
    expect(read).toMatchObject({
      holderName: '王建国',
      certificateNumber: CLAIMS.certificateNumber,
      documentTail: '021X',
    });
  });

  it.each([
    ['revoked', 'REVOKED'],
    ['cancelled', 'CANCELLED'],
    ['replaced', 'REPLACED'],
  ] as const)('that was %s is %s, also when the list that says so has expired', async (state, verdict) => {
    const statusLists = [await signedList(made.status, state)];
    for (const text of [made.paper, made.jwt, made.sdJwt]) {
      expect((await checked(text, { statusLists })).slice(0, 5)).toEqual([
        verdict,
        ...GOOD.slice(0, 3),
        `status/${state}`,
      ]);
    }
    const later = new Date(NOW.getTime() + 40 * 86_400_000);
    expect((await checked(made.paper, { statusLists }, later))[0]).toBe(verdict);
  });

  it('is never valid when its status is not known: no list, an expired, a forged, another’s and a swollen one', async () => {
    const status = async (change: Partial<Snapshot>, now = NOW) => {
      const [verdict, , , , code] = await checked(made.paper, change, now);
      return [verdict, code];
    };
    const list = made.snapshot.statusLists[0] ?? '';
    const open = (code: Finding) => ['COULD_NOT_CHECK', code];
    expect(await status({ statusLists: [] })).toEqual(open('status/no-list'));
    expect(await status({}, new Date(NOW.getTime() + 2 * 86_400_000))).toEqual(open('status/expired'));
    expect(await status({ statusLists: [`${list.slice(0, -4)}AAAA`] })).toEqual(open('status/not-authentic'));
    expect(await status({ registry: 'https://other.example' })).toEqual(open('status/no-list'));
    expect(await status({ statusLists: [await signedList(made.stranger, 'valid')] })).toEqual(
      open('status/not-authentic'),
    );
    const bomb = encodeBase64Url(deflateSync(Buffer.alloc((300 * 1024 * 1024) >> 4)));
    const sub = `${REGISTRY}/api/certificate-issuance/status-lists/3/token`;
    const claims = { sub, iat: NOW.getTime() / 1_000 - 60, exp: 9_999_999_999, status_list: { bits: 4, lst: bomb } };
    const swollen = await encodeCompactJws(
      { alg: 'ES256', typ: 'statuslist+jwt', kid: made.status.kid },
      claims,
      made.status.sign,
    );
    expect(await status({ statusLists: [swollen] })).toEqual(open('status/malformed'));
  });

  it('that was altered is a mismatch, whatever else is right', async () => {
    const paper = await made.printed(CLAIMS, { ...made.stranger, kid: made.body.kid });
    for (const text of [paper, altered(made.jwt), made.sdJwt.replace(/~[^~]+~/, '~WyJhIiwiYiIsImMiXQ~')]) {
      expect((await checked(text)).slice(0, 5)).toEqual([
        'MISMATCH',
        'form/read',
        'signature/wrong',
        'key/unknown',
        'status/not-asked',
      ]);
    }
  });

  it('by a key that is not known could not be checked; one of another body is a mismatch', async () => {
    const foreign = await made.printed(CLAIMS, made.stranger);
    expect((await checked(foreign)).slice(0, 3)).toEqual(['COULD_NOT_CHECK', 'form/read', 'signature/no-key']);
    const keys = [...made.snapshot.keys, publishedKey(made.stranger, 'org-south')];
    expect((await checked(foreign, { keys })).slice(0, 4)).toEqual([
      'MISMATCH',
      'form/read',
      'signature/good',
      'key/other-body',
    ]);
    expect((await checked(made.paper, { sites: [] }))[3]).toBe('key/no-directory');
    expect((await checked(made.paper, { sites: [] }))[0]).toBe('COULD_NOT_CHECK');
  });

  it('by a compromised key is only what the log proves to be from before', async () => {
    const keys = (compromisedFrom: number) => [
      publishedKey(made.body, 'org-north', { state: 'compromised', compromisedFrom }),
      ...made.snapshot.keys.slice(1),
    ];
    expect((await checked(made.paper, { keys: keys(3) }))[0]).toBe('VALID');
    expect((await checked(made.paper, { keys: keys(2) })).slice(0, 4)).toEqual([
      'COULD_NOT_CHECK',
      ...GOOD.slice(0, 2),
      'key/compromised',
    ]);
    const { log: _log, ...unlogged } = made.snapshot;
    expect((await checkDocument(made.paper, { ...means(), snapshot: { ...unlogged, keys: keys(3) } })).verdict).toBe(
      'COULD_NOT_CHECK',
    );
    const next = [publishedKey(made.body, 'org-north', { state: 'next' }), ...made.snapshot.keys.slice(1)];
    expect((await checked(made.paper, { keys: next }))[3]).toBe('key/not-in-use');
  });

  it('that the log has otherwise, or not at the place that is claimed, is a mismatch; without a checkpoint it is open', async () => {
    const { log } = made.snapshot;
    if (!log) throw new Error('made with a log');
    const last = async (change: Partial<typeof log>) =>
      (await checked(made.paper, { log: { ...log, ...change } })).at(-1);
    const [leaf] = log.leaves;
    if (!leaf) throw new Error('made with a leaf');
    expect(await last({ leaves: [{ ...leaf, index: 3 }] })).toBe('log/not-proven');
    expect(await last({ checkpoint: log.checkpoint.replace('\n5\n', '\n6\n') })).toBe('log/no-checkpoint');
    expect(await last({ needed: 1 })).toBe('log/no-checkpoint');
    expect(await last({ leaves: [] })).toBe('log/no-proof');
    const other = await made.printed({ ...CLAIMS, levelDigit: '2' });
    expect((await checked(other)).at(-1)).toBe('log/differs');
    expect((await checked(other))[0]).toBe('MISMATCH');
  });

  it('shows only what its holder shows, and a link says nothing by itself', async () => {
    const shown = presentSdJwt(made.sdJwt, ['holder_name']);
    const report = await checkDocument(shown, means());
    expect([report.verdict, report.read]).toEqual(['VALID', { organisationId: 'org-north', holderName: '王建国' }]);
    const link = await checkDocument(`${REGISTRY}/v/q83vEjRWeJq83vEjRWeJqw`, means());
    expect([link.verdict, link.token, link.checks[0]?.code]).toEqual([
      'COULD_NOT_CHECK',
      'q83vEjRWeJq83vEjRWeJqw',
      'form/link-only',
    ]);
  });

  it('of no known kind, too large or damaged is refused by name', async () => {
    expect(await refusal('HELLO')).toBe('offline/unknown-kind');
    expect(await refusal('a'.repeat(1_000_000))).toBe('offline/too-large');
    expect(await refusal(`JZ1:${'A'.repeat(1_000_000)}`)).toBe('offline/too-large');
    expect(await refusal(new Uint8Array(6 * 1024 * 1024))).toBe('offline/too-large');
    expect(await refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe('offline/picture');
    expect(await refusal('JZ1:000')).toBe('credential/malformed');
    expect(await refusal(new TextEncoder().encode('%PDF-1.4\n%%EOF'))).toBe('offline/no-code');
    expect(await refusal(gzipSync(Buffer.alloc(100)))).toBe('offline/unknown-kind');
  });
});

describe('a snapshot', () => {
  it('is read as it was written, and refused when it is another thing, too deep or spoilt', () => {
    expect(readSnapshot(JSON.stringify(made.snapshot))).toEqual(made.snapshot);
    const spoilt = [
      '{}',
      'null',
      '[',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      JSON.stringify({ ...made.snapshot, keys: [{}] }),
      JSON.stringify({ ...made.snapshot, sites: [{ organisationId: 'o', agencyName: 'n', siteCode: '' }] }),
      JSON.stringify({ ...made.snapshot, log: {} }),
      JSON.stringify({ ...made.snapshot, takenAt: 'soon' }),
    ];
    for (const text of spoilt)
      expect(() => readSnapshot(text)).toThrow(expect.objectContaining({ code: 'offline/snapshot' }));
  });
});

it('no set of findings but the whole is valid', () => {
  const whole = ['form/read', 'signature/good', 'key/trusted', 'status/valid'] as const;
  expect(verdictOfChecks(whole.map(found))).toBe('VALID');
  for (const code of whole)
    expect(verdictOfChecks(whole.filter((each) => each !== code).map(found))).toBe('COULD_NOT_CHECK');
  expect(verdictOfChecks([...whole, 'document/unsigned' as const].map(found))).toBe('COULD_NOT_CHECK');
  expect(verdictOfChecks([...whole, 'document/changed' as const].map(found))).toBe('MISMATCH');
});

it('keys are named by themselves', async () => {
  const { soundKeys } = await import('./check-document.js');
  const [one, two] = [await newKey(), await newKey()];
  const keys = [publishedKey(one, SITE), { ...publishedKey(two, SITE), kid: one.kid }];
  expect(await soundKeys(keys)).toEqual([keys[0]]);
});
