import { describe, expect, it } from '@jest/globals';
import { auditPath } from '../../api/audit.ts';
import { actionWords, ruleWords } from './audit-actions.ts';
import { filterOf, headText, isSendable, shortId } from './audit.ts';

const ID = '01a21ec1-095b-79dc-a7ea-af34950c8cf2';
const NOTHING = { actor: '', object: '', person: '' };

describe('the filter', () => {
  it.each([
    ['actor', ID],
    ['actor', ` ${ID} `],
    ['actor', 'operator'],
    ['object', `plan/${ID}`],
    ['object', `username/${'Q'.repeat(43)}`],
    ['person', `candidate/${ID}`],
    ['person', ''],
  ] as const)('%s may be %s', (field, typed) => {
    expect(isSendable(field, typed)).toBe(true);
  });

  it.each([
    ['actor', '韩晓梅'],
    ['actor', '230103199001010041'],
    ['actor', '13800000000'],
    ['object', ID],
    ['object', 'plan/7'],
    ['person', '王小明'],
    ['person', 'candidate/230103199001010041'],
    ['person', 'candidate/王小明'],
  ] as const)('%s is not sent with %s, because it goes into an address', (field, typed) => {
    expect(isSendable(field, typed)).toBe(false);
  });

  it('asks only for what was filled in', () => {
    expect(filterOf(undefined, NOTHING)).toEqual({});
    expect(filterOf('refusal', { ...NOTHING, object: ` plan/${ID} ` })).toEqual({
      kind: 'refusal',
      object: `plan/${ID}`,
    });
  });

  it('becomes an address, page by page', () => {
    expect(auditPath('identity', {})).toBe('/api/identity/audit?limit=50');
    expect(auditPath('exam-scheduling', { kind: 'look', person: `candidate/${ID}` }, 120)).toBe(
      `/api/exam-scheduling/audit?limit=50&kind=look&person=candidate%2F${ID}&before=120`,
    );
  });
});

describe('an entry', () => {
  it('says in words what was done, and what was asked for where it was refused', () => {
    expect(actionWords('filing.submit')).toEqual(['提交备案', 'Submit a filing']);
    expect(actionWords('POST /filings/:id/submit')).toEqual(['提交备案', 'Submit a filing']);
    expect(ruleWords('access/foreign-organisation')).toEqual(['其他机构的数据', 'Of another organisation']);
  });

  it.each(['paper.burn', 'DELETE /plans/:id', 'constructor', '__proto__', ''])(
    'is shown raw when nobody here knows it: %s',
    (action) => {
      expect(actionWords(action)).toBeUndefined();
    },
  );

  it('shortens ids to their end, and nothing else', () => {
    expect(shortId(ID)).toBe('…950c8cf2');
    expect(shortId(`plan/${ID}`)).toBe('plan/…950c8cf2');
    expect(shortId('operator')).toBe('operator');
    expect(shortId('org-harbin-hrss')).toBe('org-harbin-hrss');
    expect(shortId('')).toBe('');
  });
});

it('the end of the chain is copied as the verifier takes it', () => {
  expect(headText('identity', { position: 42, sha256: 'ab' })).toBe('identity:42:ab');
});
