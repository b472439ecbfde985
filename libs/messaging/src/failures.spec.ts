import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@app/kernel';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { ATTEMPTS_MAX, backoffMs, isTransient, reasonOf } from './failures.js';

describe('failures', () => {
  it('wait longer from attempt to attempt, within a limit', () => {
    const waits = Array.from({ length: ATTEMPTS_MAX + 3 }, (_, index) => backoffMs(index + 1));
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
    expect(waits.at(-1)).toBe(30_000);
  });

  it('blame the event only when the event is to blame', () => {
    expect(isTransient(Object.assign(new Error(), { driverError: { code: '57P01' } }))).toBe(true);
    expect(isTransient(Object.assign(new Error(), { code: 'ECONNREFUSED' }))).toBe(true);
    expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isTransient(new QueryRunnerAlreadyReleasedError())).toBe(true);
    expect(isTransient(new QueryRunnerProviderAlreadyReleasedError())).toBe(true);
    expect(isTransient(Object.assign(new Error(), { driverError: { code: '23505' } }))).toBe(false);
    expect(isTransient(new TypeError('x is undefined'))).toBe(false);
  });

  it('give a reason that repeats no value', () => {
    const quoting = Object.assign(new Error('Key (name)=(张三) already exists.'), {
      driverError: { code: '23505', constraint: 'person_unique', detail: '张三' },
    });
    expect(reasonOf(quoting)).toBe('sqlstate 23505 (person_unique)');
    expect(reasonOf(new DomainError('filing/content'))).toBe('filing/content');
    expect(reasonOf(new Error('张三 230102199001011234'))).not.toMatch(/张三|230102/);
  });
});
