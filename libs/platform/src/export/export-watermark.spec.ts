import { describe, expect, it } from '@jest/globals';
import { chinaTime, safeCell, watermarkTexts } from './export-watermark.js';

const mark = {
  person: '李明 (clerk.north)',
  organisation: 'org-north',
  at: new Date('2026-12-01T16:30:00Z'),
  exportId: '01900000-0000-7000-8000-000000000000',
  purpose: '核对 A&B 两个考场',
};

describe('a watermark', () => {
  it('names person, organisation, time in China, export and purpose in one line', () => {
    const { line } = watermarkTexts(mark);
    for (const part of [mark.person, mark.organisation, '2026-12-02 00:30 UTC+8', mark.exportId, mark.purpose]) {
      expect(line).toContain(part);
    }
    expect(chinaTime(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01 00:00');
  });

  it('doubles the & of print codes and stays within what Excel prints', () => {
    const { printFooter } = watermarkTexts(mark);
    expect(printFooter).toBe('&L&8 核对 A&&B 两个考场&R&8 &P / &N');
    for (const ampersands of [99, 100, 115, 116, 117, 118, 119, 120, 200]) {
      const long = watermarkTexts({ ...mark, purpose: '&'.repeat(ampersands), organisation: 'x'.repeat(300) });
      expect(long.printHeader.length).toBeLessThanOrEqual(255);
      expect(long.printFooter.length).toBeLessThanOrEqual(255);
      const inner = long.printFooter.slice('&L&8 '.length, -'&R&8 &P / &N'.length).replaceAll('…', '');
      expect(inner.length % 2).toBe(0);
    }
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '--1', '@SUM(A1)', '＝1', '＠x', ' =1', '\t=1', '\u200b=1', '\rx'])(
    '%j stays a text',
    (text) => {
      expect(safeCell(text)).toBe(`'${text}`);
    },
  );

  it.each(['张三', '6-18-02-04', '230***********004X', '00123', '', 'a=1', '--', -1, 60, null])(
    '%j is left alone',
    (cell) => {
      expect(safeCell(cell)).toBe(cell);
    },
  );
});
