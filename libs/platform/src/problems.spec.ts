import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@app/kernel';
import { platformProblems, problemOf, type ProblemCatalogue } from './problems.js';

const catalogue: ProblemCatalogue = {
  ...platformProblems,
  'thing/late': { status: 409, zh: '{name} 迟了 {days} 天', en: '{name} is {days} days late' },
};
const REQUEST = '01900000-0000-7000-8000-000000000000';
const of = (error: DomainError, accept = ''): ReturnType<typeof problemOf> =>
  problemOf(catalogue, error, REQUEST, accept);

describe('a problem document', () => {
  it('has the stable type, both titles filled, the status and the request', () => {
    expect(of(new DomainError('thing/late', { name: 'it', days: 3 }))).toEqual({
      type: 'urn:jiangzheng:problem:thing/late',
      title: 'it 迟了 3 天',
      titles: { 'zh-CN': 'it 迟了 3 天', en: 'it is 3 days late' },
      status: 409,
      instance: `urn:jiangzheng:request:${REQUEST}`,
    });
  });

  it.each([
    ['', '迟了'],
    ['zh-CN,zh;q=0.9,en;q=0.8', '迟了'],
    ['fr', '迟了'],
    ['en', 'late'],
    ['en-GB,en;q=0.9', 'late'],
    ['EN', 'late'],
  ])('asked for in %j carries a title with %j', (accept, word) => {
    expect(of(new DomainError('thing/late', { name: 'it', days: 3 }), accept).title).toContain(word);
  });

  it('lists wrong fields, and has no list when there are none', () => {
    const fault = { field: '/a', rule: 'isInt', zh: '应为整数', en: 'a must be an integer' };
    expect(of(new DomainError('request/invalid', {}, [fault])).errors).toEqual([fault]);
    expect(of(new DomainError('request/invalid'))).not.toHaveProperty('errors');
  });

  it('of a code without a row is an internal error that names neither code nor params', () => {
    const problem = of(new DomainError('thing/forgotten', { name: 'geheim' }), 'en');
    expect(problem).toMatchObject({ type: 'urn:jiangzheng:problem:service/internal', status: 500 });
    expect(JSON.stringify(problem)).not.toMatch(/geheim|forgotten/);
  });

  it('does not read a code from what every object has', () => {
    for (const code of ['constructor', 'toString', '__proto__']) {
      expect(of(new DomainError(code))).toMatchObject({ type: 'urn:jiangzheng:problem:service/internal', status: 500 });
    }
  });

  it('fills a placeholder once: a value that looks like one stays as it is', () => {
    expect(of(new DomainError('thing/late', { name: '{days}', days: 3 })).titles.en).toBe('{days} is 3 days late');
  });
});
