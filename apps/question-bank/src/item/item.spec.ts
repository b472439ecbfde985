import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import * as XLSX from '@e965/xlsx';
import { readElementSheet } from '../element-table/element-sheet.js';
import type { Sheet } from '../sheet/sheet.js';
import { markSheet, readSheets } from '../sheet/sheet.workbook.js';
import { readAnswer, readDifficulty, readOptions, readType } from './item-answer.js';
import { indexPoints, matchPoint } from './item-match.js';
import { countOutcomes, itemSheet, noteOf, readItemSheet, withBankDuplicates, type ItemRow } from './item-sheet.js';
import { stemKey } from './item.js';

const FIXTURES = new URL('../../../../test/fixtures/', import.meta.url);
const bytesOf = (file: string): Buffer => readFileSync(new URL(file, FIXTURES));
const expected = JSON.parse(bytesOf('items-welder-3.expected.json').toString('utf8')) as {
  totals: Record<string, number>;
  byRule: Record<string, number>;
  matchedBy: Record<string, number>;
  acceptedByType: Record<string, number>;
  looseMatches: { row: number; match: string }[];
  special: { row: number; expected: string; rule: string | null }[];
};
const table = readElementSheet(readSheets(bytesOf('element-table-welder-3.xlsx')).at(0)!).content;
const index = indexPoints(table);
const workbook = bytesOf('items-welder-3.xlsx');
const sheet = itemSheet(readSheets(workbook), '3');
const rows = readItemSheet(sheet, index);
const tally = (values: (string | null | undefined)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) if (value) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('item workbook of the fixture', () => {
  it('gives each row its outcome', () => {
    const { accepted, unmatched, refused } = expected.totals;
    const repaired = expected.totals['accepted-repaired'];
    expect(countOutcomes(rows)).toEqual({ accepted, repaired, unmatched, refused });
    const word = (outcome: ItemRow['outcome']) => (outcome === 'repaired' ? 'accepted-repaired' : outcome);
    for (const special of expected.special) {
      const row = rows.find((each) => each.row === special.row);
      const rule = row?.outcome === 'refused' ? row.faults[0]?.rule : null;
      expect([special.row, row && word(row.outcome), rule]).toEqual([special.row, special.expected, special.rule]);
    }
    expect(tally(rows.filter((row) => row.outcome === 'refused').map((row) => row.faults[0]?.rule))).toEqual(
      expected.byRule,
    );
  });

  it('matches by exact path, then by leaf name, then by contained name', () => {
    expect(tally(rows.map((row) => row.match))).toEqual(expected.matchedBy);
    const loose = rows.filter((row) => row.match && row.match !== 'exact-path');
    expect(loose.map(({ row, match }) => ({ row, match }))).toEqual(expected.looseMatches);
  });

  it('reads types and shows the repaired answer', () => {
    const { 单选题, 判断题, 多选题 } = expected.acceptedByType;
    expect(tally(rows.map((row) => row.item?.type))).toEqual({ single: 单选题, judgement: 判断题, multiple: 多选题 });
    expect(rows.find((row) => row.outcome === 'repaired')?.repairs).toEqual([{ column: '答案', from: 'Ａ', to: 'A' }]);
    for (const { item } of rows) {
      if (item?.type === 'judgement') expect(item.content.answer).toMatch(/^[√×]$/);
      else if (item) expect(item.content.answer).toMatch(/^[A-E]+$/);
    }
  });

  it('comes back with a remark behind each row that has one, and marks again in the same column', () => {
    const notes = new Map(rows.map((row) => [row.row, noteOf(row)]));
    const once = markSheet(workbook, sheet.name, '导入结果', notes);
    const marked = itemSheet(readSheets(once.bytes), '3');
    expect(marked.rows[0]?.[20]?.text).toBe('导入结果');
    expect(marked.rows[58]?.[20]?.text).toBe('答案为空（no-answer）');
    expect(marked.rows[13]?.[20]?.text).toBe('已更正答案：Ａ → A');
    expect(marked.rows[1]?.[20]).toBeUndefined();
    expect(marked.rows[1]?.slice(0, 20)).toEqual(sheet.rows[1]);
    const twice = markSheet(once.bytes, sheet.name, '导入结果', new Map([[2, '新']]));
    const again = itemSheet(readSheets(twice.bytes), '3');
    expect([again.rows[0]?.length, again.rows[1]?.[20]?.text, again.rows[58]?.[20]]).toEqual([21, '新', undefined]);
  });
});

describe('old .xls workbook', () => {
  it('is read the same and comes back as .xls', () => {
    const old = XLSX.write(XLSX.read(workbook), { type: 'buffer', bookType: 'biff8' }) as Buffer;
    const oldSheet = itemSheet(readSheets(old), '3');
    expect(countOutcomes(readItemSheet(oldSheet, index))).toEqual(countOutcomes(rows));
    const marked = markSheet(old, oldSheet.name, '导入结果', new Map([[2, '新']]));
    expect(marked.extension).toBe('xls');
    expect(itemSheet(readSheets(marked.bytes), '3').rows[1]?.[20]?.text).toBe('新');
  });
});

