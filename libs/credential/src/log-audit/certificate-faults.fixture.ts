import { change, drop, insert, key, OTHER_LEVEL, voidFourth, type Fault, type Entry } from './log-mutations.fixture.js';
import { SITE } from './clean-log.fixture.js';
import type { LogEntry } from '../log-entry.js';

/** Faults of certificates, numbers, keys and their ends. */
export const CERTIFICATE_FAULTS: readonly Fault[] = [
  ['two certificates for one sitting', 'certified-twice', 'carl', change('carl', 'certificate', { candidate: 'bob' })],
  [
    'a day of issue in the past',
    'back-dated-issue',
    'block-2',
    change('block-2', 'certificate-block', { issuedOn: '2026-11-27' }),
  ],
  [
    'a replacement on a day of its own',
    'back-dated-issue',
    'block-4',
    change('block-4', 'certificate-block', { issuedOn: '2026-11-30' }),
  ],
  [
    'a number given twice',
    'series-overlap',
    'block-2',
    (log) => {
      voidFourth(log);
      change('block-2', 'certificate-block', { series: { year: '26', firstSerial: 2 } })(log);
    },
  ],
  [
    'a void of a number in use',
    'series-overlap',
    'twice',
    insert('carl', 'twice', (log) => ({ ...(log.get('void') as Entry<'number-voided'>), serial: 1 })),
  ],
  ['a number nobody explains', 'series-gap', 'block-2', drop('void')],
  [
    'a block without numbers',
    'series-missing',
    'block-3',
    (log) => {
      const { series: _series, ...rest } = log.get('block-3') as Entry<'certificate-block'>;
      log.set('block-3', rest);
    },
  ],
  ['a certificate that is there twice', 'certificate-repeated', 'carl', change('carl', 'certificate', { id: 'c-bob' })],
  [
    'a predecessor nobody knows',
    'replaces-unknown',
    'ann-2',
    (log) => {
      drop('ann-replaced')(log);
      change('ann-2', 'certificate', { replaces: 'c-nobody' })(log);
    },
  ],
  ['a replacement for another person', 'replaces-other', 'ann-2', change('ann-2', 'certificate', { candidate: 'bob' })],
  [
    'a replacement of another level',
    'replaces-other',
    'ann-2',
    change('block-4', 'certificate-block', { subject: OTHER_LEVEL }),
  ],
  ['a replacement the old one does not name', 'replaces-not-in-turn', 'ann-2', drop('ann-replaced')],
  ['a replacement that never came', 'replacement-missing', 'ann-replaced', drop('block-4', 'ann-2')],
  [
    'a status of a certificate nobody knows',
    'status-unknown',
    'bob-revoked',
    change('bob-revoked', 'certificate-status', { id: 'c-nobody' }),
  ],
  ['a second end', 'status-twice', 'bob-revoked', change('bob-revoked', 'certificate-status', { id: 'c-ann' })],
  ['a retired key that came back', 'key-transition', 'back', insert('epoch-2', 'back', () => key('kid-1', 'active'))],
  [
    'a key that changed hands',
    'key-transition',
    'hands',
    insert('epoch-2', 'hands', () => key('kid-2', 'active', { organisation: 'other' })),
  ],
  [
    'a key that is not in use yet',
    'key-not-active',
    'block-2',
    change('block-2', 'certificate-block', { kid: 'kid-2' }),
  ],
  ['a key that was retired', 'key-not-active', 'block-4', change('block-4', 'certificate-block', { kid: 'kid-1' })],
  [
    'another body’s key',
    'key-not-active',
    'block-2',
    (log) => {
      insert(
        'key-2',
        'other',
        () => ({ ...key('kid-9', 'active'), organisation: 'other', at: '2026-10-01T01:00:00.000Z' }) as LogEntry,
      )(log);
      change('block-2', 'certificate-block', { kid: 'kid-9' })(log);
    },
  ],
  [
    'a key compromised from before a block on',
    'key-compromised',
    'block-4',
    insert('epoch-2', 'stolen', () => key('kid-2', 'compromised', { compromisedFrom: 20 })),
  ],
  ['an award that was never approved', 'award-unknown', 'block-3', drop('award')],
  [
    'an award at another site',
    'differs-from-award',
    'block-3',
    change('award', 'award-approved', { site: `${SITE}9` }),
  ],
  ['an epoch that did not grow', 'status-epoch', 'epoch-2', change('epoch-2', 'status-epoch', { epoch: 1 })],
];
