import { DomainError } from '@app/kernel';

/**
 * proto3 JSON omits defaults, so a forgotten id or date arrives as ''. Such an event goes to the dead letters.
 * @throws DomainError `event/incomplete` with the field
 */
export function requireFields<T extends object>(data: T, ...fields: (keyof T & string)[]): void {
  for (const field of fields) {
    if (data[field] === '' || data[field] === 0 || data[field] === undefined) {
      throw new DomainError('event/incomplete', { field });
    }
  }
}
