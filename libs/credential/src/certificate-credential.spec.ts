import { describe, expect, it } from '@jest/globals';
import {
  certificateCredential,
  logCommitmentOf,
  statusPlaceOf,
  type BitstringStatusListEntry,
  type CertificateCredential,
  type CertificateFacts,
} from './index.js';

const FACTS: CertificateFacts = {
  certificateId: '019ac000-0000-7000-8000-000000000001',
  certificateNumber: 'S000023000123263000001',
  organisationId: 'org-north',
  agencyName: '哈尔滨北方焊接装备有限公司',
  holderName: '王𬭩',
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '',
  levelDigit: '3',
  levelName: '三级/高级工',
  issuedOn: '2026-12-01',
};
const STATUS = { revocationList: 'https://zj/s/3/revocation', messageList: 'https://zj/s/3/message', index: 131_071 };
const LOG = { origin: 'log.zj/one', salt: new Uint8Array(16).fill(5) };
const FULL = certificateCredential({
  ...FACTS,
  status: STATUS,
  evidence: [{ id: 'urn:uuid:1', name: '考核', narrative: '理论 81,技能 77', genre: 'assessment-result' }],
  log: LOG,
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a certificate as W3C credential', () => {
  it('is what it was before there were lists and a log, when it has neither', () => {
    const plain = certificateCredential(FACTS);
    const { credentialStatus: _status, evidence: _evidence, transparencyLog: _log, ...rest } = FULL;
    expect(plain).toEqual(rest);
    expect(Object.keys(plain)).not.toContain('credentialStatus');
    expect([statusPlaceOf(plain), logCommitmentOf(plain)]).toEqual([undefined, undefined]);
  });

  it('names its place in two lists, its evidence and the salt of its leaf', () => {
    expect(
      FULL.credentialStatus?.map(({ statusPurpose, statusListCredential }) => [statusPurpose, statusListCredential]),
    ).toEqual([
      ['revocation', STATUS.revocationList],
      ['message', STATUS.messageList],
    ]);
    expect(FULL.evidence?.[0]).toMatchObject({ type: ['Evidence'], genre: 'assessment-result' });
    const read = JSON.parse(JSON.stringify(FULL)) as CertificateCredential;
    expect(statusPlaceOf(read)).toEqual(STATUS);
    expect(logCommitmentOf(read)).toEqual(LOG);
  });

  it('refuses a status that is there and cannot be told', () => {
    const [revocation, message] = FULL.credentialStatus ?? [];
    if (revocation === undefined || message === undefined) throw new Error('two entries expected');
    const place = (credentialStatus: unknown): string =>
      codeOf(() => statusPlaceOf({ ...FULL, credentialStatus: credentialStatus as BitstringStatusListEntry[] }));
    const broken = [
      [],
      [revocation],
      [revocation, revocation],
      {},
      null,
      [revocation, { ...message, statusListIndex: '7' }],
      [
        { ...revocation, statusListIndex: '1e3' },
        { ...message, statusListIndex: '1e3' },
      ],
      [revocation, { ...message, statusSize: 1 }],
      [revocation, { ...message, type: 'Other' }],
    ];
    for (const status of broken) expect([status, place(status)]).toEqual([status, 'credential/malformed']);
  });

  it('refuses a salt of another length', () => {
    const salt = new Uint8Array(15);
    expect(codeOf(() => certificateCredential({ ...FACTS, log: { origin: 'o', salt } }))).toBe('credential/malformed');
    const transparencyLog = { type: 'LogCommitment', origin: 'o', salt: 'AAAA' } as const;
    expect(codeOf(() => logCommitmentOf({ ...FULL, transparencyLog }))).toBe('credential/malformed');
  });
});
