import { expect, it } from '@jest/globals';
import { DomainError } from '@app/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max } from 'class-validator';
import { validationPipe } from './validation.js';

class PageAsked {
  @Type(() => Number)
  @IsInt()
  @Max(200)
  limit = 50;

  @IsOptional()
  @IsString()
  after?: string;
}

class DayAsked {
  @IsString()
  day!: string;
}

const pipe = validationPipe();
const query = (value: object, metatype: unknown) =>
  pipe.transform(value, { type: 'query', metatype: metatype as never }) as Promise<unknown>;

it('an empty query has its defaults, each time in an object of its own', async () => {
  const [first, second, third] = [await query({}, PageAsked), await query({}, PageAsked), await query({}, PageAsked)];
  for (const asked of [first, second, third]) {
    expect(asked).toBeInstanceOf(PageAsked);
    expect(asked).toEqual({ limit: 50 });
  }
  expect(second).not.toBe(third);
});

it('what is there is checked, before and after an empty one', async () => {
  await expect(query({ limit: '201' }, PageAsked)).rejects.toBeInstanceOf(DomainError);
  expect(await query({ limit: '20' }, PageAsked)).toEqual({ limit: 20 });
  await expect(query({ unknown: '1' }, PageAsked)).rejects.toBeInstanceOf(DomainError);
});

it('where something is needed, an empty query is refused, again and again', async () => {
  for (let each = 0; each < 3; each += 1)
    await expect(query({}, DayAsked)).rejects.toMatchObject({ code: 'request/invalid' });
});
