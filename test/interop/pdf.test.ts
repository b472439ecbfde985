import 'reflect-metadata';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import sharp from 'sharp';
import { buildServices } from '../../deploy/local/build.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { loadCertificatePdf } from '../bench/built.ts';
import { faceOf, newSigner } from '../bench/pdf-subject.ts';
import { photographed, readTwice, type Damage } from './pdf-codes.ts';
import { preflightErrors, run, testWith, TOOLS } from './pdf-tools.ts';

/** Certificates as the built service makes them, read by programs that know nothing of it. */
const folder = mkdtempSync(path.join(tmpdir(), 'jz-interop-'));
after(() => rmSync(folder, { recursive: true, force: true }));
await buildServices({ root: ROOT, dataDir: folder, env: process.env, signal: undefined }, ['certificate-issuance']);
const { renderer, printFile, photo, pdf, holder } = await loadCertificatePdf();
const subject = new renderer.CertificateRenderer();
const signer = newSigner(pdf, holder);
const at = new Date('2026-12-01T02:00:00Z');

const portrait = sharp({
  create: {
    width: 295,
    height: 413,
    channels: 3,
    background: '#9fb4c7',
    noise: { type: 'gaussian', mean: 140, sigma: 20 },
  },
});
/** 𫝀 is of extension D: only the font of rare characters has it. */
const rareName = TOOLS.rareFont.isThere() ? '王𫝀䶮' : '王𬭩䶮';
const LONG = '黑龙江省建筑工程机械与智能制造职业技能评价服务有限责任公司哈尔滨新区第二分公司';
const CASES = {
  normal: faceOf(0),
  'rare name': faceOf(1, { holderName: rareName }),
  'Latin name': faceOf(2, { holderName: 'José Ñúñez-O’Brien', documentType: '护照', documentNumber: 'E12345678' }),
  'long names': faceOf(3, { holderName: '阿卜杜热合曼·买买提艾力·吐尔逊江', agencyName: LONG }),
  replaced: faceOf(4, { note: '本证书为换发，替换2026年10月8日所发证书。Replaces the certificate of 8 October 2026.' }),
  'JPEG photo': faceOf(5, { photo: photo.readPhoto(await portrait.jpeg().toBuffer()) }),
  'PNG photo': faceOf(6, { photo: photo.readPhoto(await portrait.clone().ensureAlpha(0.9).png().toBuffer()) }),
};

/** All cases and some more in one file, a few certificates a piece, as a print job makes it. */
async function printed(): Promise<Buffer> {
  const file = new printFile.PrintFile(await subject.fonts(), { title: '印制文件', day: '2026-12-01' });
  const faces = [...Object.values(CASES), ...Array.from({ length: 20 }, (_, index) => faceOf(100 + index))];
  const pieces = [file.head()];
  const written = (): number => pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const offsets = (): number[] => pieces.flatMap((piece) => piece.offsets);
  for (let first = 0; first < faces.length; first += 4) {
    const behind = { objects: offsets().length, bytes: written() };
    pieces.push(await file.pages(faces.slice(first, first + 4), behind));
  }
  const pages = pieces.flatMap((piece) => piece.pages);
  return Buffer.concat([...pieces.map(({ bytes }) => bytes), file.tail(pages, offsets(), written())]);
}

function written(name: string, bytes: Buffer): string {
  const file = path.join(folder, `${name.replaceAll(' ', '-')}.pdf`);
  writeFileSync(file, bytes);
  return file;
}
const files = new Map<string, string>();
for (const [name, face] of Object.entries(CASES)) {
  files.set(name, written(name, await subject.render(face, { signer, at })));
}
files.set('print file', written('print file', await printed()));
files.set('unsigned', written('unsigned', await subject.render(faceOf(7))));

if (!TOOLS.rareFont.isThere()) {
  console.error('!! the rare name is one that the main font has: apt-get install fonts-hanazono for the other font');
}

for (const [name, file] of files) {
  testWith(['preflight'], `PDFBox Preflight finds no error of PDF/A-1b: ${name}`, async () => {
    assert.deepEqual(preflightErrors(file), []);
  });

  testWith(['qpdf'], `qpdf --check is clean: ${name}`, async () => {
    assert.match(run('qpdf', '--check', file), /No syntax or stream encoding errors found/);
  });

  if (name === 'unsigned' || name === 'print file') continue;
  testWith(['pdfsig'], `pdfsig says that the signature is valid and covers the whole file: ${name}`, async () => {
    const said = run('pdfsig', file);
    for (const wanted of [/Signature is Valid\./, /ETSI\.CAdES\.detached/, /Total document signed/, /SHA-256/]) {
      assert.match(said, wanted);
    }
  });
}

testWith(['pdfsig'], 'pdfsig says that a page that was changed after signing is not what was signed', async () => {
  const bytes = readFileSync(files.get('normal') ?? '');
  const number = bytes.indexOf('/CreationDate');
  bytes[number + 20]! ^= 1;
  assert.match(run('pdfsig', written('changed', bytes)), /Digest Mismatch/);
});

const DAMAGES: readonly Damage[] = [
  { degrees: 0, sigma: 0.6, jpegQuality: 60, isStained: false },
  { degrees: 4, sigma: 1.2, jpegQuality: 45, isStained: true },
  { degrees: -7, sigma: 1.5, jpegQuality: 35, isStained: true },
];
for (const name of ['normal', 'rare name', 'replaced', 'JPEG photo'] as const) {
  testWith(['pdftoppm'], `both codes are read by jsQR and ZXing from a damaged 300-dpi page: ${name}`, async () => {
    const base = path.join(folder, name.replaceAll(' ', '-'));
    run('pdftoppm', '-r', '300', '-png', '-singlefile', files.get(name) ?? '', base);
    const page = readFileSync(`${base}.png`);
    const { offlineText = '', verifyUrl } = CASES[name];
    for (const [code, text] of [
      ['offline', offlineText],
      ['scan', verifyUrl],
    ] as const) {
      for (const damage of DAMAGES) {
        const read = await readTwice(await photographed(page, code, damage));
        assert.deepEqual(read, { jsqr: text, zxing: text }, `${code} code, ${JSON.stringify(damage)}`);
      }
    }
  });
}
