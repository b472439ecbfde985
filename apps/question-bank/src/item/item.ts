import { normaliseText } from '@app/standards';

/** 单选题, 多选题, 判断题. */
export const ITEM_TYPES = ['single', 'multiple', 'judgement'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** 来源: the provincial bank is 国家统一配发 + 省组织开发 (domain.md §4.1); this import is the province's own. */
export type ItemSource = 'national' | 'province' | 'agency';

/** 1 易 … 5 难. */
export type Difficulty = 1 | 2 | 3 | 4 | 5;
export const DIFFICULTIES = [1, 2, 3, 4, 5] as const satisfies readonly Difficulty[];

/** The secret part of an item, only ever stored sealed. */
export interface ItemContent {
  stem: string;
  /** A to E in order; empty for 判断题. */
  options: string[];
  /** Letters of the right options in order, or `√`/`×`. */
  answer: string;
  analysis: string;
  reference: string;
}

/** A draw looks at all of them; 500 points with 20 items each are 10,000. */
export const ITEMS_PER_TABLE_MAX = 50_000;

/** What a draw needs to know of an item. */
export interface ItemFacts {
  id: string;
  pointPath: string;
  type: ItemType;
  difficulty: Difficulty;
}

/** What makes two stems the same: width and spaces do not count. */
export const stemKey = (stem: string): string => normaliseText(stem).replace(/ /g, '');
