import { deflateSync, crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import sharp from 'sharp';
import { readPhoto } from './photo.check.js';

const SIZE = { width: 295, height: 413 };

const picture = (width: number = SIZE.width, height: number = SIZE.height) =>
  sharp({
    create: { width, height, channels: 3, background: '#8899aa', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  });

function refusal(file: Uint8Array): unknown {
  try {
    return `taken as ${readPhoto(file).format}`;
  } catch (error) {
    return (error as DomainError).code;
  }
}

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(12 + content.length);
  whole.writeUInt32BE(content.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), 8 + content.length);
  return whole;
};
function png(width: number, height: number, data: Buffer, ...more: Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const parts = [chunk('IHDR', header), ...more, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}
const rowsOf = (width: number, height: number): Buffer => Buffer.alloc(height * (1 + 3 * width), 0);

describe('a photo of a holder', () => {
  let jpeg: Buffer;

  beforeAll(async () => {
    jpeg = await picture().jpeg({ quality: 85 }).toBuffer();
  });

  it('is taken as JPEG, baseline and progressive, colour and grey, and as PNG of every plain kind', async () => {
    const progressive = await picture().jpeg({ progressive: true }).toBuffer();
    const grey = await picture().toColourspace('b-w').jpeg().toBuffer();
    const plain = await picture().png().toBuffer();
    const alpha = await picture().ensureAlpha(0.5).png().toBuffer();
    const shape = (file: Buffer) => {
      const { format, width, height, channels } = readPhoto(file);
      return [format, width, height, channels];
    };
    expect([jpeg, progressive, grey, plain, alpha].map(shape)).toEqual([
      ['jpeg', 295, 413, 3],
      ['jpeg', 295, 413, 3],
      ['jpeg', 295, 413, 1],
      ['png', 295, 413, 3],
      ['png', 295, 413, 3],
    ]);
  });

  it('loses its EXIF, place, thumbnail and comments, and not a pixel', async () => {
    const told = await picture()
      .jpeg({ quality: 85 })
      .withExif({ IFD0: { Copyright: 'A photographer', ImageDescription: 'SECRET-PLACE' } })
      .toBuffer();
    expect(told.includes('SECRET-PLACE')).toBe(true);
    const { data } = readPhoto(Buffer.concat([told, Buffer.from('appended archive')]));
    expect(['SECRET-PLACE', 'Exif', 'JFIF', 'appended'].filter((text) => Buffer.from(data).includes(text))).toEqual([]);
    const pixels = (file: Uint8Array) => sharp(file).raw().toBuffer();
    expect((await pixels(data)).equals(await pixels(told))).toBe(true);
  });

  it('becomes opaque on white', async () => {
    const clear = sharp({ create: { ...SIZE, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } } });
    const { data } = readPhoto(await clear.png().toBuffer());
    const bare = await sharp(png(SIZE.width, SIZE.height, Buffer.from(data)))
      .raw()
      .toBuffer();
    expect([...bare.subarray(0, 3)].map((value, at) => Math.abs(value - [255, 127, 127][at]!) <= 1)).toEqual([
      true,
      true,
      true,
    ]);
    expect(bare).toHaveLength(SIZE.width * SIZE.height * 3);
  });

  it('is no other kind of file, whatever its name says', async () => {
    const others = [
      await picture().webp().toBuffer(),
      await picture().gif().toBuffer(),
      Buffer.from('GIF89a'),
      Buffer.alloc(0),
    ];
    expect(others.map(refusal)).toEqual(Array.from({ length: 4 }, () => 'certificate/photo-format'));
    expect(refusal(Buffer.alloc(1024 * 1024 + 1))).toBe('certificate/photo-too-large');
  });

  it('is refused as a bomb: rows that unpack to a thousand times what the header says, without being unpacked', () => {
    const bomb = png(295, 413, deflateSync(Buffer.alloc(300_000_000)));
    const before = process.memoryUsage().arrayBuffers;
    expect(refusal(bomb)).toBe('certificate/photo-bomb');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    expect(refusal(png(50_000, 70_000, deflateSync(Buffer.alloc(10))))).toBe('certificate/photo-dimensions');
    const huge = Buffer.from(jpeg);
    const frame = huge.indexOf(Buffer.of(0xff, 0xc0));
    huge.writeUInt16BE(2800, frame + 5);
    huge.writeUInt16BE(2000, frame + 7);
    expect(refusal(huge)).toBe('certificate/photo-dimensions');
  });

  it('is refused when cut short anywhere, also with an end put behind the cut', () => {
    const cuts = [3, 20, 200, 700, jpeg.length - 2];
    for (const cut of cuts) expect([cut, refusal(jpeg.subarray(0, cut))]).toEqual([cut, 'certificate/photo-damaged']);
    const scan = jpeg.indexOf(Buffer.of(0xff, 0xda)) + 14;
    const ended = Buffer.concat([jpeg.subarray(0, scan + 40), Buffer.of(0xff, 0xd9)]);
    expect(refusal(ended)).toBe('certificate/photo-damaged');
    const whole = png(295, 413, deflateSync(rowsOf(295, 413)));
    expect(refusal(whole)).toBe('taken as png');
    expect(refusal(whole.subarray(0, whole.length - 13))).toBe('certificate/photo-damaged');
    expect(refusal(png(295, 413, deflateSync(rowsOf(295, 412))))).toBe('certificate/photo-damaged');
    const flipped = Buffer.from(whole);
    flipped[45]! ^= 1;
    expect(refusal(flipped)).toBe('certificate/photo-damaged');
  });

  it('is refused when animated, on its side, of another shape, too small, of four inks or of 16 bits', async () => {
    const data = deflateSync(rowsOf(295, 413));
    const rotated = await picture()
      .jpeg()
      .withExif({ IFD0: { Orientation: '6' } })
      .toBuffer();
    const files: [string, Buffer][] = [
      ['animated', png(295, 413, data, chunk('acTL', Buffer.alloc(8)))],
      ['transparent', png(295, 413, data, chunk('tRNS', Buffer.alloc(6)))],
      ['rotated', await sharp(rotated).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
      ['shape', await picture(413, 295).jpeg().toBuffer()],
      ['shape', await picture(400, 400).jpeg().toBuffer()],
      ['dimensions', await picture(100, 140).jpeg().toBuffer()],
      ['encoding', await picture().toColourspace('cmyk').jpeg().toBuffer()],
      ['encoding', await picture().toColourspace('rgb16').png().toBuffer()],
      ['encoding', await picture().png({ progressive: true }).toBuffer()],
      ['encoding', await picture().png({ palette: true }).toBuffer()],
    ];
    expect(files.map(([, file]) => refusal(file))).toEqual(files.map(([kind]) => `certificate/photo-${kind}`));
  });
});
