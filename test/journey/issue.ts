import { candidatesOf } from './exam.ts';
import type { Cast } from './journey.ts';
import { eventually, Refused } from './person.ts';

const ISSUANCE = '/api/certificate-issuance';

interface Roll {
  id: string;
  planId: string;
  state: string;
}

interface RollDetail extends Roll {
  waitsFor?: { zh: string };
  rows: { issuable: boolean }[];
}

export interface IssuedCertificate {
  id: string;
  number: string;
  /** The holder's name as the agency knows it: what a stranger would read off the paper. */
  name: string;
}

/** The province audits the report row by row and issues; the agency sees the numbers. */
export async function issueCertificates(
  cast: Cast,
  planId: string,
  say: (line: string) => void,
): Promise<IssuedCertificate[]> {
  const roll = await eventually('the result roll at the authority', async () => {
    const { items } = await cast.province.get<{ items: Roll[] }>(`${ISSUANCE}/rolls?limit=200`);
    const found = items.find((each) => each.planId === planId);
    return found && found.state !== 'receiving' ? found : undefined;
  });
  const at = `${ISSUANCE}/rolls/${roll.id}`;
  const audit = await eventually('the audit to have all it needs', async () => {
    const detail = await cast.province.get<RollDetail>(at);
    return detail.waitsFor ? undefined : detail;
  });
  say(
    `结果审核：${audit.rows.filter((row) => row.issuable).length} 人可发证，共 ${audit.rows.length} 人 audited row by row`,
  );
  await cast.province.post(`${at}/issue`).catch((error: unknown) => {
    if (!(error instanceof Refused) || !error.is('result-roll/illegal-transition')) throw error;
  });
  const { items } = await cast.clerk.get<{ items: { id: string; number: string; candidateId: string }[] }>(
    `${ISSUANCE}/certificates?rollId=${roll.id}&limit=200`,
  );
  const numbered = await eventually('the agency to see its numbers', async () => {
    const candidates = await candidatesOf(cast, planId);
    const ready = candidates.filter(({ certificateNumber }) => certificateNumber);
    return ready.length === items.length ? ready : undefined;
  });
  const names = new Map(numbered.map(({ id, name }) => [id, name]));
  for (const { number } of items.toSorted((a, b) => (a.number < b.number ? -1 : 1)))
    say(`  证书 certificate ${number}`);
  return items.map(({ id, number, candidateId }) => ({ id, number, name: names.get(candidateId) ?? '' }));
}
