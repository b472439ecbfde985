import { expect, it } from '@jest/globals';
import { actionOf, objectOf } from './audited-handlers.js';

const ID = '0198f000-0000-7000-8000-000000000001';

it('names an action by its controller and handler', () => {
  expect(actionOf('FilingController', 'cityReview')).toBe('filing.city-review');
  expect(actionOf('ResultRollController', 'get')).toBe('result-roll.get');
});

it('names the last thing of an address, and only by an id of ours', () => {
  expect(objectOf('/plans/:id/scores', { id: ID })).toBe(`plan/${ID}`);
  expect(objectOf('/batches/:id/rows', { id: ID })).toBe(`batch/${ID}`);
  expect(objectOf('/plans/:id/roster-imports/:importId/marked', { id: ID, importId: ID })).toBe(`roster-import/${ID}`);
  expect(objectOf('/plans', {})).toBe('');
});

it('keeps a stranger’s text, a token and a NUL out of the trail', () => {
  for (const token of ['3vXk2jL0aP9sQ7dR5fT1gw', '\u0000', '23010219900307004X', '张三']) {
    expect(objectOf('/verify/:token', { token })).toBe('');
  }
});
