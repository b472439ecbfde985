import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import fc from 'fast-check';
import { room } from '../test/room.js';
import { arrayParameter, type ArrayType, type ArrayValue } from './array-parameter.js';

describe('an array as a parameter in binary form', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(room);
  });
  afterAll(() => service.stop());

  /** What PostgreSQL makes of it, one row an element. */
  const readBack = async (type: ArrayType, values: readonly ArrayValue[]): Promise<ArrayValue[]> => {
    const shown = { bytea: `encode(x, 'hex')`, jsonb: 'x::text' }[type as string] ?? 'x';
    const rows = await service.dataSource.query<{ x: ArrayValue }[]>(
      `SELECT ${shown} AS x FROM unnest($1::${type}[]) WITH ORDINALITY AS each(x, o) ORDER BY o`,
      [arrayParameter(type, values)],
    );
    return rows.map(({ x }) => x);
  };

  const orNull = <T>(values: fc.Arbitrary<T>) => fc.array(fc.option(values), { maxLength: 20 });
  /** PostgreSQL keeps no NUL in a text, whatever the form. */
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
  const hex = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex'));

  it.each([
    ['text', orNull(text)],
    ['int', orNull(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))],
    ['uuid', orNull(fc.uuid())],
    ['bytea', orNull(hex)],
  ] as const)('%s comes in as it was, with its order and its nulls', async (type, arrays) => {
    await fc.assert(
      fc.asyncProperty(arrays as fc.Arbitrary<ArrayValue[]>, async (values) => {
        expect(await readBack(type, values)).toEqual(values);
      }),
    );
  });

  it('takes what the text form would have to escape, names of four bytes a character, and nothing at all', async () => {
    const values = ['', 'NULL', 'null', '"', '\\', '{a,b}', ' a ', "a'b", '𠮷野家', '张\n三'];
    expect(await readBack('text', values)).toEqual(values);
    expect(await readBack('text', [])).toEqual([]);
  });

  it('takes JSON as it is written, and PostgreSQL refuses what is none', async () => {
    const values = ['{"a": "\\"张三\\""}', '[]', 'null', null];
    expect(await readBack('jsonb', values)).toEqual(values);
    await expect(readBack('jsonb', ['{'])).rejects.toThrow(/json/);
  });

  it('refuses what is not of the type, instead of cutting it', () => {
    const id = '01890000-0000-7000-8000-00000000000';
    const wrong: [ArrayType, ArrayValue][] = [
      ['int', 1.5],
      ['int', '1'],
      ['int', 2 ** 31],
      ['uuid', id],
      ['uuid', `${id}g`],
      ['uuid', `${id}00`],
      ['bytea', 'abc'],
      ['bytea', 'zz'],
    ];
    for (const [type, value] of wrong) expect(() => arrayParameter(type, [value])).toThrow();
  });
});
