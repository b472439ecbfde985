import type { ItemContent } from '../item/item.js';
import type { Json } from './canonical-json.js';
import type { DrawnSection } from './draw.js';
import type { PaperOrder } from './paper.js';
import { sfc32 } from './seeded-generator.js';

const LETTERS = 'ABCDE';
/** `以上都对`, `A和B`: an option that speaks of others loses its meaning in another order. */
const REFERS_TO_OTHERS = /以上|上述|[A-E]\s*[、,，和与及]\s*[A-E]/;

/** Options in random order with the answer's letters moved along; the same seed gives the same order. */
export function shuffledOptions(
  { options, answer }: Pick<ItemContent, 'options' | 'answer'>,
  seed: string,
): Pick<ItemContent, 'options' | 'answer'> {
  if (options.length === 0 || options.some((option) => REFERS_TO_OTHERS.test(option))) return { options, answer };
  const order = sfc32(seed).shuffled(options.map((_, index) => index));
  const right = order.map((old, index) => (answer.includes(LETTERS.charAt(old)) ? LETTERS.charAt(index) : ''));
  return { options: order.map((old) => options[old] ?? ''), answer: right.join('') };
}

/** The whole paper with its key, its seed and the items it was drawn from: what the digest is about. */
export function paperContent(
  order: Pick<PaperOrder, 'id' | 'occupationCode' | 'occupationName' | 'specialty' | 'levelDigit' | 'examOn'>,
  paper: { id: string; elementTableId: string; seed: string; durationMinutes: number },
  drawn: readonly DrawnSection[],
  contents: ReadonlyMap<string, ItemContent>,
): Json {
  const { occupationCode, occupationName, specialty, levelDigit, examOn } = order;
  return {
    paperId: paper.id,
    planId: order.id,
    elementTableId: paper.elementTableId,
    subject: { occupationCode, occupationName, specialty, levelDigit },
    examOn,
    seed: paper.seed,
    durationMinutes: paper.durationMinutes,
    sections: drawn.map(({ type, pointsEach, items }) => ({
      type,
      pointsEach,
      items: items.map(({ id, pointPath }) => {
        const content = contents.get(id);
        if (!content) throw new Error(`item ${id} was drawn and has no content`);
        return { itemId: id, pointPath, stem: content.stem, ...shuffledOptions(content, `${paper.seed}/${id}`) };
      }),
    })),
  };
}
