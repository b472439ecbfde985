import { describe, expect, it } from '@jest/globals';
import { unreachableStates, type DomainError } from '@app/kernel';
import type { Cell } from '../workbook/cell.js';
import { matchAnswers, readAcknowledgement, type AnsweredLine } from './acknowledgement.js';
import { cellsOf, COLUMN_MAPS, mapOn, type ColumnMap, type PackageFacts } from './column-map.js';
import {
  answerPackage,
  assertPeriod,
  PACKAGE_STATES,
  sendPackage,
  TRANSITIONS,
  type HandOverPackage,
  type PackageState,
} from './hand-over-package.js';
import { issueListOf, issueListRows, type IssuedLine } from './issue-list.js';

const NOW = new Date('2026-12-01T02:00:00Z');
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

const facts: PackageFacts = {
  name: '王小明',
  documentType: '居民身份证',
  documentNumber: '23010219900307001X',
  sex: '男',
  birthDate: '1990-03-07',
  occupationName: '焊工',
  occupationCode: '6-18-02-04',
  specialty: '',
  levelDigit: '3',
  certificateNumber: 'Y000023000001263000001',
  agencyName: '哈尔滨北方焊接装备有限公司',
  siteCode: 'Y000023000001',
  issuedOn: '2026-12-01',
  theoryPoints: 60,
  skillPoints: null,
  status: 'valid',
};

describe('the columns of an upload package', () => {
  it('every face item of the certificate is there; what no source says is marked, and what is not held stays empty', () => {
    const map = mapOn('2026-12-01');
    const cells = cellsOf(map, facts);
    expect(map.columns.map(({ header, certainty }, index) => [header, cells[index], certainty])).toEqual([
      ['姓名', '王小明', 'sourced'],
      ['证件类型', '居民身份证', 'sourced'],
      ['证件号码', '23010219900307001X', 'sourced'],
      ['性别', '男', 'unverified'],
      ['出生日期', '1990-03-07', 'unverified'],
      ['文化程度', '', 'unverified'],
      ['职业名称', '焊工', 'sourced'],
      ['职业编码', '6-18-02-04', 'sourced'],
      ['工种/职业方向', '--', 'sourced'],
      ['职业技能等级', '三级/高级工', 'sourced'],
      ['证书编号', 'Y000023000001263000001', 'sourced'],
      ['评价机构名称', '哈尔滨北方焊接装备有限公司', 'sourced'],
      ['评价机构(站点)代码', 'Y000023000001', 'sourced'],
      ['发证日期', '2026-12-01', 'sourced'],
      ['照片', '', 'unverified'],
      ['理论成绩', '60', 'unverified'],
      ['技能成绩', '', 'unverified'],
      ['综合成绩', '', 'unverified'],
      ['证书状态', '有效', 'sourced'],
    ]);
  });

  it('a day has the version that is in force, its first and last day included', () => {
    const column = (format: ColumnMap['columns'][number]['format']): ColumnMap['columns'] => [
      { header: '日期', field: 'issuedOn', format, certainty: 'sourced', width: 10 },
    ];
    const maps: ColumnMap[] = [
      { version: 'a', from: '2026-01-01', until: '2026-12-31', source: '', columns: column('day') },
      { version: 'b', from: '2027-01-01', until: null, source: '', columns: column('compact-day') },
    ];
    const on = (day: string) => codeOf(() => mapOn(day, maps)).replace('allowed', '') || mapOn(day, maps).version;
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      'hand-over/no-map',
      'a',
      'a',
      'b',
    ]);
    expect(maps.map((map) => cellsOf(map, facts))).toEqual([['2026-12-01'], ['20261201']]);
  });

  it('versions are told apart, follow each other and name their source', () => {
    const versions = COLUMN_MAPS.map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    COLUMN_MAPS.forEach(({ from, source, columns }, index) => {
      const before = COLUMN_MAPS[index - 1];
      expect([source !== '', columns.length > 0, !before || (before.until ?? '9999') < from]).toEqual([
        true,
        true,
        true,
      ]);
    });
  });
});

const packageIn = (state: PackageState): HandOverPackage => ({
  id: 'p',
  jurisdiction: '230000',
  state,
  issuedFrom: '2026-11-01',
  issuedUntil: '2026-12-01',
  organisationId: '',
  mapVersion: '2026-1',
  quantity: 3,
  draftedBy: 'officer',
  draftedAt: NOW,
  sentBy: null,
  sentAt: null,
  sentSha256: state === 'drafted' ? null : 'f'.repeat(64),
});