describe('match', () => {
  const found = (...cells: string[]) => {
    const result = matchPoint(index, cells);
    return result ? `${result.point.path} ${result.match}` : 'none';
  };

  it('prefers an exact name over one that contains it', () => {
    expect(found('A基本要求', 'A职业道德', 'A职业道德基本知识', '001道德的概念')).toBe('A-A-A-001 exact-path');
    expect(found('002职业道德的概念')).toBe('A-A-A-002 leaf-name');
    expect(found('A基本要求', '职业道德的概念（三级）')).toBe('A-A-A-002 contains');
  });

  it('compares codes with the tree: the second C of CCO2气体保护焊 belongs to the name', () => {
    expect(found('B相关知识', 'CCO2气体保护焊', 'B飞溅与操作', '002左向焊与右向焊')).toMatch(/^B-C-B-002 exact-path$/);
  });

  it('takes a contained name only under ranges that agree', () => {
    expect(found('C拓展知识', '职业道德的概念（三级）')).toBe('none');
    expect(found('')).toBe('none');
  });

  it('does not choose between two points of the same name', () => {
    const ranges = ['A', 'B'].map((code) => ({ path: code, code, name: `范围${code}`, weight: 50, ratio: [1, 0, 0] }));
    const points = ranges.map(({ path }) => ({
      path: `${path}-001`,
      rangePath: path,
      code: '001',
      name: '同名点',
      importance: 'X' as const,
      page: '',
    }));
    const twins = indexPoints({ ranges: ranges as never, points });
    expect(matchPoint(twins, ['001同名点'])).toBeUndefined();
    expect(matchPoint(twins, ['别的', '001同名点'])).toBeUndefined();
    expect(matchPoint(twins, ['B范围B', '001同名点'])?.point.path).toBe('B-001');
  });
});

describe('item row', () => {
  const rule = (read: { ok: boolean; rule?: string; value?: unknown; repaired?: boolean }) =>
    read.ok ? [read.value, read.repaired] : read.rule;

  it('reads answers of each type and names what is wrong', () => {
    expect(rule(readAnswer('multiple', 'ABD', 4))).toEqual(['ABD', false]);
    expect(rule(readAnswer('multiple', 'd、a', 4))).toEqual(['AD', true]);
    expect(rule(readAnswer('multiple', 'A', 4))).toBe('answer-form');
    expect(rule(readAnswer('multiple', 'AA', 4))).toBe('answer-form');
    expect(rule(readAnswer('single', 'AB', 4))).toBe('answer-form');
    expect(rule(readAnswer('single', 'E', 4))).toBe('answer-without-option');
    expect(rule(readAnswer('single', '　', 4))).toBe('no-answer');
    expect(['√', '正确', 'T', '对'].map((word) => rule(readAnswer('judgement', word, 0)))).toEqual(
      Array.from({ length: 4 }, () => ['√', false]),
    );
    expect(['×', '错误', 'x', '错'].map((word) => rule(readAnswer('judgement', word, 0)))).toEqual(
      Array.from({ length: 4 }, () => ['×', false]),
    );
    expect(rule(readAnswer('judgement', 'A', 0))).toBe('answer-form');
  });

  it('reads options, types and difficulty', () => {
    expect(rule(readOptions('single', ['甲', '', '丙', '', '']))).toBe('option-gap');
    expect(rule(readOptions('single', ['甲', '', '', '', '']))).toBe('too-few-options');
    expect(rule(readOptions('single', ['甲', ' 甲', '', '', '']))).toBe('duplicate-option');
    expect(rule(readOptions('judgement', ['', '', '', '', '']))).toEqual([[], false]);
    expect(rule(readType('简答题'))).toBe('unknown-type');
    expect(rule(readType(''))).toBe('no-type');
    expect(['易', '3', ' 难 '].map((grade) => rule(readDifficulty(grade)))).toEqual([
      [1, false],
      [3, false],
      [5, false],
    ]);
    expect(rule(readDifficulty(''))).toEqual([3, true]);
    expect(rule(readDifficulty('7'))).toBe('difficulty');
  });

  it('knows a stem again by its text, not by its spaces and widths', () => {
    expect(stemKey('直流反接是指（　）。')).toBe(stemKey(' 直流反接是指( )。'));
  });

  it('is refused when the bank has its stem already', () => {
    const [first] = withBankDuplicates(rows, new Set([2]));
    expect([first?.outcome, first?.faults[0]?.rule, first?.item]).toEqual(['refused', 'duplicate-stem', null]);
  });

  it('comes from the sheet of its level, with all required columns', () => {
    const named = (name: string, header = '题型'): Sheet => ({ name, rows: [[{ text: header, number: null }]] });
    expect(itemSheet([named('四级'), named('三级')], '3').name).toBe('三级');
    expect(itemSheet([named('Sheet1')], '3').name).toBe('Sheet1');
    expect(codeOf(() => itemSheet([named('四级'), named('五级')], '3'))).toBe('item/sheet');
    expect(codeOf(() => itemSheet([named('四级')], '3'))).toBe('item/sheet');
    expect(codeOf(() => readItemSheet(named('三级'), index))).toBe('item/header');
  });
});
