import { deleteRows, type PersonPlace } from '@app/platform';

const ID = [{ column: 'id', type: 'uuid' }];
const OVER = `a.state IN ('refused', 'withdrawn')`;

/** A row with a certificate or a record is its ground; one that got nothing goes with the archive. */
const OUTCOMES = [
  { rule: 'certificate-base', where: `t.state IN ('issued', 'kept')` },
  { rule: 'open-procedure', where: `t.state IN ('listed', 'objected') AND NOT ${OVER}` },
  {
    rule: 'exam-archive',
    where: `(t.state = 'refused' OR (t.state IN ('listed', 'objected') AND ${OVER}))`,
    erase: deleteRows('award_row', ID),
  },
] as const;

const rows = OUTCOMES.map(({ where, ...rest }): PersonPlace => ({
  table: 'award_row',
  what: {
    zh: '不经考试申请证书的一行：姓名、证件、材料索引和结果',
    en: 'row of an application without exam: name, document, references to papers, outcome',
  },
  key: ID,
  rows: `award_row t JOIN award a ON a.id = t.award_id WHERE ${where}`,
  begins: 'a.drafted_on',
  ref: `'award-row/' || t.id`,
  find: { by: 'document', sql: 't.document_index = $1' },
  ...rest,
}));

const claims: PersonPlace = {
  table: 'award_claim',
  what: { zh: '只能取得一次的事项登记', en: 'note of what a person can have once' },
  rule: 'certificate-base',
  key: ['document_index', 'kind', 'key'].map((column) => ({ column, type: 'text' })),
  rows: 'award_claim t JOIN award_row r ON r.id = t.row_id JOIN award a ON a.id = r.award_id WHERE true',
  begins: 'a.drafted_on',
  ref: `'award-claim/' || t.row_id`,
  find: { by: 'document', sql: 't.document_index = $1' },
};

export const awardPlaces: readonly PersonPlace[] = [...rows, claims];
