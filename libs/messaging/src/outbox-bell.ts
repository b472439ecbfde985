import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

const appended = new WeakSet<QueryRunner>();
const listeners = new WeakMap<DataSource, () => void>();

/** Notes that the running transaction will leave something in the outbox. */
export function noteAppended({ queryRunner }: EntityManager): void {
  if (queryRunner) appended.add(queryRunner);
}

/** To be called when a transaction has come to its end: the relay of this process hears of its events at once. */
export function ringAfter({ queryRunner, connection }: EntityManager, committed: boolean): void {
  if (queryRunner && appended.delete(queryRunner) && committed) listeners.get(connection)?.();
}

/** One relay of a process listens for the commits that another part of it makes; those of other processes it looks for. */
export function onAppended(dataSource: DataSource, listener: () => void): void {
  listeners.set(dataSource, listener);
}
