import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkBitstringStatus,
  checkTokenStatus,
  decodeBitstring,
  decodeStatusList,
  emptyStatuses,
  encodeBase64Url,
  encodeBitstring,
  encodeBitstringStatusList,
  encodeStatusList,
  encodeTokenStatusList,
  MIN_STATUS_ENTRIES,
  readStatus,
  statusEntries,
  statusLists,
  verifyBitstringStatusList,
  verifyTokenStatusList,
  writeStatus,
  type PublicJwk,
  type Sign,
  type StatusLists,
} from './index.js';
import published from './vectors/token-status-list.json' with { type: 'json' };

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const ENTRIES = MIN_STATUS_ENTRIES;
const NOW = 1_796_083_200;
const URI = 'https://zj.example/status/3';
/** W3C Bitstring Status List v1.0, example 3: 131,072 zeros. */
const W3C_EMPTY = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );

/** 400 MB of zeros in 400 kB: a flushed block of one megabyte, four hundred times. */
function bomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.concat([deflateSync('').subarray(0, 2), ...Array.from({ length: 400 }, () => block)]);
}

describe('Token Status List as published', () => {
  it('reads the lists of section 4', async () => {
    for (const { bits, lst, bytes } of published.small) {
      const list = await decodeStatusList({ bits, lst });
      expect(Buffer.from(list.bytes).toString('hex')).toBe(bytes);
      expect((await decodeStatusList(await encodeStatusList(list))).bytes).toEqual(list.bytes);
    }
    const list = await decodeStatusList({ bits: 1, lst: 'eNrbuRgAAhcBXQ' });
    const statuses = Array.from({ length: 16 }, (_, index) => readStatus(list, index));
    expect(statuses.join('')).toBe('1001110111000101');
  });

  it('reads the lists of appendix C: 2^20 entries', async () => {
    for (const { bits, lst, statuses } of published.large) {
      const list = await decodeStatusList({ bits, lst }, (2 ** 20 * bits) / 8);
      const expected = emptyStatuses(2 ** 20, bits === 1 ? 1 : 2, 'least-first');
      for (const [index = -1, value = -1] of statuses) writeStatus(expected, index, value);
      expect(Buffer.compare(list.bytes, expected.bytes)).toBe(0);
    }
  });
});

describe('Bitstring Status List as published', () => {
  it('reads the empty list of example 3, and counts bits from the left', async () => {
    const list = await decodeBitstring(W3C_EMPTY, 1, ENTRIES);
    expect(list.bytes).toHaveLength(16_384);
    expect(list.bytes.every((byte) => byte === 0)).toBe(true);
    writeStatus(list, 0, 1);
    expect(list.bytes[0]).toBe(0x80);
    expect((await decodeBitstring(await encodeBitstring(list), 1, ENTRIES)).bytes).toEqual(list.bytes);
  });
});

describe('packed statuses', () => {
  it('keep every value apart from its neighbours, in both orders', () => {
    const cases = fc.record({
      width: fc.constantFrom(1 as const, 2 as const, 4 as const, 8 as const),
      order: fc.constantFrom('least-first' as const, 'most-first' as const),
      values: fc.array(fc.tuple(fc.nat(99), fc.nat(255)), { maxLength: 60 }),
    });
    fc.assert(
      fc.property(cases, ({ width, order, values }) => {
        const list = emptyStatuses(100, width, order);
        const expected = new Map<number, number>();
        for (const [index, wide] of values) {
          const value = wide % 2 ** width;
          writeStatus(list, index, value);
          expected.set(index, value);
        }
        const all = Array.from({ length: 100 }, (_, index) => index);
        expect(all.map((index) => readStatus(list, index))).toEqual(all.map((index) => expected.get(index) ?? 0));
      }),
    );
    const list = emptyStatuses(8, 2, 'least-first');
    expect(() => readStatus(list, 8)).toThrow('credential/status-index');
    expect(() => readStatus(list, -1)).toThrow('credential/status-index');
    expect(() => writeStatus(list, 0, 4)).toThrow('credential/status-value');
  });
});

