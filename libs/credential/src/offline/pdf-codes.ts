import { DomainError } from '@app/kernel';

/** RGBA, as decoders of QR codes take it. */
export interface Picture {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

/** The text of the QR code in a picture, or null. */
export type ReadCode = (picture: Picture) => string | null;

/** A symbol of version 40 has 177 modules a side, and of the runs of a row every second is dark. */
const MODULES_MAX = 177;
const MODULES_MIN = 21;
const RUNS_MAX = (MODULES_MAX * MODULES_MAX) / 2;
const RUNS_MIN = 100;
/** In one content; a page takes a tenth of it. */
const TOKENS_MAX = 100_000;
/** Each of them costs a decoder some ten milliseconds. */
const CODES_MAX = 4;
/** Modules on a side of the squares in the corners of a symbol. */
const FINDER = 7;
const SCALE = 3;
const QUIET = 4;
const PAINTS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'n']);

interface Run {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Paths made of rectangles alone, as our pages draw codes; also after another program wrote them anew. */
function pathsOf(content: string): Run[][] {
  const paths: Run[][] = [];
  let runs: Run[] = [];
  const numbers: number[] = [];
  let tokens = 0;
  for (const [token] of content.matchAll(/[^\s]+/g)) {
    tokens += 1;
    if (tokens > TOKENS_MAX) throw new DomainError('offline/too-complex');
    if (token === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = numbers.slice(-4);
      if (runs.length < RUNS_MAX) runs.push({ x, y, width, height });
    } else if (PAINTS.has(token)) {
      if (runs.length >= RUNS_MIN) paths.push(runs);
      runs = [];
    } else {
      const value = Number(token);
      if (Number.isFinite(value)) {
        numbers.push(value);
        if (numbers.length > 64) numbers.splice(0, 32);
        continue;
      }
    }
    numbers.length = 0;
  }
  return paths;
}

interface Grid {
  size: number;
  /** 1 is dark, row by row. */
  modules: Uint8Array;
}

/** The modules of a path, or undefined when it is no square of them. */
function gridOf(runs: readonly Run[]): Grid | undefined {
  const side = runs.reduce((least, { height }) => Math.min(least, Math.abs(height)), Infinity);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of runs) {
    [left, right] = [Math.min(left, x), Math.max(right, x + width)];
    [top, bottom] = [Math.min(top, y, y + height), Math.max(bottom, y, y + height)];
  }
  const size = Math.round((bottom - top) / side);
  const isSquare = side > 0 && size >= MODULES_MIN && size <= MODULES_MAX && Math.round((right - left) / side) === size;
  if (!isSquare) return undefined;
  const modules = new Uint8Array(size * size);
  const place = (value: number, from: number): number => Math.round((value - from) / side);
  for (const { x, y, width, height } of runs) {
    for (let row = place(Math.min(y, y + height), top); row < place(Math.max(y, y + height), top); row += 1) {
      modules.fill(1, row * size + place(x, left), row * size + place(x + width, left));
    }
  }
  return { size, modules };
}

/** The same as in a mirror: one page counts its lines upwards, another downwards. */
function mirrored({ size, modules }: Grid): Grid {
  const turned = new Uint8Array(modules.length);
  for (let row = 0; row < size; row += 1) {
    turned.set(modules.subarray(row * size, (row + 1) * size), (size - 1 - row) * size);
  }
  return { size, modules: turned };
}

/** Squares in three corners and none in the fourth, ISO/IEC 18004 §6.3.3: what has them not is spared the decoder. */
function isUpright({ size, modules }: Grid): boolean {
  const hasFinder = (row: number, column: number): boolean =>
    Array.from({ length: FINDER * FINDER }, (_, at) => {
      const [down, along] = [Math.floor(at / FINDER), at % FINDER];
      const ring = Math.max(Math.abs(down - 3), Math.abs(along - 3));
      return modules[(row + down) * size + column + along] === (ring === 2 ? 0 : 1);
    }).every(Boolean);
  const far = size - FINDER;
  return hasFinder(0, 0) && hasFinder(0, far) && hasFinder(far, 0) && !hasFinder(far, far);
}

function pictureOf({ size, modules }: Grid): Picture {
  const side = (size + 2 * QUIET) * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < size * SCALE; y += 1) {
    for (let x = 0; x < size * SCALE; x += 1) {
      if (modules[Math.floor(y / SCALE) * size + Math.floor(x / SCALE)] === 0) continue;
      const at = ((y + QUIET * SCALE) * side + x + QUIET * SCALE) * 4;
      data.fill(0, at, at + 3);
    }
  }
  return { data, width: side, height: side };
}

/**
 * The texts of the codes that a page draws, each once.
 * @throws DomainError `offline/too-complex`
 */
export function codesIn(contents: readonly string[], readCode: ReadCode): string[] {
  const grids = contents
    .flatMap(pathsOf)
    .map(gridOf)
    .filter((grid) => grid !== undefined)
    .map((grid) => (isUpright(grid) ? grid : mirrored(grid)))
    .filter(isUpright);
  if (grids.length > CODES_MAX) throw new DomainError('offline/too-complex');
  const texts = grids.map((grid) => readCode(pictureOf(grid)));
  return [...new Set(texts.filter((text) => text !== null && text !== ''))] as string[];
}
