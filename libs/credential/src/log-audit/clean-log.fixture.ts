import type {
  CertificateBlockEntry,
  CertificateEntry,
  LogEntry,
  LoggedSubject,
  PlanSeatedEntry,
  RollReportedEntry,
} from '../log-entry.js';

/** A small log in which nothing is wrong: every kind of entry, two bodies, a replacement, a void, a change of keys. */
export const SUBJECT: LoggedSubject = ['6-18-02-04', '2015', '电焊工', '3'];
export const SITE = 'S000023000123';

const at = (day: string, time = '01:00:00'): string => `${day}T${time}.000Z`;

const ISSUED = '2026-12-01';
const key = { type: 'signing-key', organisation: 'org', x: 'x', y: 'y' } as const;
const block = (more: Partial<CertificateBlockEntry>): CertificateBlockEntry => ({
  type: 'certificate-block',
  basis: 'assessment',
  filing: 'filing',
  plan: 'plan',
  roll: 'roll',
  site: SITE,
  subject: SUBJECT,
  issuedOn: ISSUED,
  series: { year: '26', firstSerial: 1 },
  count: 2,
  kid: 'kid-1',
  at: at(ISSUED),
  ...more,
});
const certificate = (id: string, candidate: string, replaces?: string): CertificateEntry => ({
  type: 'certificate',
  id,
  candidate,
  paper: 'p',
  facts: 'f',
  ...(replaces === undefined ? {} : { replaces }),
});
const seats = (part: number, candidates: PlanSeatedEntry['seats']): PlanSeatedEntry => ({
  type: 'plan-seated',
  plan: 'plan',
  examOn: '2026-11-14',
  part,
  parts: 2,
  seats: candidates,
  at: at('2026-11-02'),
});
const rolled = (part: number, candidates: readonly string[]): RollReportedEntry => ({
  type: 'roll-reported',
  roll: 'roll',
  plan: 'plan',
  examOn: '2026-11-14',
  publicityFrom: '2026-11-16',
  publicityUntil: '2026-11-23',
  part,
  parts: 2,
  candidates,
  at: at('2026-11-24'),
});

/** Each leaf by a name; a mutation finds its place by it. */
export function cleanLog(): Map<string, LogEntry> {
  const award = { award: 'award', basis: 'direct', filing: 'filing', site: SITE, subject: SUBJECT } as const;
  const scope = { type: 'scope-granted', filing: 'filing', organisation: 'org', agency: '北方焊接' } as const;
  const valid = { from: '2026-01-05', until: '2029-01-04' };
  const status = { type: 'certificate-status', on: '2026-12-03', at: at('2026-12-03') } as const;
  return new Map<string, LogEntry>([
    ['scope', { ...scope, site: SITE, ...valid, subjects: [SUBJECT], at: at('2026-10-01') }],
    ['key-1', { ...key, kid: 'kid-1', state: 'active', at: at('2026-10-01', '01:00:02') }],
    ['key-2', { ...key, kid: 'kid-2', state: 'next', at: at('2026-10-01', '01:00:02') }],
    [
      'plan',
      {
        type: 'plan-approved',
        plan: 'plan',
        filing: 'filing',
        site: SITE,
        subject: SUBJECT,
        examOn: '2026-11-14',
        // Its transaction committed a little late.
        at: at('2026-10-01', '00:58:00'),
      },
    ],
    ['seats-1', seats(1, [['ann', '一号考场', 1]])],
    [
      'seats-2',
      seats(2, [
        ['bob', '一号考场', 2],
        ['carl', '二号考场', 1],
      ]),
    ],
    ['roll-2', rolled(2, ['bob', 'carl'])],
    ['roll-1', rolled(1, ['ann'])],
    ['block-1', block({})],
    ['ann', certificate('c-ann', 'ann')],
    ['bob', certificate('c-bob', 'bob')],
    ['void', { type: 'number-voided', site: SITE, year: '2026', level: '3', serial: 3, reason: 'x', at: at(ISSUED) }],
    ['block-2', block({ count: 1, series: { year: '26', firstSerial: 4 } })],
    ['carl', certificate('c-carl', 'carl')],
    [
      'award',
      {
        type: 'award-approved',
        ...award,
        publicityFrom: '2026-11-20',
        publicityUntil: '2026-11-27',
        candidates: ['dora'],
        at: at('2026-12-02'),
      },
    ],
    ['block-3', awardBlock(award, at('2026-12-02'))],
    ['dora', certificate('c-dora', 'dora')],
    ['epoch-1', { type: 'status-epoch', list: 1, epoch: 1, sha256: 'h', at: at('2026-12-02') }],
    ['key-1-retired', { ...key, kid: 'kid-1', state: 'retired', at: at('2026-12-02', '02:00:00') }],
    ['key-2-active', { ...key, kid: 'kid-2', state: 'active', at: at('2026-12-02', '02:00:00') }],
    ['ann-replaced', { ...status, id: 'c-ann', status: 'replaced', reason: 'correction', replacedBy: 'c-ann-2' }],
    ['block-4', keptNumber()],
    ['ann-2', certificate('c-ann-2', 'ann', 'c-ann')],
    ['bob-revoked', { ...status, id: 'c-bob', status: 'revoked', reason: 'fraud' }],
    ['epoch-2', { type: 'status-epoch', list: 1, epoch: 2, sha256: 'i', at: at('2026-12-04') }],
  ]);
}

function awardBlock(award: Pick<CertificateBlockEntry, 'award' | 'basis'>, time: string): CertificateBlockEntry {
  const { plan: _plan, roll: _roll, ...rest } = block({ count: 1, series: { year: '26', firstSerial: 5 }, at: time });
  return { ...rest, basis: award.basis, award: 'award', issuedOn: '2026-12-02' };
}

/** A correction that keeps number and day of issue. */
function keptNumber(): CertificateBlockEntry {
  const { series: _series, ...rest } = block({ count: 1, kid: 'kid-2', at: at('2026-12-03') });
  return rest;
}
