import { DomainError } from '@app/kernel';
import QRCode from 'qrcode';
import { num } from '@app/pdf';
import { turnBetween, underBestMask, type Turn } from './certificate-mask.pdf.js';

/** Version 13: beyond it, modules get too small for a phone on worn paper. */
const OFFLINE_MODULES_MAX = 69;
const MASKS = 8;
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

/** A square of dark (1) and light (0) modules, row by row. */
export interface Code {
  size: number;
  modules: Uint8Array;
}

type Level = 'M' | 'Q';

const turnsKnown = new Map<string, readonly Turn[]>();

const create = (segment: QRCode.QRCodeSegment, errorCorrectionLevel: Level, mask: number): QRCode.QRCode =>
  QRCode.create([segment], { errorCorrectionLevel, maskPattern: mask as QRCode.QRCodeMaskPattern });

/** What the masks change is the same for all codes of a size and a level: it is learned from the first. */
function turnsFor(segment: QRCode.QRCodeSegment, level: Level, { modules }: QRCode.QRCode): readonly Turn[] {
  const key = `${modules.size}${level}`;
  const known = turnsKnown.get(key);
  if (known) return known;
  const made = Array.from({ length: MASKS }, (_, mask) =>
    turnBetween(modules.size, modules.data, create(segment, level, mask).modules.data),
  );
  turnsKnown.set(key, made);
  return made;
}

function made(text: string, mode: 'byte' | 'alphanumeric', level: Level): Code {
  // The mode is named, or the library searches the cheapest mix of modes for longer than it draws.
  const segment = { data: mode === 'byte' ? Buffer.from(text) : text, mode } as QRCode.QRCodeSegment;
  const plain = create(segment, level, 0);
  const { size, data } = plain.modules;
  return { size, modules: underBestMask(size, data, turnsFor(segment, level, plain)) };
}

/** A web address for a phone. */
export const addressCode = (url: string): Code => made(url, 'byte', 'M');

/**
 * The whole signed certificate, at level Q: a quarter of it may be lost to stains and folds.
 * @param text base45
 * @throws DomainError `certificate/code-too-long` above 69 modules; `certificate/code-characters`
 */
export function offlineCode(text: string): Code {
  if (!ALPHANUMERIC.test(text)) throw new DomainError('certificate/code-characters');
  let code: Code;
  try {
    code = made(text, 'alphanumeric', 'Q');
  } catch {
    // No version at all holds it; the library's own error says so in prose only.
    throw new DomainError('certificate/code-too-long', { characters: text.length, modules: OFFLINE_MODULES_MAX });
  }
  if (code.size > OFFLINE_MODULES_MAX) {
    throw new DomainError('certificate/code-too-long', { characters: text.length, modules: OFFLINE_MODULES_MAX });
  }
  return code;
}

/**
 * Operators that draw a code as one path of horizontal runs: 1.6 times faster than an image, and sharp at any size.
 * The path is in modules, so its numbers are short.
 * @param left, top, side in points, downwards
 */
export function codeOperators({ size, modules }: Code, left: number, top: number, side: number): string {
  const parts = [`q 0 g ${num4(side / size)} 0 0 ${num4(side / size)} ${num(left)} ${num(top)} cm`];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (column < size && modules[row * size + column]) column += 1;
      if (column > start) parts.push(`${start} ${row} ${column - start} 1 re`);
    }
  }
  parts.push('f Q');
  return parts.join('\n');
}

/** A module's side is multiplied by up to 69, so it keeps more digits. */
const num4 = (value: number): string => String(Math.round(value * 1e5) / 1e5);
