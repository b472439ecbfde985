import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Cast } from './journey.ts';
import { eventually, Refused } from './person.ts';

const BANK = '/api/question-bank';

interface ElementTable {
  id: string;
  state: string;
  pointCount: number;
}

interface TableImport extends ElementTable {
  repairs: unknown[];
  warnings: unknown[];
}

interface ItemImport {
  counts: { accepted: number; repaired: number; unmatched: number; refused: number };
}

const blueprint = {
  durationMinutes: 90,
  sections: [
    { type: 'single', count: 20, pointsEach: 2 },
    { type: 'judgement', count: 20, pointsEach: 2 },
    { type: 'multiple', count: 8, pointsEach: 2.5 },
  ],
};

/** Element table and items from workbooks; a bank of an earlier run is used as it is. */
export async function prepareBank(cast: Cast, fixturesDir: string, say: (line: string) => void): Promise<void> {
  const { items } = await cast.author.get<{ items: ElementTable[] }>(`${BANK}/element-tables`);
  if (items.some(({ state }) => state === 'approved')) {
    say('题库沿用已审定的细目表与试题 the bank has its approved element table and items');
    return;
  }
  const read = (name: string): Buffer => readFileSync(path.join(fixturesDir, name));
  const file = 'element-table-welder-3.xlsx';
  const table = await cast.author.upload<TableImport>(`${BANK}/element-tables`, file, read(file));
  say(
    `细目表 ${table.pointCount} 个鉴定点，修复 ${table.repairs.length} 处被 Excel 改坏的比例 element table read and repaired`,
  );
  const itemFile = 'items-welder-3.xlsx';
  const report = await cast.author.upload<ItemImport>(
    `${BANK}/element-tables/${table.id}/items`,
    itemFile,
    read(itemFile),
  );
  const { accepted, repaired, unmatched, refused } = report.counts;
  say(`试题入库 ${accepted + repaired}，未匹配 ${unmatched}，退回 ${refused} items: in, unmatched, refused`);
  await cast.author.put(`${BANK}/element-tables/${table.id}/blueprint`, blueprint);
  await cast.itemReviewer.post(`${BANK}/element-tables/${table.id}/approve`).catch((error: unknown) => {
    if (!(error instanceof Refused) || !error.is('element-table/illegal-transition')) throw error;
  });
}

interface PaperOrder {
  planId: string;
  state: string;
  itemCount?: number;
  contentSha256?: string;
}

/** Two persons: one assembles, another seals. */
export async function sealPaper(cast: Cast, planId: string, say: (line: string) => void): Promise<void> {
  const order = (): Promise<PaperOrder | undefined> =>
    cast.author
      .get<{ items: PaperOrder[] }>(`${BANK}/paper-orders`)
      .then(({ items }) => items.find((each) => each.planId === planId));
  const current = await eventually('the paper order of the plan', order);
  if (current.state !== 'sealed') {
    await cast.author.post(`${BANK}/paper-orders/${planId}/assemble`, { seed: 'demo' });
    await cast.itemReviewer.post(`${BANK}/paper-orders/${planId}/seal`).catch((error: unknown) => {
      if (!(error instanceof Refused) || !error.is('paper/illegal-transition')) throw error;
    });
  }
  const sealed = await eventually('the sealed paper', async () => {
    const now = await order();
    return now?.state === 'sealed' ? now : undefined;
  });
  say(
    `组卷 ${sealed.itemCount ?? 0} 题并封存，摘要 ${(sealed.contentSha256 ?? '').slice(0, 16)}… paper assembled and sealed`,
  );
}
