import { assertTransition, chinaDate, DomainError, type FieldFault, type Transitions } from '@app/kernel';
import {
  addWorkingDays,
  findOccupation,
  parseCreditCode,
  regionByCode,
  scopeAllowed,
  type LevelDigit,
} from '@app/standards';

export const FILING_STATES = [
  'draft',
  'submitted',
  'correction-required',
  'city-passed',
  'in-publicity',
  'filed',
  'refused',
  'withdrawn',
] as const;
export type FilingState = (typeof FILING_STATES)[number];

/** 初次备案, domain.md §3.5: 草稿 → 提交 → 补正/市级审核 → 省级审核 → 公示 → 在册. */
export const TRANSITIONS: Transitions<FilingState> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['correction-required', 'city-passed', 'refused', 'withdrawn'],
  'correction-required': ['submitted', 'withdrawn'],
  'city-passed': ['correction-required', 'in-publicity', 'refused'],
  'in-publicity': ['filed', 'refused'],
  filed: [],
  refused: [],
  withdrawn: [],
};

/** 用人单位 assesses its own staff (Y); 社会培训评价组织 and 技工院校 the public (S). */
export const AGENCY_KINDS = ['employer', 'social-organisation', 'technical-school'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];
const KIND_LETTERS: Readonly<Record<AgencyKind, 'Y' | 'S'>> = {
  employer: 'Y',
  'social-organisation': 'S',
  'technical-school': 'S',
};
export const kindLetter = (kind: AgencyKind): 'Y' | 'S' => KIND_LETTERS[kind];

export interface FilingSite {
  siteId: string;
  name: string;
  regionCode: string;
  address: string;
}

/** One line of the scope: what may be assessed where. `specialty` is '' for an occupation without 工种. */
export interface FilingScopeLine {
  siteId: string;
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  specialty: string;
  levelDigit: LevelDigit;
}

export interface FilingContent {
  agencyName: string;
  creditCode: string;
  kind: AgencyKind;
  jurisdiction: string;
  /** 公开咨询电话 and address, which verifiers are given; '' or absent when there is none. */
  publicPhone?: string;
  publicAddress?: string;
  sites: FilingSite[];
  scope: FilingScopeLine[];
}

export interface FilingStep {
  at: string;
  by: string;
  from: FilingState;
  to: FilingState;
  opinion: string;
}

export interface Filing extends FilingContent {
  id: string;
  organisationId: string;
  state: FilingState;
  /** Every move with its person: the beginning of a certificate's lineage. */
  history: FilingStep[];
  publicityFrom: string | null;
  publicityUntil: string | null;
  filedOn: string | null;
  validUntil: string | null;
}

/** Figures that the sources at hand do not confirm: configuration, never constants. */
export interface FilingRules {
  publicityWorkingDays: number;
  validityYears: number;
}

export interface Actor {
  subject: string;
  now: Date;
}

function move(filing: Filing, to: FilingState, actor: Actor, opinion = ''): Filing {
  assertTransition('filing', TRANSITIONS, filing.state, to);
  const step: FilingStep = { at: actor.now.toISOString(), by: actor.subject, from: filing.state, to, opinion };
  return { ...filing, state: to, history: [...filing.history, step] };
}

/** Who may look at it: the body's own jurisdiction, and wherever one of its sites stands. */
export const supervisorsOf = ({ jurisdiction, sites }: FilingContent): string[] => [
  ...new Set([jurisdiction, ...sites.map((site) => site.regionCode)]),
];

const lastActorInto = (filing: Filing, state: FilingState): string | undefined =>
  filing.history.findLast((step) => step.to === state)?.by;

/** Checks the content by the rules of the field; the fault list names field and rule for every wrong line. */
export function contentFaults(content: FilingContent): FieldFault[] {
  const faults: FieldFault[] = [];
  const add = (field: string, rule: string, zh: string, en: string): void => void faults.push({ field, rule, zh, en });
  const credit = parseCreditCode(content.creditCode);
  if (!credit.ok) add('/creditCode', credit.rule, credit.zh, credit.en);
  if (!regionByCode(content.jurisdiction)) add('/jurisdiction', 'region', '没有这个管辖区域', 'no such jurisdiction');
  const siteIds = new Set<string>();
  for (const [index, site] of content.sites.entries()) {
    if (siteIds.has(site.siteId))
      add(`/sites/${index}/siteId`, 'duplicate', '站点编号重复', 'the site is listed twice');
    siteIds.add(site.siteId);
    if (!regionByCode(site.regionCode)) add(`/sites/${index}/regionCode`, 'region', '没有这个区域', 'no such region');
  }
  const lines = new Set<string>();
  for (const [index, line] of content.scope.entries()) {
    const field = `/scope/${index}`;
    if (!siteIds.has(line.siteId))
      add(`${field}/siteId`, 'unknown-site', '该站点未在本备案中登记', 'not a site of this filing');
    const allowed = scopeAllowed(line.occupationCode, line.specialty, line.levelDigit);
    if (!allowed.ok) add(field, allowed.rule, allowed.zh, allowed.en);
    const key = [line.siteId, line.occupationCode, line.specialty, line.levelDigit].join('|');
    if (lines.has(key)) add(field, 'duplicate', '备案范围重复', 'the line is listed twice');
    lines.add(key);
  }
  return faults;
}

