import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { unreachableStates, type DomainError } from '@app/kernel';
import { cellName, foldHeader, type Sheet, type SheetCell } from '../sheet/sheet.js';
import { readSheets } from '../sheet/sheet.workbook.js';
import { readElementSheet } from './element-sheet.js';
import {
  approveTable,
  draftTable,
  ELEMENT_TABLE_STATES,
  retireTable,
  TRANSITIONS,
  type ElementTable,
  type ElementTableState,
} from './element-table.js';
import { formatRatio, readRatio } from './ratio.js';

const FIXTURES = new URL('../../../../test/fixtures/', import.meta.url);
const bytesOf = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));
const expected = JSON.parse(bytesOf('element-table-welder-3.expected.json').toString('utf8')) as {
  points: number;
  ranges: { path: string; name: string; weight: number; ratio: string; points: number }[];
  damaged: { cell: string; repairedTo: string }[];
};
const sheet = readSheets(bytesOf('element-table-welder-3.xlsx')).at(0)!;

const text = (value: string): SheetCell => ({ text: value, number: null });
const number = (value: number): SheetCell => ({ text: String(value), number: value });

/** The fixture with some cells written anew; undefined empties a cell. */
function edited(changes: Record<string, SheetCell | undefined>): Sheet {
  const rows = Array.from(sheet.rows, (row) => Array.from(row ?? [], (cell) => cell));
  for (const [row, cells] of rows.entries()) {
    for (let column = 0; column < 16; column += 1) {
      const name = cellName(row, column);
      if (name in changes) cells[column] = changes[name];
    }
  }
  return { name: sheet.name, rows };
}
const faultsOf = (changes: Record<string, SheetCell | undefined>): string[] =>
  readElementSheet(edited(changes)).faults.map(({ field, rule }) => `${field} ${rule}`);
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('element table of the fixture', () => {
  const { content, faults } = readElementSheet(sheet);

  it('is read whole: head, ranges with weight and true ratio, points', () => {
    expect(faults).toEqual([]);
    expect([content.occupationCode, content.occupationName, content.specialty, content.levelDigit]).toEqual([
      '6-18-02-04',
      '焊工',
      '电焊工',
      '3',
    ]);
    expect(content.method).toBe('理论知识');
    expect(content.points).toHaveLength(expected.points);
    expect(
      content.ranges.map(({ path, name, weight, ratio }) => ({ path, name, weight, ratio: formatRatio(ratio) })),
    ).toEqual(expected.ranges.map(({ path, name, weight, ratio }) => ({ path, name, weight, ratio })));
    expect(content.points[0]).toEqual({
      path: 'A-A-A-001',
      rangePath: 'A-A-A',
      code: '001',
      name: '道德的概念',
      importance: 'Y',
      page: '2',
    });
  });

  it('tells every ratio that Excel damaged, and no other cell', () => {
    const repairs = content.repairs.map(({ cell, to }) => `${cell} ${to}`).sort();
    expect(repairs).toEqual(expected.damaged.map(({ cell, repairedTo }) => `${cell} ${repairedTo}`).sort());
  });

  it('is warned of for its few points only', () => {
    expect(content.warnings.map((warning) => warning.rule)).toEqual(['few-points']);
  });
});

describe('ratio', () => {
  it.each([
    [text('132:21:0'), '132:21:0', false],
    [text('132:21:00'), '132:21:0', true],
    [text('05:02:00'), '5:2:0', true],
    [text('（6：0：0）'), '6:0:0', true],
    [number(5.514583333333333), '132:21:0', true],
    [number(1), '24:0:0', true],
    [number(0.2097222222222222), '5:2:0', true],
  ])('%j is %s', (cell, ratio, repaired) => {
    const read = readRatio(cell);
    expect(read.ok && [formatRatio(read.value), read.repaired]).toEqual([ratio, repaired]);
  });

  it.each([text(''), text('5:2'), text('5:2:0 AM'), text('a:b:c'), number(-0.5), number(0.123456789)])(
    '%j is refused',
    (cell) => {
      expect(readRatio(cell)).toMatchObject({ ok: false, rule: 'ratio-form' });
    },
  );
});

