import { deleteRows, namesDocument, type PersonPlace, type PersonRecords } from '@app/platform';
import { eraseCandidates, eraseRegistrations, reportedIn } from './candidate-erasure.repository.js';
import { correctCandidate } from './correction.repository.js';
import { ROSTER_COLUMNS } from './roster.js';
import { textOf, type Cell } from './roster-cell.js';

const ID = [{ column: 'id', type: 'uuid' }];
const OF_PLAN = 'JOIN plan p ON p.id = c.plan_id';
const BY_DOCUMENT = { by: 'document', sql: 'c.document_index = $1' } as const;

/** What became of a candidate decides what of it stays. */
const OUTCOMES = {
  certified: { states: `c.state = 'certified'`, rule: 'certificate-base' },
  open: { states: `c.state = 'reported'`, rule: 'open-procedure' },
  over: { states: `c.state IN ('registered', 'seated', 'refused')`, rule: 'exam-archive' },
} as const;
type Outcome = keyof typeof OUTCOMES;
const outcomes = Object.keys(OUTCOMES) as Outcome[];

/** Without phone and registration. */
const IDENTITY_COLUMNS = [
  'id',
  'plan_id',
  'state',
  'person_sealed',
  'admission_number',
  'room',
  'seat',
  'certificate_number',
  'refusal_rule',
];

const candidates = outcomes.map((outcome): PersonPlace => {
  const { states, rule } = OUTCOMES[outcome];
  const place = {
    table: 'candidate',
    what: {
      zh: '考生：姓名、证件、准考证号、座位和结果',
      en: 'candidate: name, document, admission number, seat, result',
    },
    rule,
    key: ID,
    rows: `candidate t JOIN candidate c ON c.id = t.id ${OF_PLAN} WHERE ${states}`,
    begins: 'p.exam_on',
    ref: `'candidate/' || t.id`,
    find: BY_DOCUMENT,
  };
  if (outcome === 'certified') return { ...place, columns: IDENTITY_COLUMNS };
  return outcome === 'over' ? { ...place, erase: eraseCandidates, publishedIn: reportedIn } : place;
});

const registrations: PersonPlace = {
  table: 'candidate',
  what: { zh: '持证考生的手机号码和报名信息', en: 'phone and registration of a candidate who holds the certificate' },
  rule: 'exam-archive',
  key: ID,
  rows: `candidate t JOIN candidate c ON c.id = t.id ${OF_PLAN}
    WHERE c.state = 'certified' AND (t.phone_sealed IS NOT NULL OR t.row_sealed IS NOT NULL)`,
  begins: 'p.exam_on',
  ref: `'candidate/' || t.id`,
  find: BY_DOCUMENT,
  columns: ['phone_sealed', 'row_sealed'],
  erase: eraseRegistrations,
};

const scores = outcomes.map((outcome): PersonPlace => ({
  table: 'score',
  what: { zh: '成绩', en: 'points' },
  rule: OUTCOMES[outcome].rule,
  key: [{ column: 'candidate_id', type: 'uuid' }],
  rows: `score t JOIN candidate c ON c.id = t.candidate_id ${OF_PLAN} WHERE ${OUTCOMES[outcome].states}`,
  begins: 'p.exam_on',
  ref: `'candidate/' || t.candidate_id`,
  find: BY_DOCUMENT,
  ...(outcome === 'over' ? { goesWith: 'candidate' } : {}),
}));

const events = outcomes.map((outcome): PersonPlace => ({
  table: 'outbox',
  what: { zh: '上报名册事件中的本人一行', en: 'the own row in the event that reported the roll' },
  rule: OUTCOMES[outcome].rule,
  key: [{ column: 'position', type: 'bigint' }],
  rows: `outbox t
      CROSS JOIN LATERAL jsonb_array_elements(t.data -> 'rows') AS r
      JOIN candidate c ON c.id = (r ->> 'candidateId')::uuid ${OF_PLAN}
      WHERE t.aggregate_type = 'result-roll' AND t.aggregate_id = p.roll ->> 'rollId' AND r ? 'personSealed'
        AND ${OUTCOMES[outcome].states}`,
  begins: 'p.exam_on',
  ref: `'event/' || t.event_id`,
  find: BY_DOCUMENT,
  given: 'r',
  ...(outcome === 'over' ? { goesWith: 'candidate' } : {}),
}));

const ROSTER_KEY = [
  { column: 'import_id', type: 'uuid' },
  { column: 'row_number', type: 'int' },
];

/** The line as the clerk wrote it, also when it was refused: no index leads there, because nothing in it is certain. */
const rosterRows: PersonPlace = {
  table: 'roster_row',
  what: { zh: '花名册中的一行（含退回的行）', en: 'line of an uploaded roster, refused ones too' },
  rule: 'exam-archive',
  key: ROSTER_KEY,
  rows: `roster_row t JOIN roster_import i ON i.id = t.import_id JOIN plan p ON p.id = i.plan_id WHERE true`,
  begins: 'p.exam_on',
  ref: `'roster-row/' || t.import_id || '/' || t.row_number`,
  find: {
    by: 'opening',
    column: 'cells_sealed',
    holds: (sealed, { documentNumber, open }) =>
      typeof sealed === 'string' && namesDocument(open('person', sealed), documentNumber),
  },
  explain: ({ cells, ...row }) => ({ ...row, cells: named(cells as Cell[]) }),
  erase: deleteRows('roster_row', ROSTER_KEY),
};

const named = (cells: readonly Cell[]): Record<string, string> =>
  Object.fromEntries(
    ROSTER_COLUMNS.flatMap((column, at) => {
      const text = textOf(cells[at] ?? null);
      return text === '' ? [] : [[column, text] as const];
    }),
  );

export const examPersons: PersonRecords = {
  places: [...candidates, registrations, ...scores, rosterRows, ...events],
  correct: { candidate: correctCandidate },
};
