import { DomainError } from '@app/kernel';

/** RGBA, as decoders of QR codes take it. */
export interface Picture {
  data: Uint8ClampedArray;
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
const TOKENS_MAX = 400_000;
/** Each of them costs a decoder some ten milliseconds. */
const CODES_MAX = 6;
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

/** The modules of a path, or undefined when it is no square of them. */
function pictureOf(runs: readonly Run[], isUpright: boolean): Picture | undefined {
  const module = Math.min(...runs.map(({ height }) => Math.abs(height)));
  if (!(module > 0)) return undefined;
  const left = Math.min(...runs.map(({ x }) => x));
  const tops = runs.map(({ y, height }) => Math.min(y, y + height));
  const [top, bottom] = [Math.min(...tops), Math.max(...tops) + module];
  const size = Math.round((bottom - top) / module);
  const right = Math.max(...runs.map(({ x, width }) => x + width));
  if (size < MODULES_MIN || size > MODULES_MAX || Math.round((right - left) / module) !== size) return undefined;
  const side = (size + 2 * QUIET) * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, width, height } of runs) {
    const row = Math.round((Math.min(y, y + height) - top) / module);
    const first = Math.round((x - left) / module);
    const last = Math.round((x + width - left) / module);
    const [rowAt, span] = [isUpright ? row : size - 1 - row, Math.max(1, Math.round(Math.abs(height) / module))];
    const from = isUpright ? rowAt : rowAt - span + 1;
    for (let line = from * SCALE; line < (from + span) * SCALE; line += 1) {
      const start = ((line + QUIET * SCALE) * side + (first + QUIET) * SCALE) * 4;
      for (let at = start; at < start + (last - first) * SCALE * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { data, width: side, height: side };
}

/**
 * The texts of the codes that a page draws, each once.
 * @throws DomainError `offline/too-complex`
 */
export function codesIn(contents: readonly string[], readCode: ReadCode): string[] {
  const paths = contents.flatMap(pathsOf);
  if (paths.length > CODES_MAX) throw new DomainError('offline/too-complex');
  const texts = paths.map((runs) => {
    const [down, up] = [pictureOf(runs, true), pictureOf(runs, false)];
    return (down && readCode(down)) ?? (up && readCode(up));
  });
  return [...new Set(texts.filter((text) => typeof text === 'string' && text !== ''))] as string[];
}
