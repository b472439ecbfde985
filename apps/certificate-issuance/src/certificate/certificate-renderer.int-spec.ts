import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import type { CertificateFace } from './certificate-face.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';

const face: CertificateFace = {
  number: 'Y000023000001263000001',
  agencyName: '哈尔滨北方焊接装备有限公司',
  issuedOn: '2026-12-01',
  holderName: '王𬭩䶮',
  documentType: '居民身份证',
  documentNumber: '23010219900307888X',
  occupationName: '焊工',
  specialty: '--',
  level: '三级/高级工',
  publicUrl: 'http://localhost:8080',
  verifyUrl: 'http://localhost:8080/v/q83vEjRWeJq83vEjRWeJqw',
};
const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Everything in a PDF in clear, its compressed streams included. */
function clearText(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n');
}

const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'drawn',
    (error: DomainError) => [error.code, error.params],
  );

describe('certificate page', () => {
  const renderer = new CertificateRenderer();

  it('is the same bytes twice, also after other pages and from another process', async () => {
    const first = await renderer.render(face);
    await renderer.render({ ...face, holderName: '李四', agencyName: '另一机构' });
    expect((await renderer.render(face)).equals(first)).toBe(true);
    expect((await new CertificateRenderer().render(face)).equals(first)).toBe(true);
    expect((await renderer.render({ ...face, issuedOn: '2026-12-02' })).equals(first)).toBe(false);
  });

  it('prints rare characters of names: 𬭩 and 䶮 are in the text of the page', async () => {
    const hasCodes = async (holderName: string) => {
      const text = clearText(await renderer.render({ ...face, holderName })).toLowerCase();
      return ['<d872df69>', '<4dae>'].map((utf16) => text.includes(utf16));
    };
    expect(await hasCodes('王𬭩䶮')).toEqual([true, true]);
    expect(await hasCodes('王')).toEqual([false, false]);
  });

  it('is one A4 page of PDF/A-1b, dated on the day of issue, with no picture such as an emblem', async () => {
    const text = clearText(await renderer.render(face));
    const found = ['/MediaBox [0 0 595.28 841.89]', '<pdfaid:part>1<', '(D:20261130160000Z)', '/Subtype /Image'];
    expect(found.map((each) => text.includes(each))).toEqual([true, true, true, false]);
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(1);
  });

  it('refuses a character without a glyph, by name, instead of printing a blank', async () => {
    expect(await codeOf(renderer.render({ ...face, holderName: `王${String.fromCodePoint(0x323af)}` }))).toEqual([
      'certificate/glyph-missing',
      { codePoint: 'U+323AF' },
    ]);
  });

  it('draws no blank for a character: controls, joiners and variation selectors are refused like unknown ones', async () => {
    const invisible = [0x07, 0x200b, 0x200d, 0xfe00, 0xe0100, 0x2028, 0xe000];
    for (const code of invisible) {
      const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      const refused = await codeOf(renderer.render({ ...face, holderName: `王${String.fromCodePoint(code)}三` }));
      expect(refused).toEqual(['certificate/glyph-missing', { codePoint }]);
    }
  });

  it('has a second code only for the text that verifies offline, at most 69 modules, of base45 only', async () => {
    const offline = async (offlineText: string) => codeOf(renderer.render({ ...face, offlineText }));
    const pathsOf = async (of: CertificateFace) => clearText(await renderer.render(of)).match(/ 1 re\nf Q/g)?.length;
    expect(await pathsOf(face)).toBe(1);
    expect(await pathsOf({ ...face, offlineText: BASE45 })).toBe(2);
    expect(await offline(BASE45.repeat(8).slice(0, 352))).toBe('drawn');
    const tooLong = { characters: 353, modules: 69 };
    expect(await offline(BASE45.repeat(8).slice(0, 353))).toEqual(['certificate/code-too-long', tooLong]);
    expect(await offline(BASE45.repeat(200))).toMatchObject(['certificate/code-too-long', {}]);
    expect(await offline('lower case')).toEqual(['certificate/code-characters', {}]);
  });

  it('carries a note in small print, and refuses one that would have to be smaller still', async () => {
    expect(await codeOf(renderer.render({ ...face, note: '本证书为补发件。Reissued.' }))).toBe('drawn');
    expect(await codeOf(renderer.render({ ...face, note: '补'.repeat(200) }))).toEqual([
      'certificate/text-too-long',
      { field: '备注' },
    ]);
  });

  it('fits long names on two lines and refuses what does not fit at all', async () => {
    const long = '黑龙江省建筑工程机械与智能制造职业技能评价服务有限责任公司哈尔滨新区第二分公司';
    expect(await codeOf(renderer.render({ ...face, agencyName: long }))).toBe('drawn');
    expect(await codeOf(renderer.render({ ...face, agencyName: long.repeat(4) }))).toEqual([
      'certificate/text-too-long',
      { field: '评价机构' },
    ]);
    expect(await codeOf(renderer.render({ ...face, holderName: 'A'.repeat(200) }))).toEqual([
      'certificate/text-too-long',
      { field: '姓名' },
    ]);
  });
});
