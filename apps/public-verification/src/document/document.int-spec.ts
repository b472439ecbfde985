import { createHash } from 'node:crypto';
import {
  CertificateBatchIssuedSchema,
  CertificateStatusChangedSchema,
  FilingFiledSchema,
  SigningKeyChangedSchema,
} from '@app/contracts';
import { paperToken } from '@app/credential';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestAnswer, type TestService } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CLAIMS,
  madeCertificate,
  SITE,
  type MadeCertificate,
} from '../../../../libs/credential/src/offline/made-certificate.fixture.js';
import { service } from '../service-definition.js';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const AGENCY = '哈尔滨北方焊接装备有限公司';

describe('an uploaded document on real parts', () => {
  let verification: TestService;
  let made: MadeCertificate;
  const token = paperToken(CLAIMS.salt, sha256);
  const subject = {
    occupationCode: CLAIMS.occupationCode,
    occupationEdition: CLAIMS.occupationEdition,
    occupationName: '焊工',
    specialty: CLAIMS.specialty,
    levelDigit: CLAIMS.levelDigit,
  };
  const upload = (text: string | Uint8Array): Promise<TestAnswer> =>
    verification.request('POST', '/verify/file', {
      file: { name: 'document', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text },
    });
  const codes = ({ body }: TestAnswer) => [body.verdict, ...body.checks.map(({ code }: { code: string }) => code)];
  const keyTold = (state: string, compromisedFrom = '') =>
    event(SigningKeyChangedSchema, made.body.kid, {
      kid: made.body.kid,
      organisationId: 'org-north',
      state,
      changedAt: '2026-11-01T00:00:00Z',
      compromisedFrom,
      x: made.body.jwk.x,
      y: made.body.jwk.y,
    });

  beforeAll(async () => {
    made = await madeCertificate();
    verification = await startTestService(service);
    verification.setNow('2026-12-02T02:00:00Z');
    const filingId = newId();
    await verification.deliver(
      event(FilingFiledSchema, filingId, {
        filingId,
        organisationId: 'org-north',
        agencyName: AGENCY,
        filedOn: '2026-01-05',
        validUntil: '2029-01-04',
        sites: [{ siteId: 'main', siteCode: SITE, name: '主厂区', regionCode: '230100' }],
        scope: [{ siteId: 'main', subject }],
      }),
    );
    await verification.deliver(keyTold('active'));
    const vault = verification.get<PersonalDataVault>(PersonalDataVault);
    const batchId = newId();
    await verification.deliver(
      event(CertificateBatchIssuedSchema, batchId, {
        batchId,
        agencyName: AGENCY,
        siteCode: SITE,
        subject,
        issuedOn: CLAIMS.issuedOn,
        basis: 'assessment',
        certificates: [
          {
            certificateId: CLAIMS.certificateId,
            certificateNumber: CLAIMS.certificateNumber,
            nameMasked: '王*国',
            documentMasked: '230***********021X',
            nameIndex: vault.index('name', CLAIMS.holderName),
            documentIndex: vault.index('document', '23010219900307021X'),
            tokenSha256: createHash('sha256').update(token).digest('hex'),
            statusList: CLAIMS.statusList,
            statusIndex: CLAIMS.statusIndex,
            version: 1,
          },
        ],
      }),
    );
  });
  afterAll(async () => {
    await verification.stop();
  });

  it('is valid in each of its forms when it is as issued and the register has it; the look is recorded', async () => {
    const GOOD = ['VALID', 'form/read', 'signature/good', 'key/trusted', 'register/same'];
    for (const text of [made.paper, made.jwt, made.sdJwt]) expect(codes(await upload(text))).toEqual(GOOD);
    const { body } = await upload(made.paper);
    expect(body).toMatchObject({ kind: 'paper', differences: [], text: { zh: '有效' } });
    expect(body.certificates[0]).toMatchObject({
      maskedName: '王*国',
      certificateNumber: 'Y000023000001263****01',
      bodyFiledOnIssueDate: true,
    });
    expect(body.checks[1]).toMatchObject({ check: 'signature', outcome: 'passed', title: { en: 'Signature' } });
    const [row] = await verification.dataSource.query(
      `SELECT count(*)::int AS looks FROM audit
       WHERE content ->> 'action' = 'document.verify' AND content -> 'persons' @> to_jsonb($1::text)`,
      [`certificate/${CLAIMS.certificateId}`],
    );
    expect(row.looks).toBeGreaterThanOrEqual(3);
    expect((await upload(`http://localhost:8080/v/${token}`)).body).toMatchObject({ verdict: 'VALID', kind: 'link' });
  });

  it('that was altered is a mismatch, and where it differs is named without repeating what it says', async () => {
    const forged = await made.printed(
      { ...CLAIMS, holderName: '王建军', levelDigit: '2' },
      { ...made.stranger, kid: made.body.kid },
    );
    const answer = await upload(forged);
    expect(codes(answer)).toEqual(['MISMATCH', 'form/read', 'signature/wrong', 'key/unknown', 'register/differs']);
    expect(answer.body.differences.map(({ field, zh }: { field: string; zh: string }) => `${field} ${zh}`)).toEqual([
      'levelDigit 等级',
      'holderName 姓名',
    ]);
    expect(JSON.stringify(answer.body)).not.toContain('王建军');
  });

  it('that nobody issued is not found, with the reasons of a miss, also when the signature is good', async () => {
    const unknown = await made.printed({ ...CLAIMS, salt: new Uint8Array(16).fill(6) });
    const answer = await upload(unknown);
    expect(codes(answer)).toEqual(['NOT_FOUND', 'form/read', 'signature/good', 'key/trusted', 'register/missing']);
    expect(answer.body.reasons.length).toBeGreaterThan(2);
    expect((await upload(`http://localhost:8080/v/${'A'.repeat(22)}`)).body.verdict).toBe('NOT_FOUND');
  });

  it('of no known kind is refused by name', async () => {
    const refusal = async (bytes: string | Uint8Array) => {
      const { status, body } = await upload(bytes);
      return [status, body.type?.split(':').at(-1)];
    };
    expect(await refusal('hello')).toEqual([422, 'document/unreadable']);
    expect(await refusal('%PDF-1.4\n%%EOF')).toEqual([422, 'document/no-code']);
    expect(await refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1))).toEqual([422, 'document/picture']);
    expect(await refusal(new Uint8Array(5 * 1024 * 1024 + 1))).toEqual([413, 'document/too-large']);
    expect((await verification.request('POST', '/verify/file', { json: {} })).status).toBe(400);
  });

  it('by a key that was compromised since: what the register has stands, what it has not is not found', async () => {
    await verification.deliver(keyTold('compromised', '40'));
    expect(codes(await upload(made.paper))).toEqual([
      'VALID',
      'form/read',
      'signature/good',
      'key/compromised',
      'register/same',
    ]);
    const forged = await made.printed({ ...CLAIMS, salt: new Uint8Array(16).fill(7) });
    expect(codes(await upload(forged))[0]).toBe('NOT_FOUND');
    // Nothing but the signature speaks for it: the thief may have made it, and so may the body.
    const sdJwt = codes(await upload(made.sdJwt));
    expect([sdJwt[0], sdJwt.at(-1)]).toEqual(['COULD_NOT_CHECK', 'register/not-asked']);
  });

  it('that was revoked is revoked within two seconds of the event', async () => {
    const began = performance.now();
    await verification.deliver(
      event(CertificateStatusChangedSchema, CLAIMS.certificateId, {
        certificateId: CLAIMS.certificateId,
        status: 'revoked',
        reason: 'fraud',
        changedOn: '2026-12-02',
      }),
    );
    expect((await upload(made.paper)).body.verdict).toBe('REVOKED');
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
