import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DemoClockFile } from './demo-clock.ts';
import { issueCertificates, type IssuedCertificate } from './issue.ts';
import { Person } from './person.ts';
import { prepareBank, sealPaper } from './bank.ts';
import { fileAgency } from './filing.ts';
import { holdExam } from './exam.ts';
import { verifyAll } from './verify.ts';

export interface JourneyOptions {
  /** Where the gateway answers. */
  gateway: string;
  password: string;
  /** The file the services read the demo clock from. */
  clockFile: string;
  /** Folder for what the journey brings home: PDFs and marked workbooks. */
  outDir: string;
  fixturesDir: string;
  say: (line: string) => void;
  /** Called before each stage; the fault tests kill something here. */
  onStage?: (stage: Stage) => Promise<void> | void;
}

export const STAGES = ['filing', 'bank', 'plan', 'paper', 'exam', 'issue', 'verify'] as const;
export type Stage = (typeof STAGES)[number];

export interface JourneyResult {
  certificates: IssuedCertificate[];
  verified: number;
  refusedRows: number;
  pdfs: string[];
}

export interface Cast {
  clerk: Person;
  reviewer: Person;
  city: Person;
  province: Person;
  province2: Person;
  author: Person;
  itemReviewer: Person;
  stranger: Person;
}

export function castOf({ gateway, password }: Pick<JourneyOptions, 'gateway' | 'password'>): Cast {
  const account = (name: string): Person => Person.account(gateway, name, password);
  return {
    clerk: account('clerk.north'),
    reviewer: account('reviewer.north'),
    city: account('officer.harbin'),
    province: account('officer.province'),
    province2: account('officer2.province'),
    author: account('author.bank'),
    itemReviewer: account('reviewer.bank'),
    stranger: Person.stranger(gateway),
  };
}

/** One certificate's way from an agency's filing to a stranger's check, through the gateway only. */
export async function runJourney(options: JourneyOptions): Promise<JourneyResult> {
  const cast = castOf(options);
  const clock = new DemoClockFile(options.clockFile);
  const { say, fixturesDir } = options;
  const stage = async (name: Stage): Promise<void> => {
    await options.onStage?.(name);
  };
  const keep = (name: string, bytes: Uint8Array): string => {
    const file = path.join(options.outDir, name);
    writeFileSync(file, bytes);
    return file;
  };

  await stage('filing');
  const siteCode = await fileAgency(cast, clock, say);
  await stage('bank');
  await prepareBank(cast, fixturesDir, say);
  await stage('plan');
  const { planId, refusedRows } = await holdExam.plan(cast, clock, { siteCode, fixturesDir, keep, say });
  await stage('paper');
  await sealPaper(cast, planId, say);
  await stage('exam');
  await holdExam.sit(cast, clock, planId, say);
  await stage('issue');
  const certificates = await issueCertificates(cast, planId, say);
  await stage('verify');
  const { verified, pdfs } = await verifyAll(cast, certificates, keep, say);
  return { certificates, verified, refusedRows, pdfs };
}
