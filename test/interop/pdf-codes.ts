import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsQr from 'jsqr';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const DPI = 300;
const dots = (mm: number): number => Math.round((mm * DPI) / 25.4);
/** Where the codes stand on the page, and some white around; mm. */
export const CODES = {
  offline: { left: 149.5, top: 203, side: 34.5 },
  scan: { left: 118.5, top: 215.5, side: 22 },
} as const;
const AROUND = 3;

/** What happens to paper on its way to a phone. */
export interface Damage {
  degrees: number;
  /** Of the blur, in dots. */
  sigma: number;
  jpegQuality: number;
  /** A coffee ring, a blot and a fold over the code. */
  isStained: boolean;
}

/** The code cut from a page of 300 dpi, damaged; a JPEG. */
export async function photographed(page: Buffer, code: keyof typeof CODES, damage: Damage): Promise<Buffer> {
  const { left, top, side } = CODES[code];
  const size = dots(side + 2 * AROUND);
  const cut = await sharp(page)
    .extract({ left: dots(left - AROUND), top: dots(top - AROUND), width: size, height: size })
    .toBuffer();
  const stained = damage.isStained
    ? await sharp(cut)
        .composite([{ input: stains(size) }])
        .toBuffer()
    : cut;
  return sharp(stained)
    .rotate(damage.degrees, { background: '#f4f1ea' })
    .blur(damage.sigma)
    .modulate({ brightness: 0.85 })
    .jpeg({ quality: damage.jpegQuality })
    .toBuffer();
}

function stains(size: number): Buffer {
  const at = (part: number): number => Math.round(size * part);
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <circle cx="${at(0.62)}" cy="${at(0.6)}" r="${at(0.22)}" fill="none" stroke="#6b4a2b" stroke-opacity="0.45" stroke-width="${at(0.03)}"/>
    <ellipse cx="${at(0.66)}" cy="${at(0.44)}" rx="${at(0.055)}" ry="${at(0.04)}" fill="#3a2a1a"/>
    <rect x="0" y="${at(0.7)}" width="${size}" height="${Math.max(2, at(0.006))}" fill="#ffffff" fill-opacity="0.8"/>
  </svg>`);
}

const require = createRequire(import.meta.url);
const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
// The package would fetch it from a public network of files.
const zxing = prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true });

/** What two decoders that share no code read: null when one reads nothing. */
export async function readTwice(photo: Buffer): Promise<{ jsqr: string | null; zxing: string | null }> {
  await zxing;
  const { data, info } = await sharp(photo).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = Uint8ClampedArray.from(data);
  const decode = jsQr as unknown as typeof jsQr.default;
  const [found] = await readBarcodes(new Uint8Array(photo), { formats: ['QRCode'], tryHarder: true });
  return { jsqr: decode(pixels, info.width, info.height)?.data ?? null, zxing: found?.text ?? null };
}
