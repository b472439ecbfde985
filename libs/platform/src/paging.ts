import { DomainError } from '@app/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const PAGE_SIZE_MAX = 200;
const PAGE_SIZE_DEFAULT = 50;
const CURSOR_LENGTH_MAX = 200;
const UUID_FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Query of every list: newest first, `after` is the `next` of the page before. */
export class PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(CURSOR_LENGTH_MAX)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_SIZE_MAX)
  limit: number = PAGE_SIZE_DEFAULT;
}

export interface Page<T> {
  items: T[];
  /** Absent on the last page. */
  next?: string;
}

/**
 * The id after which a page starts. Ids are UUIDv7, so "older" is "smaller".
 * @throws DomainError `request/cursor`
 */
export function cursorId(after: string | undefined): string | undefined {
  if (after === undefined) return undefined;
  const id = Buffer.from(after, 'base64url').toString('utf8');
  if (!UUID_FORM.test(id)) throw new DomainError('request/cursor');
  return id;
}

/** Cuts `limit + 1` rows, newest first, to a page and its cursor. */
export function pageOf<T extends { id: string }>(rows: readonly T[], limit: number): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, next: Buffer.from(last.id).toString('base64url') } : { items };
}
