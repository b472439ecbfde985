import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { rebuildReader, republishOutboxes } from '../../deploy/local/outbox-replay.ts';
import { eventually, Person } from '../journey/person.ts';
import type { IssuedCertificate } from '../journey/issue.ts';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';

let own: OwnSystem;
let certificates: IssuedCertificate[];

before(async () => {
  own = await startOwnSystem();
  ({ certificates } = await own.journey());
});
after(async () => {
  await own.stop();
});

/** Every answer a stranger can get, without the time at which it was given. */
async function answers(): Promise<unknown[]> {
  const stranger = Person.stranger(own.system.urls.public);
  const all: unknown[] = [];
  for (const { name, number } of certificates) {
    const { checkedAt: _, ...answer } = await stranger.post<Record<string, unknown>>(
      '/api/public-verification/verify',
      { name, certificateNumber: number },
    );
    all.push(answer);
  }
  all.push(await stranger.get('/api/public-verification/bodies'));
  return all;
}

const dropStorage = async (): Promise<void> => {
  await own.system.stopService('nats');
  rmSync(path.join(own.system.dataDir, 'nats', 'store'), { recursive: true, force: true });
  await own.system.startService('nats');
};

test('JetStream storage deleted, read model emptied, replay run: public verification gives the same answers', async () => {
  const before = await answers();
  await dropStorage();
  await rebuildReader(own.system.databaseUrl, own.system.natsUrl, 'public-verification', () => undefined);
  await republishOutboxes(own.system.databaseUrl, () => undefined);
  await eventually('the read model to hold every certificate again', async () => {
    const [known] = await own.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM public_verification.certificate',
    );
    return known?.count === certificates.length ? known : undefined;
  });
  assert.deepEqual(await answers(), before);
});

test('JetStream storage deleted and nothing done: the relays notice and publish again, and a new journey completes', async () => {
  await dropStorage();
  const result = await own.journey();
  assert.equal(result.verified, result.certificates.length);
  assert.ok(result.verified > 0);
});
