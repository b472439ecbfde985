import { createHash, generateKeyPairSync, sign, verify, X509Certificate } from 'node:crypto';
import { jwkThumbprint, type PublicJwk } from '@app/credential';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { DocumentSigner } from '@app/pdf';
import type { CertificateFace } from './certificate-face.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';
import { rawSignature } from '../signing-key/signing-key.holder.js';
import { bodyCertificate, caCertificate, type Authority } from '@app/pdf';

const face: CertificateFace = {
  number: 'Y000023000001263000001',
  agencyName: '哈尔滨北方焊接装备有限公司',
  issuedOn: '2026-12-01',
  holderName: '王建国',
  documentType: '居民身份证',
  documentNumber: '23010219900307888X',
  occupationName: '焊工',
  specialty: '--',
  level: '三级/高级工',
  publicUrl: 'http://localhost:8080',
  verifyUrl: 'http://localhost:8080/v/q83vEjRWeJq83vEjRWeJqw',
};
const at = new Date('2026-12-01T02:00:00Z');
const made = new Date('2026-01-01T00:00:00Z');
const OID = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

interface Key {
  publicJwk: PublicJwk;
  kid: string;
  /** R‖S, as keys are held. */
  signNow: (bytes: Uint8Array) => Uint8Array;
  /** DER, as CMS has it. */
  sign: (bytes: Uint8Array) => Promise<Buffer>;
}
async function newKey(): Promise<Key> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const publicJwk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
  return {
    publicJwk,
    kid: await jwkThumbprint(publicJwk),
    signNow: (bytes) => rawSignature(sign('sha256', bytes, privateKey)),
    sign: (bytes) => Promise.resolve(sign('sha256', bytes, privateKey)),
  };
}

/** What is signed, and the signature, as any reader of PDF takes them from the file. */
function parts(pdf: Buffer): { covered: Buffer; contents: Buffer; cms: pkijs.SignedData } {
  const range = /\/ByteRange \[([\d ]+)\]/.exec(pdf.toString('latin1'))?.[1] ?? '';
  const [from = 0, length = 0, second = 0, rest = 0] = range.trim().split(/ +/).map(Number);
  const contents = Buffer.from(pdf.toString('latin1', length + 1, second - 1), 'hex');
  const covered = Buffer.concat([pdf.subarray(from, length), pdf.subarray(second, second + rest)]);
  expect(second + rest).toBe(pdf.length);
  const info = pkijs.ContentInfo.fromBER(Uint8Array.from(contents).buffer);
  return { covered, contents, cms: new pkijs.SignedData({ schema: info.content as asn1js.Sequence }) };
}

describe('the signature of a certificate page', () => {
  const renderer = new CertificateRenderer();
  let authority: Authority;
  let body: Key;
  let signer: DocumentSigner;
  const certify = () => bodyCertificate({ ...body, filedName: face.agencyName }, authority, made);

  beforeAll(async () => {
    const registry = await newKey();
    body = await newKey();
    const root = caCertificate(registry.publicJwk, registry.kid, registry.signNow, made);
    authority = { certificateDer: root, signNow: registry.signNow };
    signer = { certificateDer: certify(), chainDer: [root], sign: body.sign };
  });

  it('is CAdES: content-type, message-digest and signing-certificate-v2 are signed, a signing time is not there', async () => {
    const { covered, cms } = parts(await renderer.render(face, { signer, at }));
    const [info] = cms.signerInfos;
    const attributes = info?.signedAttrs?.attributes ?? [];
    expect(attributes.map(({ type }) => type).sort()).toEqual(Object.values(OID).sort());
    const value = (type: string) => attributes.find((each) => each.type === type)?.values[0] as asn1js.BaseBlock;
    const digest = Buffer.from((value(OID.messageDigest) as asn1js.OctetString).valueBlock.valueHexView);
    expect(digest).toEqual(createHash('sha256').update(covered).digest());
    const named = Buffer.from(value(OID.signingCertificateV2).toBER(false));
    expect(named.includes(createHash('sha256').update(signer.certificateDer).digest())).toBe(true);
    const signed = Buffer.from(info?.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
    const key = new X509Certificate(signer.certificateDer).publicKey;
    expect(verify('sha256', signed, key, new Uint8Array(info?.signature.valueBlock.valueHexView ?? []))).toBe(true);
  });

  it('verifies with pkijs, and not when one byte of the page is another', async () => {
    const { covered, cms } = parts(await renderer.render(face, { signer, at }));
    const check = (data: Buffer) =>
      cms.verify({ signer: 0, data: Uint8Array.from(data).buffer, checkChain: false }).catch(() => false);
    expect(await check(covered)).toBe(true);
    const changed = Buffer.from(covered);
    changed[200]! ^= 1;
    expect(await check(changed)).toBe(false);
  });

  it('is all that differs between two renderings of one face, whatever was rendered in between', async () => {
    const [first, , second] = [
      await renderer.render(face, { signer, at }),
      await renderer.render({ ...face, holderName: '阿卜杜热合曼·买买提' }, { signer, at }),
      await new CertificateRenderer().render(face, { signer, at }),
    ];
    expect(first.equals(second)).toBe(false);
    expect(parts(first).covered.equals(parts(second).covered)).toBe(true);
  });

  it('shows the body’s own seal, however long its name is, and does not without a signature', async () => {
    const seals = (pdf: Buffer) => pdf.toString('latin1').match(/\/Subtype \/Form/g)?.length ?? 0;
    const long = '黑龙江省建筑工程机械与智能制造职业技能评价服务有限责任公司哈尔滨新区第二分公司';
    expect(seals(await renderer.render({ ...face, agencyName: long }, { signer, at }))).toBe(1);
    expect(seals(await renderer.render(face))).toBe(0);
  });

  it('comes with a certificate of the body that the registry issued: for signatures that bind, and nothing else', async () => {
    const [issued, root] = [signer.certificateDer, signer.chainDer[0] ?? new Uint8Array()].map(
      (der) => new X509Certificate(der),
    ) as [X509Certificate, X509Certificate];
    expect(issued.subject).toBe(`C=CN\nO=${face.agencyName}\nCN=${face.agencyName}`);
    expect([issued.verify(root.publicKey), root.verify(root.publicKey)]).toEqual([true, true]);
    expect([issued.checkIssued(root), issued.ca, root.ca]).toEqual([true, false, true]);
    const usage = pkijs.Certificate.fromBER(Uint8Array.from(signer.certificateDer).buffer).extensions?.find(
      ({ extnID }) => extnID === '2.5.29.15',
    );
    expect(usage?.critical).toBe(true);
    expect(Buffer.from(usage?.extnValue.valueBlock.valueHexView ?? []).toString('hex')).toBe('030206c0');
    const tbs = (der: Uint8Array) => Buffer.from(pkijs.Certificate.fromBER(Uint8Array.from(der).buffer).tbsView);
    expect(tbs(certify())).toEqual(tbs(signer.certificateDer));
  });
});
