import { describe, expect, test } from '@jest/globals';
import { getSolarDateFromLunar, getSolarTermDate, isWorkday } from 'chinese-days';
import * as fc from 'fast-check';
import { lunarStatutoryDays } from './data/statutory-days.js';
import { addWorkingDays, calendarCertainty, countWorkingDays, isWorkingDay, workingDayCalendar } from './index.js';

// The functions of chinese-days depend on the time zone (`npm test` sets that of China); the table this lib reads does not.

const anyDay = fc
  .date({ min: new Date('2004-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('working days', () => {
  test('the data reach 2026 and no further', () => {
    expect(workingDayCalendar.yearsKnown.at(0)).toBe(2004);
    expect(workingDayCalendar.yearsKnown.at(-1)).toBe(2026);
    expect(calendarCertainty('2026-11-23')).toBe('published');
    expect(calendarCertainty('2027-01-04')).toBe('provisional');
  });

  test('§12.25 holidays and 调休 count: National Day 2026', () => {
    expect(isWorkingDay('2026-09-20')).toBe(true);
    expect(isWorkingDay('2026-10-10')).toBe(true);
    expect(isWorkingDay('2026-10-07')).toBe(false);
    expect(addWorkingDays('2026-09-30', 5)).toBe('2026-10-13');
    expect(addWorkingDays('2026-11-23', 5)).toBe('2026-11-30');
    expect(addWorkingDays('2026-10-08', -1)).toBe('2026-09-30');
    expect(addWorkingDays('2026-10-03', 0)).toBe('2026-10-03');
  });

  test('an unpublished year follows weekends and the days the law fixes', () => {
    expect(isWorkingDay('2027-01-01')).toBe(false);
    expect(isWorkingDay('2027-02-08')).toBe(false);
    expect(isWorkingDay('2027-02-09')).toBe(true);
    expect(addWorkingDays('2026-12-28', 5)).toBe('2027-01-05');
    expect(() => addWorkingDays('2026-12-28', 5, { requirePublished: true })).toThrow('standards/calendar-unknown');
  });

  test('the last week before an unpublished year may still move', () => {
    expect(calendarCertainty('2026-12-28')).toBe('provisional');
    expect(calendarCertainty('2025-12-28')).toBe('published');
    expect(calendarCertainty('2026-12-28', { publishedYears: [2027] })).toBe('published');
  });

  test('later dated data override', () => {
    const overrides = { days: { '2027-01-02': 'working', '2027-01-04': 'rest' }, publishedYears: [2027] } as const;
    expect(isWorkingDay('2027-01-02', overrides)).toBe(true);
    expect(addWorkingDays('2026-12-31', 2, { overrides, requirePublished: true })).toBe('2027-01-05');
    expect(calendarCertainty('2027-03-01', overrides)).toBe('published');
  });

  test('bad days are refused', () => {
    for (const day of ['2026-02-29', '2026-2-1', '', '20260201']) {
      expect(() => addWorkingDays(day, 1)).toThrow('standards/bad-day');
    }
    expect(() => addWorkingDays('2026-11-23', 1.5)).toThrow('standards/bad-day-count');
  });

  test('monotone, lands on a working day, and counting inverts adding', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const later = addWorkingDays(day, count);
        expect(later > day).toBe(true);
        expect(isWorkingDay(later)).toBe(true);
        expect(addWorkingDays(day, count + 1) > later).toBe(true);
        expect(countWorkingDays(day, later)).toBe(count);
      }),
    );
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 20 }), (one, other, count) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(addWorkingDays(early, count) <= addWorkingDays(late, count)).toBe(true);
      }),
    );
  });

  test('agrees with chinese-days in every published year', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        if (day < '2027') expect(isWorkingDay(day)).toBe(isWorkday(day));
      }),
    );
  });

  test('the lunar days off are those of the lunar calendar', () => {
    for (const [year, days] of Object.entries(lunarStatutoryDays)) {
      expect(days).toEqual({
        springFestival: getSolarDateFromLunar(`${year}-01-01`).date,
        qingming: getSolarTermDate(Number(year), 4, 'pure_brightness'),
        duanwu: getSolarDateFromLunar(`${year}-05-05`).date,
        midAutumn: getSolarDateFromLunar(`${year}-08-15`).date,
      });
    }
  });
});
