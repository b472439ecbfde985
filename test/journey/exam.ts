import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rosterOfCohort } from './cohort.ts';
import { dayAfter, nextOfficeDay, type DemoClockFile } from './demo-clock.ts';
import type { Cast } from './journey.ts';
import { onceAllowed, Refused } from './person.ts';

const PLANS = '/api/exam-scheduling/plans';
const FIXTURE = 'roster-welder-3.xls';
/** The fixture's own exam day; a later run takes a later one. */
const FIRST_EXAM_ON = '2026-12-12';
/** Ample for the lead time in working days. */
const LEAD_DAYS = 11;
const THEORY_PASS = 78;
const SKILL_PASS = 85;

interface Plan {
  id: string;
  state: string;
  examOn: string;
  publicityUntil?: string;
}

interface RosterImport {
  importId: string;
  totals: { accepted: number; 'accepted-repaired': number; refused: number };
  rows: { row: number; verdict: string; faults: { rule: string; zh: string; en: string }[] }[];
}

export interface Candidate {
  id: string;
  name: string;
  admissionNumber?: string;
  certificateNumber?: string;
  refusalRule?: string;
  result?: string;
}

export interface ExamFiles {
  siteCode: string;
  fixturesDir: string;
  keep: (name: string, bytes: Uint8Array) => string;
  say: (line: string) => void;
}

/** A step whose answer was lost may have been taken: the plan has moved on, and that is what counts. */
async function step(take: () => Promise<unknown>): Promise<void> {
  await take().catch((error: unknown) => {
    if (!(error instanceof Refused) || !error.is('plan/illegal-transition')) throw error;
  });
}

export function candidatesOf(cast: Cast, planId: string): Promise<Candidate[]> {
  return cast.clerk.get<{ items: Candidate[] }>(`${PLANS}/${planId}/candidates?limit=200`).then(({ items }) => items);
}

async function plan(
  cast: Cast,
  clock: DemoClockFile,
  { siteCode, fixturesDir, keep, say }: ExamFiles,
): Promise<{ planId: string; refusedRows: number }> {
  const { items: earlier } = await cast.clerk.get<{ items: Plan[] }>(`${PLANS}?limit=200`);
  const soonest = dayAfter(clock.today(), LEAD_DAYS);
  const created = await onceAllowed('plan/not-in-scope', () =>
    cast.clerk.post<Plan>(PLANS, {
      siteCode,
      occupationCode: '6-18-02-04',
      specialty: '电焊工',
      levelDigit: '3',
      examOn: soonest > FIRST_EXAM_ON ? soonest : FIRST_EXAM_ON,
      rooms: [
        { name: '一号考场', seats: 15 },
        { name: '二号考场', seats: 15 },
      ],
    }),
  );
  const at = `${PLANS}/${created.id}`;
  say(`考前计划 焊工（电焊工）三级/高级工，考试日 ${created.examOn} pre-exam plan`);
  const bytes = rosterOfCohort(readFileSync(path.join(fixturesDir, FIXTURE)), earlier.length);
  const roster = await cast.clerk.upload<RosterImport>(`${at}/roster`, FIXTURE, bytes);
  const { accepted, 'accepted-repaired': repaired, refused } = roster.totals;
  say(
    `花名册：接收 ${accepted + repaired} 行（其中修复 ${repaired}），退回 ${refused} 行 roster: rows in (repaired), rows back`,
  );
  for (const { row, verdict, faults } of roster.rows) {
    if (verdict === 'refused')
      say(`  第 ${row} 行 row ${row}: ${faults.map(({ rule, zh, en }) => `${zh} ${en} [${rule}]`).join('；')}`);
  }
  const marked = await cast.clerk.download(`${at}/roster-imports/${roster.importId}/marked`);
  say(`标注了错误的花名册 the roster with its error column: ${keep('roster-marked.xls', marked)}`);
  await step(() => cast.clerk.post(`${at}/submit`));
  await step(() => cast.city.post(`${at}/review`, { decision: 'pass', opinion: '同意' }));
  say('考前计划已获批准 the plan is approved');
  return { planId: created.id, refusedRows: refused };
}

/**
 * Seats, exam day, scores by one person and verification by another, and the list of the passed made public.
 * @returns the last day of publicity
 */
async function publish(cast: Cast, clock: DemoClockFile, planId: string, say: (line: string) => void): Promise<string> {
  const at = `${PLANS}/${planId}`;
  const current = (): Promise<Plan> => cast.clerk.get<Plan>(at);
  if ((await current()).state === 'approved') {
    await step(() => onceAllowed('seat/no-paper', () => cast.clerk.post(`${at}/seats`)));
  }
  const candidates = await candidatesOf(cast, planId);
  say(`编排座位 ${candidates.length} 个，生成准考证号 seated, with admission numbers`);
  clock.moveTo((await current()).examOn);
  const rows = candidates.map(({ admissionNumber }, index) => scoreOf(admissionNumber ?? '', index));
  await step(() => cast.clerk.put(`${at}/scores`, { rows }));
  await step(() => cast.reviewer.post(`${at}/scores/verify`));
  say('成绩录入与复核由两人完成：理论 90 技能 59 者不合格，缺考者记缺考 scores entered by one, verified by another');
  await step(() => cast.clerk.post(`${at}/publicity`));
  const until = (await current()).publicityUntil ?? '';
  say(`公示 5 个工作日，至 ${until} publicity for five working days`);
  return until;
}

/** The exam with its publicity, and the report after it. */
async function sit(cast: Cast, clock: DemoClockFile, planId: string, say: (line: string) => void): Promise<void> {
  const until = await publish(cast, clock, planId, say);
  clock.moveTo(nextOfficeDay(until));
  await step(() => cast.clerk.post(`${PLANS}/${planId}/report`));
  say('合格人员已上报 the passed persons are reported');
}

/** The second fails by one point in one subject, the third is absent from one: no averaging, and absence is not zero. */
function scoreOf(admissionNumber: string, index: number): object {
  const present = { theoryAbsent: false, skillAbsent: false };
  if (index === 1) return { admissionNumber, theoryPoints: 90, skillPoints: 59, ...present };
  if (index === 2)
    return { admissionNumber, theoryPoints: 81, skillPoints: null, theoryAbsent: false, skillAbsent: true };
  return { admissionNumber, theoryPoints: THEORY_PASS, skillPoints: SKILL_PASS, ...present };
}

export const holdExam = { plan, publish, sit };
