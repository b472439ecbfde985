import type { AuditRule } from './audit-rules.js';
import type { LogEntry } from '../log-entry.js';

/** Ways to forge a log of named leaves. */
export type Log = Map<string, LogEntry>;
export type Entry<T extends LogEntry['type']> = Extract<LogEntry, { type: T }>;

/** What was done, the rule that must name it, and the leaf that must be named. */
export type Fault = readonly [name: string, rule: AuditRule, at: string, mutate: (log: Log) => void];

/** Changes one leaf. */
export const change =
  <T extends LogEntry['type']>(name: string, _type: T, more: Partial<Entry<T>>) =>
  (log: Log): void => {
    log.set(name, { ...(log.get(name) as Entry<T>), ...more });
  };
export const drop =
  (...names: string[]) =>
  (log: Log): void => {
    for (const name of names) log.delete(name);
  };
/** Puts a leaf behind another one. */
export const insert =
  (after: string, name: string, entry: (log: Log) => LogEntry) =>
  (log: Log): void => {
    const all = [...log].flatMap(([each, value]) =>
      each === after ? [[each, value] as const, [name, entry(log)] as const] : [[each, value] as const],
    );
    log.clear();
    for (const [each, value] of all) log.set(each, value);
  };

/** Its number is explained then. */
export const voidFourth = insert('void', 'fourth', (log) => ({
  ...(log.get('void') as Entry<'number-voided'>),
  serial: 4,
}));
export const dropSecondBlock = (log: Log): void => {
  voidFourth(log);
  drop('block-2', 'carl')(log);
};

export const OTHER_LEVEL = ['6-18-02-04', '2015', '电焊工', '1'] as const;
export const certificate = (id: string, candidate: string): LogEntry => ({
  type: 'certificate',
  id,
  candidate,
  paper: 'p',
  facts: 'f',
});
export const lastDay = '2026-12-04T01:00:00.000Z';
export const key = (kid: string, state: Entry<'signing-key'>['state'], more = {}): LogEntry => {
  return { type: 'signing-key', organisation: 'org', kid, state, x: 'x', y: 'y', ...more, at: lastDay };
};
