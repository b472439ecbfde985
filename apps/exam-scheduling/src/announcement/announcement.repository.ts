import type { LevelDigit } from '@app/standards';
import type { EntityManager } from 'typeorm';
import { ANNOUNCED_STATES, type Place } from './announcement.js';

/** What everyone may know of an approved plan: nothing of rooms, papers, scores or persons. */
export interface Announcement extends Place {
  agencyName: string;
  siteCode: string;
  jurisdiction: string;
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  /** 工种; '' when the occupation has none. */
  specialty: string;
  levelDigit: LevelDigit;
}

export interface AnnouncementFilter {
  from: string;
  occupationCode: string | null;
  levelDigit: string | null;
  regionCode: string | null;
  siteCode: string | null;
}

/** Written out, so that the partial index is used. */
const ANNOUNCED = ANNOUNCED_STATES.map((state) => `'${state}'`).join(', ');
const LIST = `
  SELECT id, agency_name AS "agencyName", site_code AS "siteCode", jurisdiction, occupation_code AS "occupationCode",
    occupation_edition AS "occupationEdition", occupation_name AS "occupationName", specialty,
    level_digit AS "levelDigit", exam_on::text AS "examOn"
  FROM plan
  WHERE state IN (${ANNOUNCED}) AND exam_on >= $1
    AND ($2::text IS NULL OR occupation_code = $2) AND ($3::text IS NULL OR level_digit = $3)
    AND ($4::text IS NULL OR jurisdiction = $4) AND ($5::text IS NULL OR site_code = $5)
    AND ($6::date IS NULL OR (exam_on, id) > ($6::date, $7::uuid))
  ORDER BY exam_on, id LIMIT $8`;

/** Next exam day first, one row more than `limit`. */
export function listAnnouncements(
  tx: EntityManager,
  filter: AnnouncementFilter,
  after: Place | null,
  limit: number,
): Promise<Announcement[]> {
  const { from, occupationCode, levelDigit, regionCode, siteCode } = filter;
  return tx.query(LIST, [
    from,
    occupationCode,
    levelDigit,
    regionCode,
    siteCode,
    after?.examOn ?? null,
    after?.id ?? null,
    limit + 1,
  ]);
}
