import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import type { ChiefTechnicianKind, PostLevel } from '@app/standards';
import { In, LessThan, MoreThanOrEqual, type EntityManager, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import { AppointmentEntity, HonourEntity, PostEntity } from './appointment.entity.js';
import type { Post } from './post.js';

export async function insertPost(tx: EntityManager, post: Post): Promise<void> {
  await tx.insert(PostEntity, post);
}

/** @throws DomainError `post/not-found` */
export async function getPost(tx: EntityManager, id: string): Promise<Post> {
  const post = await tx.findOneBy(PostEntity, { id });
  if (!post) throw await hiddenOr(tx, 'post', id, new DomainError('post/not-found'));
  return post;
}

/** null when it is not there or not reached: whoever proposes an appointment names a post in the content. */
export function findPost(tx: EntityManager, id: string): Promise<Post | null> {
  return tx.findOneBy(PostEntity, { id });
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change a post. */
export async function changePost(tx: EntityManager, id: string, decide: (post: Post) => Post): Promise<Post> {
  const post = await lockPost(tx, id);
  const changed = decide(post);
  await tx.save(PostEntity, changed);
  return changed;
}

/** Who registers somebody on a post waits for whoever is doing so: the quota is counted under this lock. */
export async function lockPost(tx: EntityManager, id: string): Promise<Post> {
  const post = await tx.findOne(PostEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!post) throw await hiddenOr(tx, 'post', id, new DomainError('post/not-found'));
  return post;
}

export async function insertAppointment(tx: EntityManager, appointment: AppointmentEntity): Promise<void> {
  await tx.insert(AppointmentEntity, appointment);
}

/** @throws DomainError `appointment/not-found` */
export async function getAppointment(tx: EntityManager, id: string): Promise<AppointmentEntity> {
  const appointment = await tx.findOneBy(AppointmentEntity, { id });
  if (!appointment) throw await hiddenOr(tx, 'appointment', id, new DomainError('appointment/not-found'));
  return appointment;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change an appointment. */
export async function changeAppointment(
  tx: EntityManager,
  id: string,
  decide: (appointment: AppointmentEntity) => AppointmentEntity | Promise<AppointmentEntity>,
): Promise<AppointmentEntity> {
  const found = await tx.findOne(AppointmentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw await hiddenOr(tx, 'appointment', id, new DomainError('appointment/not-found'));
  const changed = await decide(found);
  await tx.save(AppointmentEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listOf<T extends PostEntity | AppointmentEntity | HonourEntity>(
  tx: EntityManager,
  table: EntityTarget<T>,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<T[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) } as FindOptionsWhere<T>;
  return tx.find(table, { where, order: { id: 'DESC' } as never, take: limit + 1 });
}

/** Newest first, one row more than `limit`. */
export function listInPublicity(
  tx: EntityManager,
  day: string,
  before: string | undefined,
  limit: number,
): Promise<AppointmentEntity[]> {
  const where = { state: 'in-publicity' as const, publicityUntil: MoreThanOrEqual(day) };
  return tx.find(AppointmentEntity, {
    where: { ...where, ...(before ? { id: LessThan(before) } : {}) },
    order: { id: 'DESC' },
    take: limit + 1,
  });
}

/** By id. */
export async function postsOf(tx: EntityManager, held: readonly { postId: string }[]): Promise<Map<string, Post>> {
  const posts = await tx.findBy(PostEntity, { id: In(held.map(({ postId }) => postId)) });
  return new Map(posts.map((post) => [post.id, post]));
}

/** Two registrations of one person wait for each other, whatever their posts are. */
export async function lockPerson(tx: EntityManager, documentIndex: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`appointment/${documentIndex}`]);
}

const RUNNING = `state IN ('registered', 're-assessment') AND term_from <= $1::date AND term_until >= $1::date`;

export async function countTaken(tx: EntityManager, postId: string, day: string): Promise<number> {
  const [row] = await tx.query<{ taken: number }[]>(
    `SELECT count(*)::int AS taken FROM appointment WHERE ${RUNNING} AND post_id = $2`,
    [day, postId],
  );
  return row?.taken ?? 0;
}

export async function hasRunning(
  tx: EntityManager,
  level: PostLevel,
  documentIndex: string,
  day: string,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 AS one FROM appointment WHERE ${RUNNING} AND level = $2 AND document_index = $3 LIMIT 1`,
    [day, level, documentIndex],
  );
  return rows.length > 0;
}

/** The running 特级技师 appointment at the same employer in the same occupation; locked, so that it cannot end meanwhile. */
export async function lockSpecial(
  tx: EntityManager,
  post: Post,
  documentIndex: string,
  day: string,
): Promise<string | null> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM appointment WHERE ${RUNNING} AND level = 'special-technician' AND organisation_id = $2
       AND document_index = $3 AND EXISTS (SELECT 1 FROM post p WHERE p.id = post_id
         AND p.occupation_code = $4 AND p.occupation_edition = $5) FOR UPDATE`,
    [day, post.organisationId, documentIndex, post.occupationCode, post.occupationEdition],
  );
  return rows[0]?.id ?? null;
}

export async function isChiefRestingOn(tx: EntityManager, id: string, day: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 AS one FROM appointment WHERE ${RUNNING} AND rests_on = $2 LIMIT 1`,
    [day, id],
  );
  return rows.length > 0;
}

/** Day of issue of the person's 一级/高级技师 certificate in the occupation, where this register issued it. */
export async function findSeniorTechnician(
  tx: EntityManager,
  post: Post,
  documentIndex: string,
): Promise<string | null> {
  const [row] = await tx.query<{ day: string | null }[]>(
    `SELECT min(issued_on)::text AS day FROM certificate
     WHERE document_index = $1 AND occupation_code = $2 AND occupation_edition = $3 AND level_digit = '1'
       AND status IN ('valid', 'replaced')`,
    [documentIndex, post.occupationCode, post.occupationEdition],
  );
  return row?.day ?? null;
}

/** @throws DomainError `honour/exists` */
export async function insertHonour(tx: EntityManager, honour: HonourEntity): Promise<void> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(HonourEntity)
    .values(honour)
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) throw new DomainError('honour/exists');
}

const COUNTS = `
  SELECT kind, count(*)::int AS count FROM honour
  WHERE ($2::text IS NULL OR organisation_id = $2) AND ($3::text IS NULL OR jurisdiction = $3) GROUP BY kind
  UNION ALL
  SELECT 'ladder', count(*)::int FROM appointment
  WHERE ${RUNNING} AND level = 'chief-technician'
    AND ($2::text IS NULL OR organisation_id = $2) AND ($3::text IS NULL OR jurisdiction = $3)`;

export function countChiefs(
  tx: EntityManager,
  { organisationId, jurisdiction }: Visibility,
  day: string,
): Promise<{ kind: ChiefTechnicianKind; count: number }[]> {
  return tx.query(COUNTS, [day, organisationId ?? null, jurisdiction ?? null]);
}
