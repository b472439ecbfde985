import { DomainError } from '@app/kernel';

export interface Places {
  /** How many work at a time. */
  places: number;
  /** How many may wait for a place. */
  waitingMax: number;
  /** Code of the problem that the next one is told. */
  busy: string;
}

/**
 * Places for work that takes much memory. Who comes when too many wait already is refused.
 * @throws DomainError `busy`
 */
export function placesFor({ places, waitingMax, busy }: Places): <T>(work: () => Promise<T>) => Promise<T> {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (taken >= places) {
      if (waiting.length >= waitingMax) throw new DomainError(busy);
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      taken += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}
