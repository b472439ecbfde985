import { describe, expect, it } from '@jest/globals';
import { countWorkingDays } from '@app/standards';
import { AUDIT_RULES, auditEntries, encodeLogEntry, type AuditFinding } from '../index.js';
import { CERTIFICATE_FAULTS } from './certificate-faults.fixture.js';
import { cleanLog } from './clean-log.fixture.js';
import { change, type Log } from './log-mutations.fixture.js';
import { SITTING_FAULTS } from './sitting-faults.fixture.js';

function findingsOf(leaves: Iterable<Uint8Array>): AuditFinding[] {
  const auditor = auditEntries({ countWorkingDays });
  const found = [...leaves].flatMap((bytes, index) => auditor.take(index, bytes));
  return [...found, ...auditor.end()];
}

const audit = (log: Log): AuditFinding[] => findingsOf([...log.values()].map(encodeLogEntry));

const FAULTS = [...SITTING_FAULTS, ...CERTIFICATE_FAULTS];

describe('what the entries of the log say, checked from the entries alone', () => {
  it('a-clean-log: nothing is named', () => {
    expect(audit(cleanLog())).toEqual([]);
  });

  it.each(FAULTS)('%s is named %s, and nothing else is', (_name, rule, at, mutate) => {
    const log = cleanLog();
    mutate(log);
    const found = audit(log).map(({ rule, index }) => [rule, index]);
    expect(found).toEqual([[rule, [...log.keys()].indexOf(at)]]);
  });

  it('every-rule is in the table above or is about the form of a leaf', () => {
    const shown = new Set<string>(FAULTS.map(([, rule]) => rule));
    expect(Object.keys(AUDIT_RULES).filter((rule) => !shown.has(rule))).toEqual(['malformed-leaf']);
  });

  it('leaves-of-no-known-form are named: other JSON, other members, a repeated member, no JSON', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const leaves = [
      'null',
      '[]',
      'x',
      '{"type":"certificate"}',
      '{"type":"toString"}',
      '{"type":"status-epoch","list":1,"epoch":1,"sha256":"","at":"2026-12-01"}',
      '{"type":"number-voided","site":"s","year":"26","level":"3","serial":1,"serial":2,"reason":"","at":"2026-12-01T00:00:00Z"}',
      ' {"type":"status-epoch","list":1,"epoch":1,"sha256":"","at":"2026-12-01T00:00:00Z"}',
    ];
    const found = findingsOf([...leaves.map(bytes), Uint8Array.of(0xff)]);
    expect(found.map(({ rule, index }) => `${rule} ${index}`)).toEqual(
      [...leaves, ''].map((_, index) => `malformed-leaf ${index}`),
    );
    const sound = '{"type":"status-epoch","list":1,"epoch":1,"sha256":"","at":"2026-12-01T00:00:00Z"}';
    expect(findingsOf([bytes(sound)])).toEqual([]);
  });

  it('a-checkpoint-between-two-commits: a replacement may still come, for as long as transactions may be late', () => {
    const log = cleanLog();
    const young = new Map([...log].slice(0, [...log.keys()].indexOf('ann-replaced') + 1));
    expect(audit(young)).toEqual([]);
  });

  it('findings say in two languages what is wrong, and of whom nothing but a handle', () => {
    const log = cleanLog();
    change('block-2', 'certificate-block', { issuedOn: '2026-11-27' })(log);
    expect(audit(log)).toEqual([
      {
        rule: 'back-dated-issue',
        index: 12,
        subject: 'block 12',
        zh: '签发日期与日志时间不符（2026-11-27）',
        en: 'the day of issue is not the day of the log (2026-11-27)',
      },
    ]);
  });
});
