import { describe, expect, it } from '@jest/globals';
import { MISS_REASONS, VERDICTS } from '@app/credential';
import { missReasons } from './verdict.js';

describe('verdict', () => {
  it('never calls a paper fake', () => {
    const words = JSON.stringify([VERDICTS, MISS_REASONS]).replace('这不等于证书是假的', '');
    expect(words).not.toMatch(/假|伪造|fake|forged/);
  });

  it('adds the missing site to the reasons of a number only', () => {
    const site = {
      siteCode: 'Y000023000001',
      agencyName: '',
      siteName: '',
      regionCode: '',
      publicPhone: '',
      publicAddress: '',
    };
    expect(missReasons('number', null).at(-1)).toBe('SITE_NOT_FILED');
    expect(missReasons('number', site)).not.toContain('SITE_NOT_FILED');
    expect(missReasons('person', null)).not.toContain('SITE_NOT_FILED');
    expect(missReasons('token', null)[0]).toBe('INCOMPLETE_LINK');
  });
});
