import { SEALED_EVENT_FIELDS } from '../personal-data/sealed-columns.js';
import { deleteRows, keyParameters, keysSql } from './person-sql.js';
import type { PersonPlace } from './person-place.js';
import { namesDocument, sealedFieldsIn } from './sealed-fields.js';

const DEAD_LETTER_KEY = [{ column: 'event_id', type: 'uuid' }];
const ANSWER_KEY = [
  { column: 'subject', type: 'text' },
  { column: 'key', type: 'text' },
];
/** Fields that go with a sealed person: the blind index tells that two events are about the same one. */
const PERSON_FIELDS = ['personSealed', 'personIndex'];

/** An event that failed at this reader; the roll in it counts from its exam day. */
const DEAD_LETTERS: PersonPlace = {
  table: 'event_failure',
  what: { zh: '处理失败、留存待查的事件', en: 'event that failed here and is kept for the operator' },
  rule: 'exam-archive',
  key: DEAD_LETTER_KEY,
  rows: `event_failure t WHERE jsonb_path_exists(t.envelope, 'strict $.**."personSealed"')`,
  begins: `coalesce((t.envelope #>> '{data,examOn}')::date, t.first_failed_at::date)`,
  ref: `'event-failure/' || t.event_id`,
  find: {
    by: 'opening',
    column: 'envelope',
    holds: (envelope, { documentNumber, open }) =>
      [...sealedFieldsIn(envelope, SEALED_EVENT_FIELDS)].some(({ purpose, sealed }) =>
        namesDocument(open(purpose, sealed), documentNumber),
      ),
  },
  given: `jsonb_build_object('subject', t.subject, 'failedAt', t.first_failed_at)`,
  erase: async (tx, keys) => {
    await tx.query(
      `UPDATE event_failure SET envelope = CASE WHEN envelope #> '{data,rows}' IS NULL
         THEN envelope #- '{data,personSealed}'
         ELSE jsonb_set(envelope, '{data,rows}', (
           SELECT coalesce(jsonb_agg(r - $2::text[] ORDER BY o), '[]')
             FROM jsonb_array_elements(envelope #> '{data,rows}') WITH ORDINALITY AS x(r, o))) END
       WHERE event_id IN (${keysSql(DEAD_LETTER_KEY)})`,
      [...keyParameters(DEAD_LETTER_KEY, keys), PERSON_FIELDS],
    );
  },
};

/** Its key is a digest of what a client chose, perhaps of an ID number: it names no record. */
const KEPT_ANSWERS: PersonPlace = {
  table: 'idempotency_key',
  what: { zh: '为重复请求保存的答复', en: 'answer kept for a repeated request' },
  rule: 'kept-answer',
  key: ANSWER_KEY,
  rows: 'idempotency_key t WHERE true',
  begins: 't.created_at::date',
  ref: `'kept-answer/' || (extract(epoch FROM t.created_at) * 1000000)::bigint`,
  find: {
    by: 'opening',
    column: 'answer_sealed',
    holds: (sealed, { documentNumber, open }) =>
      typeof sealed === 'string' && namesDocument(open('answer', sealed), documentNumber),
  },
  given: `jsonb_build_object('answeredAt', t.created_at)`,
  erase: deleteRows('idempotency_key', ANSWER_KEY),
};

/** What every service with data keeps beside its own tables; its outbox it answers for itself. */
export const PLATFORM_PERSON_PLACES: readonly PersonPlace[] = [DEAD_LETTERS, KEPT_ANSWERS];
