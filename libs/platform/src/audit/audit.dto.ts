import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { AuditHead, AuditLink } from './audit-chain.js';
import { AUDIT_KINDS, type AuditKind } from './audit-entry.js';

const PAGE_MAX = 200;
const TEXT_LENGTH_MAX = 200;

export class AuditQuery {
  /** `sub` of the person who acted. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  actor?: string;

  /** `plan/<id>` */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  object?: string;

  /** Who was shown: `candidate/<id>`, `certificate/<id>`. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  person?: string;

  @IsOptional()
  @IsIn(AUDIT_KINDS)
  kind?: AuditKind;

  /** Position of the last row of the page before. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  before?: number;

  @IsInt()
  @Type(() => Number)
  @Min(1)
  @Max(PAGE_MAX)
  limit: number = 50;
}

export class AuditLookView {
  at!: string;
  persons!: string[];
  requestId?: string;
  address?: string;
}

export class AuditRowView {
  /** Place in the chain, counted from 1. */
  position!: number;
  id!: string;
  sha256!: string;
  at!: string;
  kind!: AuditKind;
  action!: string;
  actor!: string;
  organisationId!: string;
  jurisdiction!: string;
  roles!: string[];
  object!: string;
  persons!: string[];
  outcome!: 'done' | 'refused';
  rule?: string;
  requestId?: string;
  address?: string;
  /** The single looks, when the row keeps several of strangers. */
  looks?: AuditLookView[];
}

export class AuditHeadView {
  position!: number;
  sha256!: string;
}

export class AuditPage {
  items!: AuditRowView[];
  /** Value of `before` for the next page. */
  next?: number;
  /** Where the chain ends now: note it elsewhere, and rows cut off later are noticed. */
  head?: AuditHeadView;
}

export function auditPage(links: readonly AuditLink[], limit: number, head: AuditHead | undefined): AuditPage {
  const shown = links.slice(0, limit);
  const items = shown.map(({ position, id, sha256, content }) => ({
    position,
    id,
    sha256,
    ...(JSON.parse(content) as Omit<AuditRowView, 'position' | 'id' | 'sha256'>),
  }));
  const last = shown.at(-1);
  return {
    items,
    ...(links.length > limit && last ? { next: last.position } : {}),
    ...(head ? { head } : {}),
  };
}
