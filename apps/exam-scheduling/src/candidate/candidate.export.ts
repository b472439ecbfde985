import { own, type ExportKind, type ExportRow, type ExportSource } from '@app/platform';
import { maskPhone, maskResidentId } from '@app/standards';
import { IsUUID } from 'class-validator';
import { getPlan } from '../plan/plan.repository.js';
import { resultOf } from '../score/score.js';
import type { Person } from './candidate.js';
import { candidatesAfter, countCandidates, type ExportedCandidate } from './candidate.repository.js';

/** Rows that are opened without giving way to other requests. */
const CHUNK_ROWS = 100;

const RESULTS = { PASS: '合格 pass', FAIL: '不合格 fail', INCOMPLETE: '不完整 incomplete' } as const;

class CandidatesFilter {
  @IsUUID()
  planId!: string;
}

type Source = ExportSource<CandidatesFilter>;

const points = (value: number | null, isAbsent: boolean | null): string | number | null =>
  isAbsent ? '缺考 absent' : value;

function rowOf(candidate: ExportedCandidate, { vault, fullDocuments }: Source): ExportRow {
  const person = JSON.parse(vault.open('person', candidate.personSealed)) as Person;
  const { theoryPoints, skillPoints, theoryAbsent, skillAbsent } = candidate;
  return {
    person: `candidate/${candidate.id}`,
    cells: [
      person.name,
      fullDocuments ? person.documentNumber : maskResidentId(person.documentNumber),
      candidate.phoneSealed === null ? null : maskPhone(vault.open('phone', candidate.phoneSealed)),
      candidate.admissionNumber,
      candidate.room,
      candidate.seat,
      points(theoryPoints, theoryAbsent),
      points(skillPoints, skillAbsent),
      theoryAbsent === null ? null : RESULTS[resultOf(candidate)],
    ],
  };
}

/** 考生名单 of one plan, for its own agency. */
export const candidatesExport: ExportKind<CandidatesFilter> = {
  name: 'candidates',
  titles: { zh: '考生名单', en: 'Candidates' },
  access: own('agency-clerk', 'agency-reviewer', 'agency-admin'),
  fullDocuments: ['agency-admin'],
  filter: CandidatesFilter,
  columns: [
    { zh: '姓名', en: 'Name', width: 14 },
    { zh: '证件号码', en: 'Document', width: 22 },
    { zh: '手机号码', en: 'Phone', width: 14 },
    { zh: '准考证号', en: 'Admission no.', width: 20 },
    { zh: '考场', en: 'Room', width: 14 },
    { zh: '座位', en: 'Seat', width: 10 },
    { zh: '理论', en: 'Theory', width: 11 },
    { zh: '技能', en: 'Skill', width: 11 },
    { zh: '结果', en: 'Result', width: 14 },
  ],
  async measure({ tx, filter: { planId } }) {
    const { organisationId, jurisdiction } = await getPlan(tx, planId);
    const counts = await countCandidates(tx, [planId]);
    return { rows: counts.get(planId) ?? 0, organisationId, jurisdiction };
  },
  async *rows(source) {
    for (let after: string | undefined; ;) {
      const candidates = await candidatesAfter(source.tx, source.filter.planId, after, CHUNK_ROWS);
      const last = candidates.at(-1);
      if (!last) return;
      yield candidates.map((candidate) => rowOf(candidate, source));
      after = last.id;
    }
  },
};
