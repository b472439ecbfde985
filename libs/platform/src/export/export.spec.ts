import { describe, expect, it } from '@jest/globals';
import { unreachableStates } from '@app/kernel';
import {
  admit,
  approve,
  download,
  EXPORT_STATES,
  limitsOn,
  prepare,
  refuse,
  seenAt,
  TRANSITIONS,
  type ExportRequest,
  type ExportState,
  type ExportWish,
} from './export.js';

const NOW = new Date('2026-12-01T02:00:00Z');
const later = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);
const limits = { from: '2026-01-01', freeRows: 200, hardRows: 1_000, expiryHours: 24, downloads: 2 };
const wish: ExportWish = {
  kind: 'candidates',
  filter: { planId: 'p' },
  format: 'xlsx',
  fullDocuments: false,
  purpose: '核对考场座位',
  side: 'agency',
  organisationId: 'org-north',
  jurisdiction: '230100',
  askedBy: 'clerk.north',
};
const asked = (rows: number, change: Partial<ExportWish> = {}): ExportRequest =>
  admit(prepare('id', { ...wish, ...change }, rows, limits, NOW));
const admin = { subject: 'admin.north', side: 'agency', now: NOW } as const;

describe('an export', () => {
  it('reaches every state of its table', () => {
    expect(unreachableStates(TRANSITIONS, 'prepared')).toEqual([]);
  });

  it.each([
    [1, false, 'ready'],
    [200, false, 'ready'],
    [201, false, 'awaiting-approval'],
    [1_000, false, 'awaiting-approval'],
    [1, true, 'awaiting-approval'],
  ] as const)('of %i rows, whole documents %s, is %s', (rows, fullDocuments, state) => {
    expect(asked(rows, { fullDocuments }).state).toBe(state);
  });

  it('of nothing, or of more rows than ever leave, is refused with the limit named', () => {
    expect(() => asked(0)).toThrow('export/empty');
    expect(() => asked(1_001)).toThrow(
      expect.objectContaining({ code: 'export/too-many-rows', params: { rows: 1_001, limit: 1_000 } }),
    );
  });

  const allowed: Record<'approve' | 'refuse' | 'download', ExportState> = {
    approve: 'awaiting-approval',
    refuse: 'awaiting-approval',
    download: 'ready',
  };
  const moves = {
    approve: (request: ExportRequest) => approve(request, admin),
    refuse: (request: ExportRequest) => refuse(request, admin, '用途不明'),
    download: (request: ExportRequest) => download(request, 'clerk.north', 1, NOW),
  };
  it.each(
    (['approve', 'refuse', 'download'] as const).flatMap((move) =>
      EXPORT_STATES.map((state) => [move, state] as const),
    ),
  )('%s of one that is %s', (move, state) => {
    const act = (): ExportState => moves[move]({ ...asked(1), state }).state;
    if (state === allowed[move]) expect(act()).toBe({ approve: 'ready', refuse: 'refused', download: 'ready' }[move]);
    else expect(act).toThrow(/^export\//);
  });

  it('is never decided by who asked for it, nor by the other side', () => {
    const waiting = asked(201);
    for (const decide of [approve, (request: ExportRequest, by: typeof admin) => refuse(request, by, 'x')]) {
      expect(() => decide(waiting, { ...admin, subject: 'clerk.north' } as never)).toThrow('access/same-person');
      expect(() => decide(waiting, { ...admin, side: 'authority' } as never)).toThrow('export/other-side');
    }
  });

  it('expires by the clock, waiting or ready, and its time begins anew with the approval', () => {
    expect(seenAt(asked(1), later(23.9)).state).toBe('ready');
    expect(seenAt(asked(1), later(24)).state).toBe('expired');
    expect(seenAt(asked(201), later(24)).state).toBe('expired');
    expect(() => approve(asked(201), { ...admin, now: later(24) })).toThrow('export/illegal-transition');
    const approved = approve(asked(201), { ...admin, now: later(20) });
    expect(seenAt(approved, later(43)).state).toBe('ready');
    expect(() => download(approved, 'clerk.north', 201, later(44))).toThrow('export/expired');
    expect(seenAt(refuse(asked(201), admin, 'x'), later(99)).state).toBe('refused');
  });

  it('is fetched by the asker alone, as often as allowed, and with no more rows than were agreed', () => {
    const ready = asked(10);
    expect(() => download(ready, 'reviewer.north', 10, NOW)).toThrow('export/asker-only');
    const once = download(ready, 'clerk.north', 10, NOW);
    const twice = download(once, 'clerk.north', 200, NOW);
    expect(twice.downloads).toBe(2);
    expect(() => download(twice, 'clerk.north', 10, NOW)).toThrow('export/downloads-used');
    expect(() => download(ready, 'clerk.north', 201, NOW)).toThrow('export/grown');
    expect(() => download(approve(asked(300), admin), 'clerk.north', 301, NOW)).toThrow('export/grown');
  });

  it('follows the limits of its day', () => {
    const stricter = { ...limits, from: '2027-01-01', freeRows: 50 };
    expect(limitsOn([stricter, limits], '2026-12-31').freeRows).toBe(200);
    expect(limitsOn([stricter, limits], '2027-01-01').freeRows).toBe(50);
    expect(limitsOn([stricter], '2026-06-01').freeRows).toBe(50);
  });
});
