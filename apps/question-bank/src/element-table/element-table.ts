import { assertTransition, DomainError, type FieldFault, type Transitions } from '@app/kernel';
import type { LevelDigit, Warning } from '@app/standards';
import type { Ratio } from './ratio.js';

export const ELEMENT_TABLE_STATES = ['draft', 'approved', 'retired'] as const;
export type ElementTableState = (typeof ELEMENT_TABLE_STATES)[number];

export const TRANSITIONS: Transitions<ElementTableState> = {
  draft: ['approved'],
  approved: ['retired'],
  retired: [],
};

/** 重要程度: X core, Y general, Z auxiliary (domain.md §4.2). */
export const IMPORTANCES = ['X', 'Y', 'Z'] as const;
export type Importance = (typeof IMPORTANCES)[number];

/** 鉴定范围. `path` joins the codes from level one down: `A-B-C`. */
export interface ElementRange {
  path: string;
  code: string;
  name: string;
  /** 鉴定比重 out of 100 for the whole table. */
  weight: number;
  ratio: Ratio;
}

/** 鉴定点. `path` is the range's path and the own code: `A-B-C-003`. */
export interface ElementPoint {
  path: string;
  rangePath: string;
  code: string;
  name: string;
  importance: Importance;
  /** 页码; '' when the workbook gives none. */
  page: string;
}

/** What the importer changed in a cell; shown to the clerk. */
export interface CellRepair {
  cell: string;
  from: string;
  to: string;
}

/** What a table, a plan and a paper are about. `specialty` is '' for an occupation without 工种. */
export interface BankSubject {
  occupationCode: string;
  specialty: string;
  levelDigit: LevelDigit;
}

export interface ElementContent extends BankSubject {
  occupationEdition: string;
  occupationName: string;
  /** 鉴定方式 as written. */
  method: string;
  ranges: ElementRange[];
  points: ElementPoint[];
  repairs: CellRepair[];
  warnings: Warning[];
}

export interface ElementTable extends ElementContent {
  id: string;
  state: ElementTableState;
  pointCount: number;
  importedBy: string;
  importedAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  retiredAt: Date | null;
}

export interface Actor {
  subject: string;
  now: Date;
}

/** Faults told at once; a sheet with one wrong column would otherwise answer with thousands. */
const FAULTS_TOLD_MAX = 200;

/** @throws DomainError `element-table/content` with one fault per wrong cell */
export function draftTable(
  id: string,
  read: { content: ElementContent; faults: readonly FieldFault[] },
  actor: Actor,
): ElementTable {
  if (read.faults.length > 0) {
    throw new DomainError('element-table/content', {}, read.faults.slice(0, FAULTS_TOLD_MAX));
  }
  return {
    ...read.content,
    id,
    state: 'draft',
    pointCount: read.content.points.length,
    importedBy: actor.subject,
    importedAt: actor.now,
    approvedBy: null,
    approvedAt: null,
    retiredAt: null,
  };
}

/** @throws DomainError `access/same-person` when the importer approves */
export function approveTable(table: ElementTable, actor: Actor): ElementTable {
  assertTransition('element-table', TRANSITIONS, table.state, 'approved');
  if (table.importedBy === actor.subject) throw new DomainError('access/same-person');
  return { ...table, state: 'approved', approvedBy: actor.subject, approvedAt: actor.now };
}

/** A newer table of the same subject was approved. */
export function retireTable(table: ElementTable, actor: Actor): ElementTable {
  assertTransition('element-table', TRANSITIONS, table.state, 'retired');
  return { ...table, state: 'retired', retiredAt: actor.now };
}

/** @throws DomainError `element-table/retired`: items and blueprints belong to a table in use */
export function assertInUse(table: { state: ElementTableState }): void {
  if (table.state === 'retired') throw new DomainError('element-table/retired');
}

/** The ranges that hold points themselves, in the order of the table. */
export function leafRanges(table: Pick<ElementTable, 'ranges' | 'points'>): ElementRange[] {
  const holding = new Set(table.points.map((point) => point.rangePath));
  return table.ranges.filter((range) => holding.has(range.path));
}

/** The path one level up; '' above level one. */
export const parentPath = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('-')));