describe('element sheet', () => {
  it('names cell and rule of weights that do not add up', () => {
    expect(faultsOf({ L7: number(4) })).toEqual(['H7 weight-sum']);
    expect(faultsOf({ D7: number(26) })).toEqual(['D7 weight-sum', 'D7 weight-sum']);
    expect(faultsOf({ L7: text('三') })).toEqual(['L7 weight-form']);
    expect(faultsOf({ L7: { text: '3%', number: 0.03 } })).toEqual([]);
  });

  it('names the cell of a ratio that differs from the points below', () => {
    expect(faultsOf({ K12: text('3:0:0') })).toEqual(['K12 ratio-count']);
    expect(faultsOf({ O8: text('Y') })).toEqual(['C7 ratio-count', 'G7 ratio-count', 'K7 ratio-count']);
    expect(faultsOf({ K12: text('6-2') })).toEqual(['K12 ratio-form']);
  });

  it('names wrong points: code, name, importance, doubled code, total', () => {
    expect(faultsOf({ M8: text('x') })).toEqual(['M8 point-code']);
    expect(faultsOf({ N8: undefined })).toEqual(['N8 empty']);
    expect(faultsOf({ O8: text('W') })).toEqual(['O8 importance']);
    expect(faultsOf({ M8: text('001') })).toEqual(['M8 duplicate-code']);
    expect(faultsOf({ B4: number(77) })).toEqual(['B4 point-total']);
  });

  it('names an unknown occupation, 工种 or level', () => {
    expect(faultsOf({ B1: text('量子焊工') })).toEqual(['B1 unknown-occupation']);
    expect(faultsOf({ B1: text('焊工（绣花工）') })).toEqual(['B1 unknown-specialty']);
    expect(faultsOf({ B2: text('三级/技师') })).toEqual(['B2 contradiction']);
    expect(faultsOf({ B2: text('学徒工') })).toEqual(['B2 not-assessed']);
  });

  it('takes parents that are filled in on every row, and codes that lost their zeros', () => {
    const parents = { A8: text('A'), B8: text('基本要求'), E8: text('A'), F8: text('职业道德') };
    const read = readElementSheet(edited({ ...parents, M8: number(2) }));
    expect(read.faults).toEqual([]);
    expect(read.content.ranges).toHaveLength(expected.ranges.length);
    expect(read.content.repairs).toContainEqual({ cell: 'M8', from: '2', to: '002' });
  });

  it('refuses a sheet that is no element table', () => {
    expect(codeOf(() => readElementSheet({ name: 'x', rows: [[text('序号')], [text('1')]] }))).toBe(
      'element-table/header',
    );
    expect(codeOf(() => readSheets(Buffer.from('代码,名称\n')))).toBe('workbook/unreadable');
    expect(codeOf(() => readSheets(Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(50)])))).toBe(
      'workbook/unreadable',
    );
  });

  it('refuses a workbook that says it unpacks to gigabytes', () => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(2 ** 31, 24);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt32LE(4, 16);
    const bomb = Buffer.concat([Buffer.from('504b0304', 'hex'), entry, end]);
    expect(codeOf(() => readSheets(bomb))).toBe('workbook/too-large');
  });

  it('folds remarks out of headers and names cells as Excel does', () => {
    expect([foldHeader('题型（必填）'), foldHeader(' 题干(必填) *')]).toEqual(['题型', '题干']);
    expect([cellName(0, 0), cellName(6, 25), cellName(9, 26)]).toEqual(['A1', 'Z7', 'AA10']);
  });
});

describe('element table', () => {
  const at = (subject: string) => ({ subject, now: new Date('2026-11-23T02:00:00Z') });
  const draft = draftTable('t1', readElementSheet(sheet), at('author'));
  const inState = (state: ElementTableState): ElementTable => ({ ...draft, state });

  it('reaches every state from a draft, each by its own decision', () => {
    expect(unreachableStates(TRANSITIONS, 'draft')).toEqual([]);
    for (const state of ELEMENT_TABLE_STATES) {
      const outcome = (to: ElementTableState) =>
        TRANSITIONS[state].includes(to) ? 'allowed' : 'element-table/illegal-transition';
      expect(codeOf(() => approveTable(inState(state), at('reviewer')))).toBe(outcome('approved'));
      expect(codeOf(() => retireTable(inState(state), at('reviewer')))).toBe(outcome('retired'));
    }
  });

  it('is approved by another person than its importer', () => {
    expect(codeOf(() => approveTable(draft, at('author')))).toBe('access/same-person');
    expect(approveTable(draft, at('reviewer'))).toMatchObject({ state: 'approved', approvedBy: 'reviewer' });
  });

  it('does not become a draft with faults', () => {
    const read = readElementSheet(edited({ L7: number(4) }));
    expect(codeOf(() => draftTable('t2', read, at('author')))).toBe('element-table/content');
  });
});
