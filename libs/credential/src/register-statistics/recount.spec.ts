import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { countsDigest, type PublishedCount } from './published-counts.js';
import { Recount } from './recount.js';

const DAY = '2026-11-02';
const NEXT = '2026-11-03';
const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const site = 'Y000023000001';
const cell = { kind: 'issued', site, code: '6-18-02-04', edition: '2022', level: '3' } as const;

/** Seven certificates on the first day, three on the next. */
function recountOf(count: number, issuedOn: string, recount = new Recount()): Recount {
  const subject = ['6-18-02-04', '2022', '电焊工', '3'] as const;
  const at = `${issuedOn}T02:00:00Z`;
  recount.add({
    type: 'certificate-block',
    basis: 'assessment',
    filing: 'f',
    site,
    subject,
    issuedOn,
    count,
    kid: 'k',
    at,
  });
  for (let index = 0; index < count; index += 1)
    recount.add({ type: 'certificate', id: `${issuedOn} ${index}`, candidate: 'c', paper: 'p', facts: 'f' });
  return recount;
}
const stated = (day: string, counts: PublishedCount[]) => ({
  day,
  counts,
  countsSha256: countsDigest(day, counts, hash),
});

describe('a recount from the log', () => {
  it('finds nothing where the registry tells what it logged, small counts carried on among them', () => {
    const recount = recountOf(7, DAY);
    const first = recount.close(stated(DAY, [{ ...cell, count: 7 }]), hash);
    expect([first.differences, first.isDigestRight]).toEqual([[], true]);
    recountOf(3, NEXT, recount);
    expect(recount.close(stated(NEXT, []), hash)).toEqual({ counts: [], differences: [], isDigestRight: true });
  });

  it('names a number that is another, one that is not in the log, one that is left out and one that stands twice', () => {
    const other = { ...cell, level: '4' };
    const close = (counts: PublishedCount[]) => recountOf(7, DAY).close(stated(DAY, counts), hash).differences;
    expect(close([{ ...cell, count: 9 }])).toEqual([{ day: DAY, ...cell, stated: 9, recounted: 7 }]);
    expect(
      close([
        { ...cell, count: 7 },
        { ...other, count: 5 },
      ]),
    ).toEqual([{ day: DAY, ...other, stated: 5, recounted: null }]);
    expect(close([])).toEqual([{ day: DAY, ...cell, stated: null, recounted: 7 }]);
    expect(
      close([
        { ...cell, count: 7 },
        { ...cell, count: 7 },
      ]),
    ).toHaveLength(1);
  });

  it('says when the digest is not that of the numbers', () => {
    const wrong = { ...stated(DAY, [{ ...cell, count: 8 }]), counts: [{ ...cell, count: 7 }] };
    const { differences, isDigestRight } = recountOf(7, DAY).close(wrong, hash);
    expect([differences, isDigestRight]).toEqual([[], false]);
  });
});
