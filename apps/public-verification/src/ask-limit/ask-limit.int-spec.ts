import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { challengeBits, PROOF_HEADER, solveProof } from '@app/credential';
import { startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';

const SETTINGS = {
  ASK_FREE_PER_ADDRESS: '3',
  ASK_CEILING_PER_ADDRESS: '12',
  ASK_FREE_PER_SUBJECT: '5',
  ASK_PROOF_BITS: '6',
};
const number = (serial: number): string => `Y000023000001263${String(serial).padStart(6, '0')}`;

describe('limits of asking', () => {
  let verification: TestService;
  let line = 0;

  beforeAll(async () => {
    verification = await startTestService(service, 'both', SETTINGS);
  });
  afterAll(async () => {
    await verification.stop();
  });

  /** An address that nobody asked from before. */
  const newAddress = (): string => `2001:db8:0:${(line += 1).toString(16)}::7`;
  const ask = (address: string, serial: number, proof?: string): Promise<Response> =>
    fetch(`${verification.url}/verify`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': address,
        ...(proof === undefined ? {} : { [PROOF_HEADER]: proof }),
      },
      body: JSON.stringify({ name: '张三', certificateNumber: number(serial) }),
    });
  const askToken = (address: string, token: string, proof?: string): Promise<Response> =>
    fetch(`${verification.url}/verify/${token}`, {
      headers: { 'x-forwarded-for': address, ...(proof === undefined ? {} : { [PROOF_HEADER]: proof }) },
    });
  const codeOf = async (answer: Response): Promise<string> =>
    `${answer.status} ${(((await answer.json()) as { type?: string }).type ?? '').replace('urn:jiangzheng:problem:', '')}`;
  const challengeOf = (answer: Response): string => answer.headers.get(PROOF_HEADER) ?? '';
  const used = async (address: string): Promise<void> => {
    for (let each = 0; each < 3; each += 1) expect((await ask(address, (line += 1))).status).toBe(200);
  };

  it('the fourth ask of an address costs a proof, which is taken once, here, and for this address', async () => {
    const [address, other] = [newAddress(), newAddress()];
    await used(address);
    await used(other);
    const stopped = await ask(address, 400);
    expect(stopped.headers.get('cache-control')).toBe('no-store');
    expect(challengeBits(challengeOf(stopped))).toBe(6);
    expect(await codeOf(stopped)).toBe('429 ask-limit/proof-of-work');
    const proof = solveProof(challengeOf(stopped));
    expect(await codeOf(await ask(other, 401, proof))).toBe('429 ask-limit/proof-of-work');
    expect(await codeOf(await askToken(address, 'a-token', proof))).toBe('429 ask-limit/proof-of-work');
    expect((await ask(address.replace('::7', '::8'), 402, proof)).status).toBe(200);
    expect(await codeOf(await ask(address, 403, proof))).toBe('429 ask-limit/proof-of-work');
  });

  it('a made-up, an altered and an unsolved challenge prove nothing', async () => {
    const address = newAddress();
    await used(address);
    const challenge = challengeOf(await ask(address, 410));
    const [expiry = '', , salt = '', seal = ''] = challenge.split('.');
    const later = `${Number(expiry) + 900}.6.${salt}.${seal}`;
    const easier = `${expiry}.1.${salt}.${seal}`;
    for (const proof of [solveProof(later), solveProof(easier), `${challenge}.`, 'x'.repeat(5000)]) {
      expect((await ask(address, 411, proof)).status).toBe(429);
    }
  });

  it('the more is asked, the more a proof costs; above the ceiling nothing helps', async () => {
    const address = newAddress();
    await used(address);
    const bits: (number | undefined)[] = [];
    for (let each = 0; each < 9; each += 1) bits.push(challengeBits(challengeOf(await ask(address, 420 + each))));
    expect([bits[0], bits.at(-1)]).toEqual([6, 8]);
    const refused = await ask(address, 430);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await codeOf(refused)).toBe('429 ask-limit/too-many');
  });

  it('one number asked after from many addresses costs a proof and is never refused', async () => {
    for (let each = 0; each < 5; each += 1) expect((await ask(newAddress(), 440)).status).toBe(200);
    const address = newAddress();
    const stopped = await ask(address, 440);
    expect(stopped.status).toBe(429);
    expect((await ask(address, 441)).status).toBe(200);
    expect((await ask(address, 440, solveProof(challengeOf(stopped)))).status).toBe(200);
    for (let each = 0; each < 5; each += 1) expect((await askToken(newAddress(), 'QQQQ')).status).toBe(200);
    expect((await askToken(newAddress(), 'QQQQ')).status).toBe(429);
  });

  it('a bad form is counted like a good one, and a route that tells of nobody is not limited', async () => {
    const address = newAddress();
    const headers = { 'x-forwarded-for': address, 'content-type': 'application/json' };
    const bad = () => fetch(`${verification.url}/verify`, { method: 'POST', headers, body: '{"name":1}' });
    const statuses = [];
    for (let each = 0; each < 4; each += 1) statuses.push((await bad()).status);
    expect(statuses).toEqual([400, 400, 400, 429]);
    expect((await fetch(`${verification.url}/bodies`, { headers })).status).toBe(200);
  });
});
