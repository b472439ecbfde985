import type { LevelDigit } from '@app/standards';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import type { Composition } from './draw.js';
import type { PaperState } from './paper.js';
import type { PaperOrderHead } from './paper.repository.js';

export class AssembleDto {
  /** Draws the same paper from the same bank again; chosen at random when absent. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,64}$/)
  seed?: string;
}

export class SealDto {
  /** The paper the reviewer looked at; refused when it was assembled anew since. */
  @IsOptional()
  @IsUUID()
  paperId?: string;
}

/** Never an item, an answer or the seed. */
export class PaperOrderView {
  planId!: string;
  state!: PaperState;
  occupationCode!: string;
  occupationName!: string;
  /** 工种; '' when the occupation has none. */
  specialty!: string;
  levelDigit!: LevelDigit;
  /** YYYY-MM-DD */
  examOn!: string;
  /** New with each assembly. */
  paperId?: string;
  elementTableId?: string;
  itemCount?: number;
  /** Items by section, 鉴定范围, importance and difficulty. */
  composition?: Composition;
  /** RFC 3339. */
  assembledAt?: string;
  sealedAt?: string;
  /** Lower-case hex, once sealed. */
  contentSha256?: string;
  /** 启封: asked by the first person, done by the second. */
  releaseAskedAt?: string;
  releasedAt?: string;
}

/** 启封后的试卷, with who opened it and when: a copy that turns up elsewhere tells where it came from. */
export class ReleasedPaperView {
  planId!: string;
  openedBy!: string;
  /** RFC 3339. */
  openedAt!: string;
  paper!: object;
}

export class PaperOrderPage {
  items!: PaperOrderView[];
  next?: string;
}

export function paperOrderView(order: PaperOrderHead): PaperOrderView {
  return {
    planId: order.id,
    state: order.state,
    occupationCode: order.occupationCode,
    occupationName: order.occupationName,
    specialty: order.specialty,
    levelDigit: order.levelDigit,
    examOn: order.examOn,
    ...(order.paperId ? { paperId: order.paperId, itemCount: order.itemCount } : {}),
    ...(order.elementTableId ? { elementTableId: order.elementTableId } : {}),
    ...(order.composition ? { composition: order.composition } : {}),
    ...(order.assembledAt ? { assembledAt: order.assembledAt.toISOString() } : {}),
    ...(order.sealedAt ? { sealedAt: order.sealedAt.toISOString() } : {}),
    ...(order.contentSha256 ? { contentSha256: order.contentSha256 } : {}),
    ...(order.releaseAskedAt ? { releaseAskedAt: order.releaseAskedAt.toISOString() } : {}),
    ...(order.releasedAt ? { releasedAt: order.releasedAt.toISOString() } : {}),
  };
}