/** Completes what the catalogue knows: an occupation's name and edition are never typed by a clerk. */
export function withCatalogueNames(content: FilingContent): FilingContent {
  return {
    ...content,
    scope: content.scope.map((line) => {
      const found = findOccupation({ code: line.occupationCode });
      if (!found.ok) return line;
      const { name, edition } = found.value.occupation;
      return { ...line, occupationName: name, occupationEdition: edition };
    }),
  };
}

/** @throws DomainError `filing/content` with one fault per wrong line */
export function draftFiling(id: string, organisationId: string, content: FilingContent): Filing {
  const faults = contentFaults(content);
  if (faults.length > 0) throw new DomainError('filing/content', {}, faults);
  return {
    ...withCatalogueNames(content),
    id,
    organisationId,
    state: 'draft',
    history: [],
    publicityFrom: null,
    publicityUntil: null,
    filedOn: null,
    validUntil: null,
  };
}

/** @throws DomainError `filing/not-editable` once it is under review */
export function reviseFiling(filing: Filing, content: FilingContent): Filing {
  if (filing.state !== 'draft' && filing.state !== 'correction-required') {
    throw new DomainError('filing/not-editable', { state: filing.state });
  }
  const revised = draftFiling(filing.id, filing.organisationId, content);
  return { ...revised, state: filing.state, history: filing.history };
}

export const submitFiling = (filing: Filing, actor: Actor): Filing => move(filing, 'submitted', actor);

export const withdrawFiling = (filing: Filing, actor: Actor): Filing => move(filing, 'withdrawn', actor);

export type ReviewDecision = 'pass' | 'return' | 'refuse';
export interface Review {
  decision: ReviewDecision;
  opinion: string;
}

/** 市级审核. */
export function reviewByCity(filing: Filing, review: Review, actor: Actor): Filing {
  const to = { pass: 'city-passed', return: 'correction-required', refuse: 'refused' } as const;
  return move(filing, to[review.decision], actor, review.opinion);
}

/**
 * 省级审核; a pass starts publicity. The day of posting is not counted (民法典 第二百零一条).
 * @throws DomainError `access/same-person` when the city's reviewer decides again
 */
export function reviewByProvince(filing: Filing, review: Review, rules: FilingRules, actor: Actor): Filing {
  const to = { pass: 'in-publicity', return: 'correction-required', refuse: 'refused' } as const;
  const moved = move(filing, to[review.decision], actor, review.opinion);
  if (lastActorInto(filing, 'city-passed') === actor.subject) throw new DomainError('access/same-person');
  if (moved.state !== 'in-publicity') return moved;
  const from = chinaDate(actor.now);
  return { ...moved, publicityFrom: from, publicityUntil: addWorkingDays(from, rules.publicityWorkingDays) };
}

/**
 * 备案: after the last day of publicity, by another person than the one who approved it.
 * @throws DomainError `filing/publicity-running` with the last day; `access/same-person`
 */
export function completeFiling(filing: Filing, rules: FilingRules, actor: Actor): Filing {
  const moved = move(filing, 'filed', actor);
  if (lastActorInto(filing, 'in-publicity') === actor.subject) throw new DomainError('access/same-person');
  const today = chinaDate(actor.now);
  const until = filing.publicityUntil ?? '';
  if (today <= until) throw new DomainError('filing/publicity-running', { until });
  return { ...moved, filedOn: today, validUntil: lastDayOfValidity(today, rules.validityYears) };
}

/** The day before the same calendar day, `years` later. */
export function lastDayOfValidity(filedOn: string, years: number): string {
  const [year = 0, month = 1, day = 1] = filedOn.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}
