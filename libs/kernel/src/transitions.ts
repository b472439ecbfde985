import { DomainError } from './domain-error.js';

/** For every state, the states that may follow it. An empty list marks an end state. */
export type Transitions<S extends string> = Readonly<Record<S, readonly S[]>>;

/**
 * Refuses a move that the table does not list.
 * @throws DomainError `<aggregate>/illegal-transition` with params `from` and `to`
 */
export function assertTransition<S extends string>(aggregate: string, table: Transitions<S>, from: S, to: S): void {
  if (!table[from].includes(to)) throw new DomainError(`${aggregate}/illegal-transition`, { from, to });
}

/** States of the table that no path from `start` reaches; a spec asserts that there are none. */
export function unreachableStates<S extends string>(table: Transitions<S>, start: S): S[] {
  const seen = new Set<S>([start]);
  const queue: S[] = [start];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const next of table[state]) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return (Object.keys(table) as S[]).filter((state) => !seen.has(state));
}

/** Marks a branch that the types say cannot be reached. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
