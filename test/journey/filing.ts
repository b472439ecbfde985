import { nextOfficeDay, type DemoClockFile } from './demo-clock.ts';
import type { Cast } from './journey.ts';
import { Refused } from './person.ts';

interface Filing {
  id: string;
  state: string;
  publicityUntil?: string;
  validUntil?: string;
  sites: { siteCode?: string }[];
}

const FILINGS = '/api/agency-filing/filings';
const CREDIT_CODE = '91230100MA00000130';

const content = {
  agencyName: '哈尔滨北方焊接装备有限公司',
  creditCode: CREDIT_CODE,
  kind: 'employer',
  jurisdiction: '230100',
  sites: [{ siteId: 'main', name: '主厂区', regionCode: '230100', address: '哈尔滨市道里区工厂街 1 号' }],
  scope: ['5', '4', '3', '2', '1'].map((levelDigit) => ({
    siteId: 'main',
    occupationCode: '6-18-02-04',
    specialty: '电焊工',
    levelDigit,
  })),
};

/** A step whose answer was lost may have been taken: then the filing has moved, and that is what counts. */
async function step(take: () => Promise<Filing>): Promise<void> {
  await take().catch((error: unknown) => {
    if (!(error instanceof Refused) || !error.is('filing/illegal-transition')) throw error;
  });
}

/** 初次备案 up to the agency's code; a filing of an earlier run is taken up where it stands. */
export async function fileAgency(cast: Cast, clock: DemoClockFile, say: (line: string) => void): Promise<string> {
  const { items } = await cast.clerk.get<{ items: Filing[] }>(FILINGS);
  let filing = items.find(({ state }) => state !== 'refused' && state !== 'withdrawn');
  filing ??= await cast.clerk.post<Filing>(FILINGS, content);
  const at = `${FILINGS}/${filing.id}`;
  const state = async (): Promise<Filing> => cast.clerk.get<Filing>(at);
  if (filing.state === 'draft') await step(() => cast.clerk.post(`${at}/submit`));
  if ((await state()).state === 'submitted') {
    say('备案已提交，市级审核 filing submitted, the city reviews it');
    await step(() => cast.city.post(`${at}/city-review`, { decision: 'pass', opinion: '材料齐全，同意' }));
  }
  if ((await state()).state === 'city-passed') {
    await step(() => cast.province.post(`${at}/province-review`, { decision: 'pass', opinion: '同意公示' }));
  }
  filing = await state();
  if (filing.state === 'in-publicity') {
    say(`省级审核通过，公示至 ${filing.publicityUntil ?? ''} approved, in publicity until then`);
    clock.moveTo(nextOfficeDay(filing.publicityUntil ?? ''));
    await step(() => cast.province2.post(`${at}/complete`));
    filing = await state();
  }
  const siteCode = filing.sites[0]?.siteCode;
  if (filing.state !== 'filed' || !siteCode) throw new Error(`the filing ended as ${filing.state}`);
  say(`已备案，机构代码 ${siteCode}，有效期至 ${filing.validUntil ?? ''} filed, with its agency code`);
  return siteCode;
}
