import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  certificateCredential,
  committedFactsOf,
  encodePaperPayload,
  factsCommitment,
  matchesLeaf,
  paperCommitment,
  paperMatchesLeaf,
  type CertificateCredential,
  type CertificateEntry,
  type CertificateFacts,
  type CommittedFacts,
} from './index.js';

const sha256 = (data: Uint8Array): Uint8Array => hash('sha256', data, 'buffer');
const SALT = new Uint8Array(16).fill(7);
const FACTS: CommittedFacts = {
  certificateId: '019ac000-0000-7000-8000-000000000001',
  certificateNumber: 'S000023000123263000001',
  version: 2,
  basis: 'assessment',
  organisationId: 'org-north',
  agencyName: '哈尔滨北方焊接装备有限公司',
  holderName: '王𬭩',
  documentMasked: '230***********004X',
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '电焊工',
  levelDigit: '3',
  issuedOn: '2026-12-01',
  statusList: 3,
  statusIndex: 77,
};
const { version, basis, documentMasked, statusList, statusIndex } = FACTS;
const BESIDE = { version, basis, documentMasked, statusList, statusIndex };
const SAID: CertificateFacts = {
  ...FACTS,
  levelName: '三级/高级工',
  log: { origin: 'zj/log', salt: SALT, beside: BESIDE },
};
const PAPER = encodePaperPayload({ ...FACTS, documentTail: '004X', salt: SALT, reissue: 1 });
const ENTRY: CertificateEntry = {
  type: 'certificate',
  id: FACTS.certificateId,
  candidate: 'c',
  paper: paperCommitment(PAPER, sha256),
  facts: factsCommitment(SALT, FACTS, sha256),
};
const read = (facts: CertificateFacts): CertificateCredential =>
  JSON.parse(JSON.stringify(certificateCredential(facts))) as CertificateCredential;

describe('a credential against its leaf', () => {
  it('holds all that the leaf commits to', () => {
    expect(committedFactsOf(read(SAID))).toEqual(FACTS);
    expect(committedFactsOf(read({ ...SAID, specialty: '' }))?.specialty).toBe('');
    expect(matchesLeaf(read(SAID), ENTRY, sha256)).toBe(true);
    expect(paperMatchesLeaf(PAPER, ENTRY, sha256)).toBe(true);
  });

  it.each(Object.keys(FACTS) as (keyof CommittedFacts)[])('says another %s: no match', (member) => {
    const other = member === 'issuedOn' ? '2026-12-02' : typeof FACTS[member] === 'number' ? 9 : `${FACTS[member]}x`;
    const changed: CertificateFacts = { ...SAID, [member]: other };
    const beside = { ...BESIDE, ...(member in BESIDE ? { [member]: other } : {}) };
    expect(matchesLeaf(read({ ...changed, log: { origin: 'zj/log', salt: SALT, beside } }), ENTRY, sha256)).toBe(false);
  });

  it('another salt, another leaf, another paper: no match', () => {
    const salted = { ...SAID, log: { origin: 'zj/log', salt: new Uint8Array(16), beside: BESIDE } };
    expect(matchesLeaf(read(salted), ENTRY, sha256)).toBe(false);
    expect(matchesLeaf(read(SAID), { ...ENTRY, id: 'other' }, sha256)).toBe(false);
    const reprinted = encodePaperPayload({ ...FACTS, documentTail: '004X', salt: SALT });
    expect(paperMatchesLeaf(reprinted, ENTRY, sha256)).toBe(false);
  });

  it('a credential of before says too little; one with half of it, or of another registry, is refused', () => {
    const before = read({ ...SAID, log: { origin: 'zj/log', salt: SALT } });
    expect([committedFactsOf(before), matchesLeaf(before, ENTRY, sha256)]).toEqual([undefined, false]);
    const whole = read(SAID);
    const { basis: _basis, ...half } = whole.transparencyLog ?? { type: 'LogCommitment', origin: '', salt: '' };
    expect(() => committedFactsOf({ ...whole, transparencyLog: half })).toThrow('credential/malformed');
    expect(() => committedFactsOf({ ...whole, id: 'urn:other:1' })).toThrow('credential/malformed');
    expect(() => committedFactsOf({ ...whole, validFrom: '2026-12-01T00:00:00Z' })).toThrow('credential/malformed');
  });
});