describe('the status of a certificate', () => {
  let sign: Sign;
  let key: PublicJwk;
  let lists: StatusLists;
  let token: string;
  let message: string;
  const facts = { uri: URI, issuer: 'urn:zj', kid: 'k', issuedAt: NOW, expiresAt: NOW + 3600, ttl: 60 };
  const expected = { uri: URI, now: NOW + 10, entries: ENTRIES };
  const listFacts = {
    url: `${URI}/message`,
    issuer: 'urn:zj',
    purpose: 'message' as const,
    validFrom: '2026-11-30T00:00:00Z',
    validUntil: '2026-12-02T00:00:00Z',
    kid: 'k',
  };
  const wanted = { url: listFacts.url, issuer: 'urn:zj', entries: ENTRIES, now: new Date('2026-12-01T00:00:00Z') };

  beforeAll(async () => {
    const pair = await crypto.subtle.generateKey(ES256, true, ['sign', 'verify']);
    key = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as unknown as PublicJwk;
    sign = async (bytes) => new Uint8Array(await crypto.subtle.sign(ES256, pair.privateKey, new Uint8Array(bytes)));
    lists = statusLists(ENTRIES, [
      [1, 'revoked'],
      [2, 'cancelled'],
      [131_071, 'replaced'],
    ]);
    token = await encodeTokenStatusList(facts, lists.token, sign);
    message = await encodeBitstringStatusList(listFacts, lists.message, sign);
  });

  it.each([
    [0, 'valid', 0],
    [1, 'revoked', 1],
    [2, 'cancelled', 1],
    [131_071, 'replaced', 1],
  ])(
    'of index %i is %s in both lists, and reads as revoked where a reader knows no more',
    async (index, outcome, bit) => {
      expect(await checkTokenStatus(() => Promise.resolve(token), key, { ...expected, index })).toEqual({ outcome });
      expect(await checkBitstringStatus(() => Promise.resolve(message), key, { ...wanted, index })).toEqual({
        outcome,
      });
      expect(readStatus(lists.revocation, index)).toBe(bit);
      const passes = readStatus(lists.token, index) === 0 || readStatus(lists.token, index) === 2;
      expect(passes).toBe(outcome === 'valid');
    },
  );

  it('that cannot be checked is said to be so, with the reason', async () => {
    const check = async (jwt: string | Error, changed = {}): Promise<unknown> =>
      checkTokenStatus(() => (jwt instanceof Error ? Promise.reject(jwt) : Promise.resolve(jwt)), key, {
        ...expected,
        index: 0,
        ...changed,
      });
    const gap = (reason: string): unknown => ({ outcome: 'could-not-check', reason });
    const [head = '', body = '', signature = ''] = token.split('.');
    const other = await crypto.subtle.generateKey(ES256, true, ['sign', 'verify']);
    const stranger = (await crypto.subtle.exportKey('jwk', other.publicKey)) as unknown as PublicJwk;
    expect(await check(new Error('timeout'))).toEqual(gap('unreachable'));
    expect(await check('<html>')).toEqual(gap('malformed'));
    expect(await check(`${head}.${body}.${signature.slice(0, -4)}AAAA`)).toEqual(gap('not-authentic'));
    expect(await checkTokenStatus(() => Promise.resolve(token), stranger, { ...expected, index: 0 })).toEqual(
      gap('not-authentic'),
    );
    expect(await check(token, { now: NOW + 3600 })).toEqual(gap('expired'));
    expect(await check(token, { now: NOW - 100 })).toEqual(gap('expired'));
    expect(await check(token, { uri: `${URI}4` })).toEqual(gap('malformed'));
    expect(await check(token, { entries: ENTRIES * 2 })).toEqual(gap('malformed'));
    expect(await check(token, { index: ENTRIES })).toEqual(gap('out-of-range'));
    const odd = emptyStatuses(ENTRIES, 4, 'least-first');
    writeStatus(odd, 0, 2);
    expect(await check(await encodeTokenStatusList(facts, odd, sign))).toEqual(gap('malformed'));
    expect(await checkBitstringStatus(() => Promise.reject(new Error('down')), key, { ...wanted, index: 0 })).toEqual(
      gap('unreachable'),
    );
    expect(await checkBitstringStatus(() => Promise.resolve(token), key, { ...wanted, index: 0 })).toEqual(
      gap('malformed'),
    );
  });

  it('is refused from a list of another purpose, issuer, address or time', async () => {
    const verify = (changed: object): Promise<string> =>
      codeOf(verifyBitstringStatusList(message, key, { ...wanted, purpose: 'message', ...changed }));
    expect(await verify({})).toBe('taken');
    expect(await verify({ purpose: 'revocation' })).toBe('credential/malformed');
    expect(await verify({ url: URI })).toBe('credential/malformed');
    expect(await verify({ issuer: 'urn:other' })).toBe('credential/issuer');
    expect(await verify({ now: new Date('2026-12-02T00:00:00Z') })).toBe('credential/expired');
    expect(await verify({ now: new Date('2026-11-29T23:59:59Z') })).toBe('credential/expired');
    expect((await verifyTokenStatusList(token, key, expected)).ttl).toBe(60);
  });

  it('stands in two entries of the credential: revocation, and which message', () => {
    const entries = statusEntries({ revocationList: `${URI}/revocation`, messageList: `${URI}/message`, index: 7 });
    expect(
      entries.map(({ statusPurpose, statusSize, statusListIndex }) => [statusPurpose, statusSize, statusListIndex]),
    ).toEqual([
      ['revocation', undefined, '7'],
      ['message', 2, '7'],
    ]);
    expect(entries[1]?.statusMessage).toHaveLength(4);
  });

  it('hides in a crowd of at least 131,072', async () => {
    expect(() => statusLists(ENTRIES - 1, [])).toThrow('credential/malformed');
    expect(await codeOf(encodeBitstring(emptyStatuses(ENTRIES - 8, 1, 'most-first')))).toBe('credential/malformed');
    expect(() => statusLists(ENTRIES, [[ENTRIES, 'revoked']])).toThrow('credential/status-index');
  });
});

describe('a list that swells', () => {
  it('is dropped at the first byte too many: 400 kB that would be 400 MB', async () => {
    const lst = encodeBase64Url(bomb());
    expect(lst.length).toBeGreaterThan(400_000);
    const before = process.memoryUsage();
    expect(await codeOf(decodeStatusList({ bits: 4, lst }, 65_536))).toBe('credential/malformed');
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(32 * 2 ** 20);
  });

  it('is refused when it is cut, damaged, longer or shorter than it should be', async () => {
    const bytes = new Uint8Array(16_384);
    const pack = (data: Uint8Array): string => `u${encodeBase64Url(data)}`;
    const packed = new Uint8Array(gzipSync(bytes));
    expect(await codeOf(decodeBitstring(pack(packed), 1, ENTRIES))).toBe('taken');
    const broken = [
      pack(packed.slice(0, -4)),
      pack(packed.map((byte, at) => (at === packed.length - 6 ? byte ^ 1 : byte))),
      pack(gzipSync(new Uint8Array(16_385))),
      pack(gzipSync(new Uint8Array(16_383))),
      pack(deflateSync(bytes)),
      pack(new Uint8Array(0)),
      encodeBase64Url(packed),
      'u===',
    ];
    for (const text of broken) expect(await codeOf(decodeBitstring(text, 1, ENTRIES))).toBe('credential/malformed');
  });
});
