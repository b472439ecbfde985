import path from 'node:path';
import { ROOT } from '../../deploy/local/settings.ts';
import { sealPaper } from '../journey/bank.ts';
import { DemoClockFile } from '../journey/demo-clock.ts';
import { holdExam } from '../journey/exam.ts';
import type { IssuedCertificate } from '../journey/issue.ts';
import { castOf } from '../journey/journey.ts';
import type { OwnSystem } from '../journey/own-system.ts';
import { eventually, Person } from '../journey/person.ts';

export interface RealRegister {
  certificates: readonly IssuedCertificate[];
  /** Files of the first certificates. */
  pdfs: readonly string[];
  siteCode: string;
  /** Whose passed persons are public now. */
  publicPlanId: string;
}

const silent = (): void => undefined;

/** Everything a stranger may look at: certificates, a list in publicity, and an exam that is announced. */
export async function fillRegister(own: OwnSystem): Promise<RealRegister> {
  const { system } = own;
  const { certificates, pdfs } = await own.journey();
  const gateway = system.urls.public;
  const cast = castOf({ gateway, password: system.secrets.demoPassword });
  const clock = new DemoClockFile(path.join(system.dataDir, 'demo-clock.json'));
  const siteCode = await eventually('the directory', async () => {
    const { items } = await Person.stranger(gateway).get<{ items: { siteCode: string }[] }>(
      '/api/public-verification/bodies?limit=1',
    );
    return items[0]?.siteCode;
  });
  const fixturesDir = path.join(ROOT, 'test', 'fixtures');
  const files = { siteCode, fixturesDir, keep: (name: string) => name, say: silent };
  const { planId: publicPlanId } = await holdExam.plan(cast, clock, files);
  await sealPaper(cast, publicPlanId, silent);
  await holdExam.publish(cast, clock, publicPlanId, silent);
  await holdExam.plan(cast, clock, files);
  return { certificates, pdfs, siteCode, publicPlanId };
}
