import { challengeBits, searchProof } from '../../../../libs/credential/src/proof-of-work.ts';

/** Between two slices the page is told how far it is. */
const SLICE = 20_000;
/** The share of the expected effort that is shown as done never reaches the whole before it is. */
const shareDone = (tries: number, expected: number): number => 1 - Math.exp(-tries / expected);

export interface ProofStep {
  share: number;
  /** The header's value, once it is found. */
  proof?: string;
}

const say = (step: ProofStep): void => postMessage(step);

addEventListener('message', ({ data }: MessageEvent<string>) => {
  const expected = 2 ** (challengeBits(data) ?? 0);
  for (let from = 0; ; from += SLICE) {
    const proof = searchProof(data, from, SLICE);
    if (proof !== null) return say({ share: 1, proof });
    say({ share: shareDone(from + SLICE, expected) });
  }
});
