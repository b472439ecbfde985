/** ISO/IEC 18004 §7.8.3.1: points for a run of five or more, a block of 2 × 2, what looks like a finder, each 5 %. */
const POINTS = { runMore: 2, block: 3, finder: 40, balance: 10 } as const;
const WORD = 32;

/** A square of modules, a line in words of 32 bits; bits beyond the side are 0. */
interface Packed {
  size: number;
  words: number;
  rows: Int32Array;
  columns: Int32Array;
}

/** A mask as what it changes in a code under mask 0: modules it turns over, and the note that says which it is. */
export interface Turn {
  modules: Uint8Array;
  packed: Packed;
}

export function turnBetween(size: number, one: Uint8Array, other: Uint8Array): Turn {
  const modules = one.map((module, at) => module ^ (other[at] ?? 0));
  return { modules, packed: packed(size, modules) };
}

function packed(size: number, modules: Uint8Array): Packed {
  const words = Math.ceil(size / WORD);
  const rows = new Int32Array(size * words);
  const columns = new Int32Array(size * words);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules[row * size + column]) continue;
      rows[row * words + (column >> 5)]! |= 1 << (column & 31);
      columns[column * words + (row >> 5)]! |= 1 << (row & 31);
    }
  }
  return { size, words, rows, columns };
}

/**
 * The mask with the fewest penalty points, as the standard wants. The qrcode package looks at one module after another
 * and takes 3 ms for a code of 69 modules, which is half of a whole page; this looks at 32 lines at once.
 * @param modules a code under mask 0
 * @param turns one per mask, the first turning nothing
 * @returns the code under the best mask
 */
export function underBestMask(size: number, modules: Uint8Array, turns: readonly Turn[]): Uint8Array {
  const plain = packed(size, modules);
  let best = turns[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const turn of turns) {
    const rows = plain.rows.map((word, at) => word ^ turn.packed.rows[at]!);
    const columns = plain.columns.map((word, at) => word ^ turn.packed.columns[at]!);
    const points = linesPenalty(rows, plain) + linesPenalty(columns, plain) + blocksAndBalance(rows, plain);
    if (points < fewest) {
      fewest = points;
      best = turn;
    }
  }
  return modules.map((module, at) => module ^ (best?.modules[at] ?? 0));
}

function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x5555_5555);
  count = (count & 0x3333_3333) + ((count >>> 2) & 0x3333_3333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

const validBits = (size: number, word: number): number =>
  size - word * WORD >= WORD ? -1 : (1 << (size - word * WORD)) - 1;

/** Runs and finder look-alikes across the lines: a bit of a word is one crossing line. */
function linesPenalty(lines: Int32Array, { size, words }: Packed): number {
  let points = 0;
  for (let word = 0; word < words; word += 1) {
    const valid = validBits(size, word);
    const at = (line: number): number => lines[line * words + word]!;
    let [same1, same2, same3, runs] = [0, 0, 0, 0];
    for (let line = 1; line < size; line += 1) {
      const same = ~(at(line) ^ at(line - 1)) & valid;
      const five = same & same1 & same2 & same3;
      if (five !== 0) points += bitCount(five) + POINTS.runMore * bitCount(five & ~runs);
      runs = five;
      same3 = same2;
      same2 = same1;
      same1 = same;
      if (line < 6) continue;
      const finder =
        at(line - 6) & ~at(line - 5) & at(line - 4) & at(line - 3) & at(line - 2) & ~at(line - 1) & at(line);
      if (finder === 0) continue;
      if (line >= 10) points += POINTS.finder * bitCount(finder & light(at, line - 10));
      if (line + 4 < size) points += POINTS.finder * bitCount(finder & light(at, line + 1));
    }
  }
  return points;
}

/** Where four lines from `first` on are light. */
const light = (at: (line: number) => number, first: number): number =>
  ~(at(first) | at(first + 1) | at(first + 2) | at(first + 3));

function blocksAndBalance(rows: Int32Array, { size, words }: Packed): number {
  let points = 0;
  let dark = 0;
  for (let row = 0; row < size; row += 1) {
    for (let word = 0; word < words; word += 1) {
      const here = row * words + word;
      dark += bitCount(rows[here]!);
      if (row === 0) continue;
      const above = here - words;
      const isLast = word === words - 1;
      const right = (rows[here]! >>> 1) | (isLast ? 0 : rows[here + 1]! << 31);
      const aboveRight = (rows[above]! >>> 1) | (isLast ? 0 : rows[above + 1]! << 31);
      const alike = ~(rows[here]! ^ rows[above]!) & ~(rows[here]! ^ right) & ~(rows[above]! ^ aboveRight);
      // The last column has no neighbour to the right.
      const valid = isLast ? validBits(size - 1, word) : -1;
      points += POINTS.block * bitCount(alike & valid);
    }
  }
  return points + POINTS.balance * Math.abs(Math.ceil((dark * 20) / (size * size)) - 10);
}
