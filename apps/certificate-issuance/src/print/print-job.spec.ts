import { describe, expect, it } from '@jest/globals';
import { unreachableStates } from '@app/kernel';
import {
  add,
  assertReady,
  cancel,
  fail,
  finish,
  isFree,
  isMine,
  PRINT_LIMITS,
  PRINT_STATES,
  queue,
  restart,
  seenAt,
  take,
  TRANSITIONS,
  type PrintJob,
} from './print-job.js';

const NOW = new Date('2026-12-01T02:00:00Z');
const later = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);
const wish = { rollId: 'r', organisationId: 'org-north', jurisdiction: '230100', askedBy: 'clerk.north' };
const queued = queue('id', wish, 25, 0, NOW);
const running = take(queued, 'process', NOW);
const piece = { objects: 30, bytes: 1_000, certificates: 10, lastCertificateId: 'c10' };

describe('a print job', () => {
  it('reaches every state of its table', () => {
    expect(unreachableStates(TRANSITIONS, 'queued')).toEqual([]);
  });

  it.each([
    [0, 0, 'print/empty'],
    [PRINT_LIMITS.certificates + 1, 0, 'print/too-many-certificates'],
    [1, PRINT_LIMITS.open, 'print/too-many-jobs'],
  ])('of %i certificates beside %i open jobs is refused: %s', (total, open, code) => {
    expect(() => queue('id', wish, total, open, NOW)).toThrow(code);
  });

  const moves: Record<string, { from: readonly string[]; act: (job: PrintJob) => PrintJob }> = {
    cancel: { from: ['queued', 'running'], act: cancel },
    fail: { from: ['running'], act: (job) => fail(job, 'certificate/glyph-missing') },
    finish: { from: ['running'], act: (job) => finish(job, piece, NOW) },
    take: { from: ['queued', 'running'], act: (job) => take(job, 'process', NOW) },
  };
  it.each(Object.keys(moves).flatMap((move) => PRINT_STATES.map((state) => [move, state] as const)))(
    '%s of one that is %s',
    (move, state) => {
      const { from, act } = moves[move]!;
      const acting = (): PrintJob => act({ ...queued, state });
      if (from.includes(state)) expect(acting).not.toThrow();
      else expect(acting).toThrow('print/illegal-transition');
    },
  );

  it('counts what is kept, goes on behind it, and begins anew where it does not fit', () => {
    const twice = add(add(running, piece, NOW), { ...piece, lastCertificateId: 'c20' }, NOW);
    expect(twice).toMatchObject({ done: 20, pieces: 2, objects: 60, bytes: 2_000, lastCertificateId: 'c20' });
    expect(restart(twice)).toMatchObject({ state: 'running', done: 0, pieces: 0, bytes: 0, lastCertificateId: null });
  });

  it('belongs to one process, until that is cancelled away from it or taken for dead', () => {
    expect([isFree(queued, NOW), isFree(running, NOW), isFree(running, later(1))]).toEqual([true, false, true]);
    expect([isMine(running, 'process'), isMine(running, 'other'), isMine(cancel(running), 'process')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isMine(take(running, 'other', later(1)), 'process')).toBe(false);
  });

  it('gives its file for a day, by the clock alone', () => {
    const ready = finish(running, piece, NOW);
    expect(() => assertReady(ready, later(23.9))).not.toThrow();
    expect(() => assertReady(ready, later(24))).toThrow('print/expired');
    expect(seenAt(ready, later(24)).state).toBe('expired');
    expect(() => assertReady(running, NOW)).toThrow('print/not-ready');
  });
});
