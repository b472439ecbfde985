import { assertTransition, DomainError, type FieldFault, type Transitions } from '@app/kernel';
import { isRealDay, scopeAllowed, type PostLevel } from '@app/standards';
import type { FiledScope } from '../scope/scope.js';

export const POST_STATES = ['proposed', 'confirmed', 'filed', 'refused'] as const;
export type PostState = (typeof POST_STATES)[number];

/** 岗位设置方案: proposed by a clerk, confirmed by another person of the employer, filed with the province. */
export const POST_TRANSITIONS: Transitions<PostState> = {
  proposed: ['confirmed', 'refused'],
  confirmed: ['filed', 'refused'],
  filed: [],
  refused: [],
};

export interface PostContent {
  level: PostLevel;
  filingId: string;
  siteCode: string;
  occupationCode: string;
  specialty: string;
  quota: number;
  /** Number of the plan in which the employer sets up its posts. */
  planNumber: string;
  validFrom: string;
  validUntil: string;
}

/** 特级技师 or 首席技师 posts of one occupation at one employer: how many, and on which days. */
export interface Post extends PostContent {
  id: string;
  organisationId: string;
  jurisdiction: string;
  agencyName: string;
  occupationEdition: string;
  occupationName: string;
  state: PostState;
  proposedBy: string;
  confirmedBy: string | null;
  filedBy: string | null;
}

const EMPLOYER_LETTER = 'Y';

function contentFaults(content: PostContent, scope: FiledScope, day: string): FieldFault[] {
  const faults: FieldFault[] = [];
  const add = (field: string, rule: string, zh: string, en: string): void => void faults.push({ field, rule, zh, en });
  const { validFrom, validUntil, siteCode } = content;
  if (!isRealDay(validFrom) || !isRealDay(validUntil) || validUntil < validFrom)
    add('/validUntil', 'days', '方案起止日期有误', 'the days of the plan are not in order');
  if (!siteCode.startsWith(EMPLOYER_LETTER))
    add(
      '/siteCode',
      'no-employer',
      '只有用人单位可以评聘特级技师、首席技师',
      'only an employer appoints to these levels',
    );
  if (!scope.sites.some((site) => site.siteCode === siteCode))
    add('/siteCode', 'site-not-filed', '站点不在备案之内', 'the site is not part of the filing');
  if (day < scope.filedOn || day > scope.validUntil)
    add('/filingId', 'filing-not-valid', '当日不在备案有效期内', 'the filing is not valid on this day');
  const allowed = scopeAllowed(content.occupationCode, content.specialty, content.level);
  if (!allowed.ok) add('/occupationCode', allowed.rule, allowed.zh, allowed.en);
  return faults;
}

/**
 * Only in an occupation that has 高级技师 (domain.md §12 item 10).
 * @throws DomainError `appointment/other-body`; `appointment/content` with every fault
 */
export function proposePost(
  { id, organisationId, proposedBy }: { id: string; organisationId: string; proposedBy: string },
  content: PostContent,
  scope: FiledScope,
  day: string,
): Post {
  if (scope.organisationId !== organisationId) throw new DomainError('appointment/other-body');
  const faults = contentFaults(content, scope, day);
  if (faults.length > 0) throw new DomainError('appointment/content', {}, faults);
  const allowed = scopeAllowed(content.occupationCode, content.specialty, content.level);
  if (!allowed.ok) throw new DomainError('appointment/content');
  const { name: occupationName, edition: occupationEdition } = allowed.value.occupation;
  return {
    ...content,
    id,
    organisationId,
    jurisdiction: scope.jurisdiction,
    agencyName: scope.agencyName,
    occupationEdition,
    occupationName,
    state: 'proposed',
    proposedBy,
    confirmedBy: null,
    filedBy: null,
  };
}

function move(post: Post, to: PostState): Post {
  assertTransition('post', POST_TRANSITIONS, post.state, to);
  return { ...post, state: to };
}

/** @throws DomainError `access/same-person` when the clerk who proposed it confirms it */
export function confirmPost(post: Post, subject: string): Post {
  const moved = move(post, 'confirmed');
  if (post.proposedBy === subject) throw new DomainError('access/same-person');
  return { ...moved, confirmedBy: subject };
}

export const filePost = (post: Post, subject: string): Post => ({ ...move(post, 'filed'), filedBy: subject });
export const refusePost = (post: Post): Post => move(post, 'refused');

export const isPostOpen = ({ state, validFrom, validUntil }: Post, day: string): boolean =>
  state === 'filed' && validFrom <= day && day <= validUntil;
