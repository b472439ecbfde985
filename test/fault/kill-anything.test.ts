import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Stage } from '../journey/journey.ts';
import { eventually } from '../journey/person.ts';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';

/** Each is killed in the stage in which it works hardest; the filing happens in the first journey only. */
const VICTIMS: readonly [victim: string, stage: Stage, afterMs: number][] = [
  ['agency-filing', 'filing', 150],
  ['question-bank', 'paper', 60],
  ['exam-scheduling', 'plan', 120],
  ['exam-scheduling', 'exam', 120],
  ['certificate-issuance', 'issue', 80],
  ['public-verification', 'issue', 150],
  ['identity', 'exam', 20],
  ['gateway', 'plan', 100],
  ['postgres', 'exam', 150],
  ['postgres', 'issue', 100],
  ['nats', 'exam', 100],
  ['nats', 'issue', 60],
];

let own: OwnSystem;
let issued = 0;

before(async () => {
  own = await startOwnSystem();
});
after(async () => {
  await own.stop();
});

for (const [victim, stage, afterMs] of VICTIMS) {
  test(`kill -9 of ${victim} during ${stage}: the journey completes and no certificate is lost or doubled`, async () => {
    let killed = false;
    const result = await own.journey((now) => {
      if (now !== stage) return;
      setTimeout(() => {
        own.system.killService(victim, 'SIGKILL');
        killed = true;
      }, afterMs);
    });
    assert.ok(killed, `${victim} was to be killed in ${stage}`);
    assert.ok(result.certificates.length > 0);
    assert.equal(result.verified, result.certificates.length);
    issued += result.certificates.length;
    await nothingLostOrDoubled();
  });
}

async function nothingLostOrDoubled(): Promise<void> {
  const [certificates] = await own.query<{ count: number; numbers: number }>(
    'SELECT count(*)::int AS count, count(DISTINCT number)::int AS numbers FROM certificate_issuance.certificate',
  );
  assert.deepEqual(certificates, { count: issued, numbers: issued });
  const gaps = await own.query(
    `SELECT left(number, 16) AS series FROM certificate_issuance.certificate
     GROUP BY 1 HAVING max(right(number, 6)::int) <> count(*)`,
  );
  assert.deepEqual(gaps, [], 'every series runs from 1 without a gap');
  await eventually('the read model to hold every certificate', async () => {
    const [known] = await own.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM public_verification.certificate',
    );
    return known?.count === issued ? known : undefined;
  });
  for (const schema of [
    'agency_filing',
    'question_bank',
    'exam_scheduling',
    'certificate_issuance',
    'public_verification',
  ]) {
    const dead = await own.query(`SELECT subject, reason FROM ${schema}.event_failure WHERE state = 'dead'`);
    assert.deepEqual(dead, [], `no dead letters in ${schema}`);
  }
}
