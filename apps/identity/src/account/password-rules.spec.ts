import { DomainError } from '@app/kernel';
import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from '@jest/globals';
import { assertUsablePassword, type PasswordContext } from './password-rules.js';

const ALONE: PasswordContext = { username: 'li.ming', organisationName: '哈尔滨某公司', hasSecondFactor: false };
const WITH_FACTOR = { ...ALONE, hasSecondFactor: true };

function refusal(password: string, context = ALONE): string {
  try {
    assertUsablePassword(password, context);
    return 'allowed';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

test('alone it has 15 characters or more, with a second factor 12; nothing is asked of their kind', () => {
  expect(refusal('fourteenletter')).toBe('password/too-short');
  expect(refusal('fifteen letters')).toBe('allowed');
  expect(refusal('elevenletrs', WITH_FACTOR)).toBe('password/too-short');
  expect(refusal('twelveletter', WITH_FACTOR)).toBe('allowed');
});

test('characters are counted, not bytes: any script, after NFKC, up to 128', () => {
  expect(refusal('山高月小水落石出曾日月之几何而江')).toBe('allowed');
  expect(refusal('🜁🜂🜃🜄🜅🜆🜇🜈🜉🜊🜋🜌🜍🜏')).toBe('password/too-short');
  expect(refusal('ab c'.repeat(31) + 'defg')).toBe('allowed');
  expect(refusal('ab c'.repeat(31) + 'defgh')).toBe('password/too-long');
  expect(refusal('x'.repeat(1_000_000))).toBe('password/too-long');
  // Three jamo each become one syllable.
  expect(refusal('각'.normalize('NFD').repeat(14))).toBe('password/too-short');
});

test('a known password is refused, however it is capitalised', () => {
  const long = dictionary['passwords-common'].filter((each) => each.length >= 12 && !/(.)\1{3}|1234/.test(each));
  expect(long.length).toBeGreaterThan(20);
  const allowed = long.filter((each) => refusal(each.toUpperCase(), WITH_FACTOR) === 'allowed');
  expect(allowed).toEqual([]);
  expect(long.some((each) => refusal(each.toUpperCase(), WITH_FACTOR) === 'password/known')).toBe(true);
});

test.each([
  'my name is Li.Ming here',
  'the 哈尔滨某公司 is where I work',
  'I like JiangZheng a lot',
  '我在匠证系统里登记了很多很多的证书',
])('%s contains the name of the person, the organisation or the service', (password) => {
  expect(refusal(password)).toBe('password/contains-name');
});

test('a name too short to mean anything does not count', () => {
  expect(refusal('a house on a green hill', { ...ALONE, username: 'ho' })).toBe('allowed');
});

test.each([
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  '123456789012345678',
  '098765432109876543',
  'abcdefghijklmnopqrstuvwxyzab',
  '匠匠匠匠匠匠匠匠匠匠匠匠匠匠匠匠',
])('%s is one run', (password) => {
  expect(refusal(password)).toBe('password/run');
});
