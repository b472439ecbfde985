import { describe, expect, it } from '@jest/globals';
import { DomainError, newId } from '@app/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { cursorId, PAGE_SIZE_MAX, PageQuery, pageOf } from './paging.js';

const rowsOf = (count: number): { id: string }[] =>
  Array.from({ length: count }, (_, index) => ({ id: newId(1_760_000_000_000 + index) })).toReversed();

/** As a repository does it: newest first, one row more than asked for. */
function readAll(rows: { id: string }[], limit: number): { id: string }[][] {
  const pages: { id: string }[][] = [];
  let after: string | undefined;
  do {
    const before = cursorId(after);
    const found = rows.filter((row) => before === undefined || row.id < before).slice(0, limit + 1);
    const page = pageOf(found, limit);
    pages.push(page.items);
    after = page.next;
  } while (after !== undefined);
  return pages;
}

describe('pages', () => {
  it('give every row once, in order, in full pages but the last, and end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), (count, limit) => {
        const rows = rowsOf(count);
        const pages = readAll(rows, limit);
        expect(pages.flat()).toEqual(rows);
        expect(pages).toHaveLength(Math.max(1, Math.ceil(count / limit)));
      }),
      { numRuns: 50 },
    );
  });

  it('end without a cursor when the last row fills the page', () => {
    expect(pageOf(rowsOf(3), 3)).not.toHaveProperty('next');
    expect(pageOf(rowsOf(4), 3)).toHaveProperty('next');
    expect(pageOf([], 3)).toEqual({ items: [] });
  });
});

describe('a cursor', () => {
  const encoded = (text: string): string => Buffer.from(text).toString('base64url');

  it('gives back the id it was made of', () => {
    const [first, second] = rowsOf(2);
    expect(cursorId(pageOf([first ?? { id: '' }, second ?? { id: '' }], 1).next)).toBe(first?.id);
    expect(cursorId(undefined)).toBeUndefined();
  });

  it.each([
    ['empty', ''],
    ['no base64', '%%%'],
    ['a bare id', newId()],
    ['36 hyphens, which PostgreSQL would refuse as uuid', encoded('-'.repeat(36))],
    ['36 digits without a hyphen', encoded('0'.repeat(36))],
    ['an id and more', encoded(`${newId()}' OR 1=1`)],
    ['an id and a line break', encoded(`${newId()}\n`)],
    ['another form of id', encoded('{01900000-0000-7000-8000-00000000000}')],
  ])('that is %s is refused as request/cursor', (_what, after) => {
    expect(() => cursorId(after)).toThrow(new DomainError('request/cursor'));
  });
});

describe('the query of a list', () => {
  const faults = (query: Record<string, string>): string[] =>
    validateSync(plainToInstance(PageQuery, query)).map((fault) => fault.property);

  it('asks for 50 rows unless told', () => {
    expect(plainToInstance(PageQuery, {}).limit).toBe(50);
    expect(plainToInstance(PageQuery, { limit: '7' }).limit).toBe(7);
    expect(faults({ limit: String(PAGE_SIZE_MAX) })).toEqual([]);
  });

  it.each(['0', '-1', '201', '1.5', 'many', '', 'Infinity'])('cannot ask for %p rows', (limit) => {
    expect(faults({ limit })).toEqual(['limit']);
  });

  it('cannot carry a cursor of any length', () => {
    expect(faults({ after: 'a'.repeat(201) })).toEqual(['after']);
  });
});
