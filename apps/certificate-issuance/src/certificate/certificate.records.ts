import { deleteRows, type PersonPlace, type PersonRecords } from '@app/platform';

const ROW_KEY = [
  { column: 'roll_id', type: 'uuid' },
  { column: 'part', type: 'int' },
  { column: 'position', type: 'int' },
];
const ID = [{ column: 'id', type: 'uuid' }];

/** A row with a certificate is its ground; a refused one goes with the archive; one without an answer waits for it. */
const OUTCOMES = [
  { rule: 'certificate-base', where: `r.state = 'issued' AND t.refusal_rule IS NULL` },
  { rule: 'open-procedure', where: `r.state <> 'issued' AND t.refusal_rule IS NULL` },
  { rule: 'exam-archive', where: 't.refusal_rule IS NOT NULL', erase: deleteRows('result_row', ROW_KEY) },
] as const;

const resultRows = OUTCOMES.map(({ where, ...rest }): PersonPlace => ({
  table: 'result_row',
  what: {
    zh: '上报名册中的一行：姓名、证件、成绩和审核结果',
    en: 'row of a reported roll: name, document, points, answer',
  },
  key: ROW_KEY,
  rows: `result_row t JOIN result_roll r ON r.id = t.roll_id WHERE ${where}`,
  begins: 'r.exam_on',
  ref: `'result-row/' || t.roll_id || '/' || t.part || '/' || t.position`,
  find: { by: 'document', sql: 't.document_index = $1' },
  ...rest,
}));

const PERMANENT = { rule: 'certificate-base', begins: 'c.issued_on' } as const;
const BY_CERTIFICATE = { by: 'document', sql: 'c.document_index = $1' } as const;

const certificates: PersonPlace = {
  ...PERMANENT,
  table: 'certificate',
  what: { zh: '证书及其电子凭证', en: 'certificate and its signed credential' },
  key: ID,
  rows: 'certificate t JOIN certificate c ON c.id = t.id WHERE true',
  ref: `'certificate/' || t.id`,
  find: BY_CERTIFICATE,
};

const holdings: PersonPlace = {
  ...PERMANENT,
  table: 'holding',
  what: { zh: '持证登记，防止重复核发', en: 'note that the person holds it, so that none is issued twice' },
  key: ['document_index', 'occupation_code', 'occupation_edition', 'level_digit'].map((column) => ({
    column,
    type: 'text',
  })),
  rows: 'holding t JOIN certificate c ON c.id = t.certificate_id WHERE true',
  ref: `'holding/' || t.certificate_id`,
  find: BY_CERTIFICATE,
};

const EVENT = {
  ...PERMANENT,
  table: 'outbox',
  key: [{ column: 'position', type: 'bigint' }],
  ref: `'event/' || t.event_id`,
  find: BY_CERTIFICATE,
} as const;

const events: PersonPlace = {
  ...EVENT,
  what: { zh: '证书变更事件（脱敏）', en: 'event of one certificate, masked' },
  rows: `outbox t JOIN certificate c ON t.aggregate_type = 'certificate' AND t.aggregate_id = c.id::text WHERE true`,
  given: 't.data',
};

/** One event tells of many persons: of it only the own part is given. */
const batchEvents: PersonPlace = {
  ...EVENT,
  what: { zh: '核发事件中的一项（脱敏）', en: 'part of the event of the issue, masked' },
  rows: `outbox t JOIN certificate c ON t.aggregate_type = 'certificate-batch' AND t.aggregate_id = c.batch_id::text
    WHERE true`,
  given: `(SELECT e FROM jsonb_array_elements(t.data -> 'certificates') AS e WHERE e ->> 'certificateId' = c.id::text)`,
};

const changes: PersonPlace = {
  ...PERMANENT,
  table: 'certificate_change',
  what: { zh: '证书变更（撤销、注销、更正、补发）及其理由', en: 'change of the certificate and its reason' },
  key: ID,
  rows: 'certificate_change t JOIN certificate c ON c.id = ANY (t.certificate_ids) WHERE true',
  ref: `'change/' || t.id`,
  find: BY_CERTIFICATE,
};

export const issuancePersons: PersonRecords = {
  places: [...resultRows, certificates, holdings, events, batchEvents, changes],
};
