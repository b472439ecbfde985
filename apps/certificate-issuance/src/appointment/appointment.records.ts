import { deleteRows, type PersonPlace } from '@app/platform';

const ID = [{ column: 'id', type: 'uuid' }];
const BY_DOCUMENT = { by: 'document', sql: 't.document_index = $1' } as const;

/** What was registered stays; what came to nothing goes with the archive. */
const OUTCOMES = [
  { rule: 'certificate-base', where: `t.state IN ('registered', 're-assessment', 'ended')` },
  { rule: 'open-procedure', where: `t.state IN ('proposed', 'in-publicity')` },
  {
    rule: 'exam-archive',
    where: `t.state IN ('refused', 'withdrawn')`,
    erase: deleteRows('appointment', ID),
  },
] as const;

const appointments = OUTCOMES.map(({ where, ...rest }): PersonPlace => ({
  table: 'appointment',
  what: { zh: '特级技师、首席技师评聘记录', en: 'appointment as 特级技师 or 首席技师' },
  key: ID,
  rows: `appointment t WHERE ${where}`,
  begins: 't.proposed_on',
  ref: `'appointment/' || t.id`,
  find: BY_DOCUMENT,
  ...rest,
}));

const honours: PersonPlace = {
  table: 'honour',
  what: { zh: '首席技师荣誉登记（非评聘）', en: 'honour called 首席技师, which is no appointment' },
  rule: 'certificate-base',
  key: ID,
  rows: 'honour t WHERE true',
  begins: 't.given_on',
  ref: `'honour/' || t.id`,
  find: BY_DOCUMENT,
};

export const appointmentPlaces: readonly PersonPlace[] = [...appointments, honours];
