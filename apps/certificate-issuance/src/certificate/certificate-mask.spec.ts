import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import QRCode from 'qrcode';
import { addressCode, offlineCode } from './certificate-codes.pdf.js';

const BASE45 = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:');

const byLibrary = (segment: object, errorCorrectionLevel: 'M' | 'Q') =>
  QRCode.create([segment] as QRCode.QRCodeSegment[], { errorCorrectionLevel }).modules;

describe('the mask of a code', () => {
  it('is the one that the qrcode package finds for offline texts of any length', () => {
    const text = fc.array(fc.constantFrom(...BASE45), { minLength: 1, maxLength: 352 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(text, (data) => {
        const library = byLibrary({ data, mode: 'alphanumeric' }, 'Q');
        expect(offlineCode(data)).toEqual({ size: library.size, modules: library.data });
      }),
      { numRuns: 6 },
    );
  });

  it('is the one that the qrcode package finds for web addresses', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const library = byLibrary({ data: Buffer.from(url), mode: 'byte' }, 'M');
        expect(addressCode(url)).toEqual({ size: library.size, modules: library.data });
      }),
      { numRuns: 6 },
    );
  });
});
