import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDocument, paperToken, type DocumentReport, type Snapshot } from '@app/credential';
import { bodyCertificate, caCertificate, type DocumentSigner } from '@app/pdf';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jsQr from 'jsqr';
import {
  CLAIMS,
  madeCertificate,
  newKey,
  NOW,
  publishedKey,
  type MadeCertificate,
  type MadeKey,
} from '../../../../libs/credential/src/offline/made-certificate.fixture.js';
import { rawSignature } from '../signing-key/signing-key.holder.js';
import type { CertificateFace } from './certificate-face.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const decode = jsQr as unknown as typeof jsQr.default;
const at = new Date('2026-12-01T02:00:00Z');
const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;

/** Pages as the registry makes them, checked by someone who has nothing but the file and a snapshot. */
describe('a certificate page without a network', () => {
  const renderer = new CertificateRenderer();
  const folder = mkdtempSync(path.join(tmpdir(), 'jz-offline-'));
  let made: MadeCertificate;
  let face: CertificateFace;
  let page: Buffer;

  const signerOf = async (key: MadeKey): Promise<DocumentSigner> => {
    const registry = await newKey();
    const signNow =
      ({ privateKey }: MadeKey) =>
      (bytes: Uint8Array) =>
        rawSignature(sign('sha256', bytes, privateKey));
    const root = caCertificate(registry.jwk, registry.kid, signNow(registry), at);
    const authority = { certificateDer: root, signNow: signNow(registry) };
    const body = { publicJwk: key.jwk, kid: key.kid, filedName: face.agencyName };
    return {
      certificateDer: bodyCertificate(body, authority, at),
      chainDer: [root],
      sign: (bytes) => Promise.resolve(sign('sha256', bytes, key.privateKey)),
    };
  };
  const check = (bytes: Uint8Array, change: Partial<Snapshot> = {}): Promise<DocumentReport> =>
    checkDocument(bytes, {
      snapshot: { ...made.snapshot, ...change },
      hash: sha256,
      readCode: ({ data, width, height }) => decode(data, width, height)?.data ?? null,
      now: NOW,
    });
  const said = async (bytes: Uint8Array, change: Partial<Snapshot> = {}) => {
    const { verdict, checks } = await check(bytes, change);
    return [verdict, ...checks.map(({ code }) => code)];
  };
  const saved = (...args: string[]): Buffer => {
    const [from, to] = [path.join(folder, 'in.pdf'), path.join(folder, 'out.pdf')];
    writeFileSync(from, page);
    execFileSync('qpdf', ['--warning-exit-0', ...args, from, to], { stdio: 'pipe' });
    return readFileSync(to);
  };

  beforeAll(async () => {
    made = await madeCertificate();
    face = {
      number: CLAIMS.certificateNumber,
      agencyName: '哈尔滨北方焊接装备有限公司',
      issuedOn: CLAIMS.issuedOn,
      holderName: CLAIMS.holderName,
      documentType: '居民身份证',
      documentNumber: '23010219900307021X',
      occupationName: '焊工',
      specialty: '电焊工',
      level: '三级/高级工',
      publicUrl: 'https://zheng.example.cn',
      verifyUrl: `https://zheng.example.cn/v/${paperToken(CLAIMS.salt, sha256)}`,
      offlineText: made.paper,
    };
    page = await renderer.render(face, { signer: await signerOf(made.body), at });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const GOOD = ['form/read', 'signature/good', 'document/unchanged', 'key/trusted', 'status/valid', 'log/included'];

  it('is valid: its printed code is read from the page’s own drawing, its signature covers the whole file', async () => {
    const report = await check(page);
    expect([report.verdict, ...report.checks.map(({ code }) => code)]).toEqual(['VALID', ...GOOD]);
    expect(report.read).toMatchObject({ holderName: '王建国', certificateNumber: CLAIMS.certificateNumber });
    expect(report.token).toBe(paperToken(CLAIMS.salt, sha256));
  });

  it('with one byte changed, with something behind it or with a swapped signature is a mismatch', async () => {
    const other = await renderer.render({ ...face, holderName: '王建军' }, { signer: await signerOf(made.body), at });
    const contents = (pdf: Buffer) => /\/Contents <([0-9a-f]+)>/.exec(pdf.toString('latin1')) ?? ['', ''];
    const swapped = Buffer.from(page);
    swapped.write(contents(other)[1] ?? '', page.indexOf('/Contents <') + '/Contents <'.length, 'latin1');
    const flipped = Buffer.from(page);
    flipped[flipped.indexOf('/CreationDate') + 20]! ^= 1;
    for (const changed of [flipped, Buffer.concat([page, Buffer.from('\n% more')]), swapped]) {
      expect((await said(changed)).slice(0, 4)).toEqual([
        'MISMATCH',
        'form/read',
        'signature/good',
        'document/changed',
      ]);
    }
  });

  it('signed by nobody could not be checked; by another body is a mismatch; by an unknown key could not be checked', async () => {
    const two = (answer: string[]) => [answer[0], answer[3]];
    expect(two(await said(await renderer.render(face)))).toEqual(['COULD_NOT_CHECK', 'document/unsigned']);
    const foreign = await renderer.render(face, { signer: await signerOf(made.stranger), at });
    expect(two(await said(foreign))).toEqual(['COULD_NOT_CHECK', 'document/no-key']);
    const keys = [...made.snapshot.keys, publishedKey(made.stranger, 'org-south')];
    expect(two(await said(foreign, { keys }))).toEqual(['MISMATCH', 'document/other-signer']);
  });

  (hasQpdf ? it : it.skip).each([
    [[]],
    [['--object-streams=generate']],
    [['--qdf']],
    [['--recompress-flate', '--compression-level=9']],
  ])('saved anew by qpdf %j still gives its code, and is told to be changed', async (args: string[]) => {
    const report = await check(saved(...args));
    expect([report.verdict, report.read.certificateNumber]).toEqual(['MISMATCH', CLAIMS.certificateNumber]);
  });

  it('without an offline code is only a link', async () => {
    const { offlineText: _text, ...earlier } = face;
    const report = await check(await renderer.render(earlier, { signer: await signerOf(made.body), at }));
    expect([report.verdict, report.holds, report.checks[0]?.code]).toEqual([
      'COULD_NOT_CHECK',
      'link',
      'form/link-only',
    ]);
  });

  it('that was revoked says so', async () => {
    const { signedList } = await import('../../../../libs/credential/src/offline/made-certificate.fixture.js');
    expect((await said(page, { statusLists: [await signedList(made.status, 'revoked')] }))[0]).toBe('REVOKED');
  });
});
