import { describe, expect, it } from '@jest/globals';
import { DomainError, unreachableStates } from '@app/kernel';
import { isProven, readClaim } from './binding.js';
import { applyDecision, readWish, TRANSITIONS, type CorrectionRequest } from './correction-request.js';
import { assertExtractable, EXTRACT_CERTIFICATES_MAX, EXTRACT_DAYS_MAX, expiryOf, stateOf } from './extract.js';
import { askerOf, wayOf } from './look.js';

const TOKEN = 'Qw3rTy_-Qw3rTy_-Qw3rTy';
const rulesOf = (work: () => unknown): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    return (error as DomainError).faults.map(({ field, rule }) => `${field} ${rule}`);
  }
};

describe('proof of who the holder is', () => {
  it('takes the link of the QR code or its last part, and what people type', () => {
    const claim = { name: ' 张 三丰', documentNumber: '23010219900307004x', token: `https://x.example/v/${TOKEN} ` };
    expect(readClaim(claim)).toEqual({ name: '张三丰', documentNumber: '23010219900307004X', token: TOKEN });
    expect(readClaim({ ...claim, token: TOKEN }).token).toBe(TOKEN);
  });

  it('names every field that is missing or is no code of a certificate', () => {
    expect(rulesOf(() => readClaim({ name: ' ', documentNumber: '', token: 'Y0000230000012630000019' }))).toEqual([
      '/name missing',
      '/documentNumber missing',
      '/token form',
    ]);
  });

  it('is proven by all facts of one certificate, and by no part of them', () => {
    const claim = { nameIndex: 'n', documentIndex: 'd' };
    expect(isProven({ nameIndex: 'n', documentIndex: 'd' }, claim)).toBe(true);
    expect(isProven({ nameIndex: 'x', documentIndex: 'd' }, claim)).toBe(false);
    expect(isProven({ nameIndex: 'n', documentIndex: 'x' }, claim)).toBe(false);
    expect(isProven(null, claim)).toBe(false);
  });
});

describe('extracts', () => {
  const wish = { certificateIds: ['a'], fields: ['level'] as const, validDays: 30 };

  it('has between 1 and 20 certificates, something to show, one form of the name and at most 90 days', () => {
    expect(rulesOf(() => assertExtractable(wish))).toEqual([]);
    expect(rulesOf(() => assertExtractable({ ...wish, certificateIds: [], fields: [], validDays: 0 }))).toEqual([
      '/certificateIds count',
      '/fields missing',
      '/validDays range',
    ]);
    const many = Array.from({ length: EXTRACT_CERTIFICATES_MAX + 1 }, (_, at) => String(at));
    expect(rulesOf(() => assertExtractable({ ...wish, certificateIds: many }))).toEqual(['/certificateIds count']);
    expect(rulesOf(() => assertExtractable({ ...wish, certificateIds: ['a', 'a'] }))).toEqual([
      '/certificateIds repeated',
    ]);
    expect(rulesOf(() => assertExtractable({ ...wish, fields: ['full-name', 'masked-name'] }))).toEqual([
      '/fields one-name',
    ]);
    expect(rulesOf(() => assertExtractable({ ...wish, validDays: EXTRACT_DAYS_MAX + 1 }))).toEqual([
      '/validDays range',
    ]);
    expect(rulesOf(() => assertExtractable({ ...wish, validDays: 1.5 }))).toEqual(['/validDays range']);
  });

  it('is open until its last moment; revoked says more than expired', () => {
    const now = new Date('2026-11-23T02:00:00Z');
    const expiresAt = expiryOf(now, 1);
    expect(expiresAt.toISOString()).toBe('2026-11-24T02:00:00.000Z');
    expect(stateOf({ expiresAt, revokedAt: null }, new Date(expiresAt.getTime() - 1))).toBe('open');
    expect(stateOf({ expiresAt, revokedAt: null }, expiresAt)).toBe('expired');
    expect(stateOf({ expiresAt, revokedAt: now }, expiresAt)).toBe('revoked');
    expect(stateOf(null, now)).toBe('unknown');
  });
});

describe('who looked', () => {
  it.each([
    [['public'], '', 'public'],
    [['employer'], 'org-a', 'organisation'],
    [['province-officer'], 'org-b', 'authority'],
    [[], 'org-a', 'organisation'],
    [['candidate'], '', 'other'],
  ])('%s of "%s" is %s', (roles, organisationId, asker) => {
    expect(askerOf({ roles, organisationId })).toBe(asker);
  });

  it('the way follows from the action, and an unknown one is said to be other', () => {
    const ways = {
      'certificate.verify': 'facts',
      'certificate.verify-token': 'code',
      'certificate.inquire': 'inquiry',
      'document.verify': 'document',
      'batch.answer': 'batch',
      'batch.rows': 'batch',
      'proof.check': 'proof',
      'watch.ask': 'watch',
      'extract.show': 'extract',
      'x.y': 'other',
    };
    expect(Object.keys(ways).map(wayOf)).toEqual(Object.values(ways));
  });
});

describe('requests for correction', () => {
  const request = { state: 'asked', refusal: null, decidedAt: null } as CorrectionRequest;
  const fact = { decision: 'accepted', refusal: '', decidedAt: '2026-12-01T02:00:00Z' };

  it('reaches every state, and says what is missing', () => {
    expect(unreachableStates(TRANSITIONS, 'asked')).toEqual([]);
    expect(rulesOf(() => readWish({ rightValue: ' ', note: '' }))).toEqual(['/rightValue missing', '/note missing']);
  });

  it('an accepted one can still be refused, a refused one stays', () => {
    const accepted = applyDecision(request, fact);
    expect(accepted.state).toBe('accepted');
    const later = { decision: 'refused', refusal: 'change-refused', decidedAt: '2026-12-02T02:00:00Z' };
    const refused = applyDecision(accepted, later);
    expect(refused).toMatchObject({ state: 'refused', refusal: 'change-refused' });
    expect(() => applyDecision(refused, { ...fact, decidedAt: '2026-12-03T02:00:00Z' })).toThrow(
      'correction-request/illegal-transition',
    );
  });

  it('answers that are told again, as when the read model is made anew, change nothing', () => {
    const accepted = applyDecision(request, fact);
    const refused = applyDecision(accepted, { decision: 'refused', refusal: 'x', decidedAt: '2026-12-02T02:00:00Z' });
    expect(applyDecision(accepted, fact)).toEqual(accepted);
    expect(applyDecision(refused, fact)).toEqual(refused);
  });

  it.each([{ decision: 'asked' }, { decision: '' }, { decidedAt: 'soon' }, { decision: 'refused', refusal: '' }])(
    'an answer with %j goes to the dead letters',
    (wrong) => {
      expect(() => applyDecision(request, { ...fact, ...wrong })).toThrow('correction-request/bad-event');
    },
  );
});
