import { createHash } from 'node:crypto';
import type { Hash, ReadCode } from '@app/credential';
import jsQr from 'jsqr';

/** A CommonJS module whose function is its own default, which its types do not know under ESM. */
const decode = jsQr as unknown as typeof jsQr.default;

export const sha256: Hash = (data) => createHash('sha256').update(data).digest();

/** Pictures come from the drawing of a page, black on white and upright. */
export const readCode: ReadCode = ({ data, width, height }) =>
  decode(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