describe('a package', () => {
  const file = { sha256: 'a'.repeat(64), exportId: 'e', rows: 3, madeBy: 'officer', madeAt: NOW };

  it('is sent once, as a file that was made of it and is whole', () => {
    expect(unreachableStates(TRANSITIONS, 'drafted')).toEqual([]);
    const send = (state: PackageState, files = [file], sha256 = file.sha256) =>
      codeOf(() => sendPackage(packageIn(state), files, sha256, { subject: 'officer', now: NOW }));
    expect(PACKAGE_STATES.map((state) => send(state))).toEqual([
      'allowed',
      'hand-over/illegal-transition',
      'hand-over/illegal-transition',
      'hand-over/illegal-transition',
    ]);
    expect([
      send('drafted', []),
      send('drafted', [{ ...file, rows: 2 }]),
      send('drafted', [file], 'b'.repeat(64)),
    ]).toEqual(['hand-over/unknown-file', 'hand-over/incomplete-file', 'hand-over/unknown-file']);
  });

  it('is acknowledged when every line is accepted, partly before, and unchanged by nothing new', () => {
    const answered = (state: PackageState, accepted: number, refused: number, unanswered: number) =>
      answerPackage(packageIn(state), { accepted, refused, unanswered }).state;
    expect([
      answered('sent', 0, 0, 3),
      answered('sent', 2, 0, 1),
      answered('sent', 2, 1, 0),
      answered('sent', 3, 0, 0),
      answered('partly-acknowledged', 2, 1, 0),
      answered('partly-acknowledged', 3, 0, 0),
      answered('acknowledged', 3, 0, 0),
    ]).toEqual([
      'sent',
      'partly-acknowledged',
      'partly-acknowledged',
      'acknowledged',
      'partly-acknowledged',
      'acknowledged',
      'acknowledged',
    ]);
    expect(codeOf(() => answered('drafted', 3, 0, 0))).toBe('hand-over/illegal-transition');
  });

  it('is of a period that is over or runs', () => {
    const period = (from: string, until: string) => codeOf(() => assertPeriod(from, until, '2026-12-01'));
    expect([
      period('2026-12-01', '2026-12-01'),
      period('2026-12-02', '2026-12-01'),
      period('2026-12-01', '2026-12-02'),
    ]).toEqual(['allowed', 'hand-over/bad-period', 'hand-over/bad-period']);
  });
});

describe('the answer of the centre', () => {
  const number = (serial: number) => `Y00002300000126300000${serial}`;
  const sheet = (...lines: Cell[][]) => lines.map((cells, index) => ({ row: index + 1, cells }));

  it('is read below a title, in whatever order and width its columns are', () => {
    const { answers, bad } = readAcknowledgement(
      sheet(
        ['省人事考试中心 反馈'],
        ['序号', '退回原因', '审核 结果', '证书编号（22位）'],
        [1, null, '接收', number(1)],
        [2, ' 证件号不符 ', '退回', ` ｙ${number(2).slice(1)} `],
        [3, '忽略', '通过', number(3)],
        [4, '', '通过', number(3)],
      ),
    );
    expect(bad).toEqual([]);
    expect(answers).toEqual([
      { row: 3, number: number(1), answer: 'accepted', reason: '' },
      { row: 4, number: number(2), answer: 'refused', reason: '证件号不符' },
      { row: 5, number: number(3), answer: 'accepted', reason: '' },
    ]);
  });

  it('a row that cannot be believed is named, and the others are read', () => {
    const { answers, bad } = readAcknowledgement(
      sheet(
        ['证书编号', '结果', '原因'],
        ['123', '接收', ''],
        [number(1), '也许', ''],
        [number(2), '退回', '  '],
        [number(3), '接收', ''],
        [number(3), '退回', '重复'],
      ),
    );
    expect(answers.map(({ row }) => row)).toEqual([5]);
    expect(bad.map(({ row, rule }) => [row, rule])).toEqual([
      [2, 'length'],
      [3, 'answer'],
      [4, 'reason'],
      [6, 'two-answers'],
    ]);
  });

  it('without its columns is refused', () => {
    for (const header of [['证书编号', '结果'], ['编号', '结果', '原因'], []]) {
      expect(codeOf(() => readAcknowledgement(sheet(header, [number(1), '接收', ''])))).toBe('hand-over/bad-header');
    }
  });

  it('matches lines without an answer; what was answered otherwise stays as it is', () => {
    const lines: AnsweredLine[] = [
      { certificateId: 'c1', number: number(1), answer: null },
      { certificateId: 'c2', number: number(2), answer: 'accepted' },
      { certificateId: 'c3', number: number(3), answer: 'accepted' },
    ];
    const row = (serial: number, answer: 'accepted' | 'refused') => ({
      row: serial,
      number: number(serial),
      answer,
      reason: '',
    });
    const matched = matchAnswers([row(1, 'refused'), row(2, 'accepted'), row(3, 'refused'), row(4, 'accepted')], lines);
    expect(matched.map(({ match, certificateId }) => [match, certificateId])).toEqual([
      ['matched', 'c1'],
      ['repeated', 'c2'],
      ['mismatched', 'c3'],
      ['unmatched', null],
    ]);
  });
});

it('the issue list adds up, prints -- for no 工种, and has a line for each who signs', () => {
  const line = (specialty: string, quantity: number): IssuedLine => ({
    organisationId: 'org-north',
    agencyName: '北方',
    occupationCode: '6-18-02-04',
    occupationEdition: '2015',
    occupationName: '焊工',
    specialty,
    levelDigit: '3',
    quantity,
  });
  const list = issueListOf({ from: '2026-11-01', until: '2026-11-30' }, [line('', 3), line('电焊工', 4)]);
  expect(issueListRows(list)).toEqual([
    ['职业技能等级证书核发汇总表（表5）'],
    ['发证日期：2026-11-01 至 2026-11-30'],
    ['序号', '评价机构', '职业编码', '职业名称', '工种/职业方向', '职业技能等级', '数量'],
    ['1', '北方', '6-18-02-04', '焊工', '--', '三级/高级工', '3'],
    ['2', '北方', '6-18-02-04', '焊工', '电焊工', '三级/高级工', '4'],
    ['合计', null, null, null, null, null, '7'],
    [],
    ['信息管理员（签字）：', null, null, null, '日期：'],
    ['单位负责人（签字）：', null, null, null, '日期：'],
    ['单位（盖章）：'],
  ]);
});
