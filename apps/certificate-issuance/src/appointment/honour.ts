import { DomainError } from '@app/kernel';
import {
  chiefTechnicianKinds,
  isRealDay,
  regionByCode,
  type ChiefTechnicianKind,
  type HonourKind,
} from '@app/standards';

export interface Honour {
  id: string;
  kind: HonourKind;
  /** Of the enterprise scheme; '' for what the province or a city gives. */
  organisationId: string;
  jurisdiction: string;
  givenOn: string;
  /** 文号 of the decision. */
  documentNumber: string;
}

export interface HonourContent {
  kind: ChiefTechnicianKind;
  jurisdiction: string;
  givenOn: string;
  documentNumber: string;
}

const PROVINCE = '230000';

/**
 * The three things called 首席技师 are three things: whoever mixes them up is told which is which.
 * @param giver who records it
 * @throws DomainError `honour/is-an-appointment` for rank 8; `honour/other-giver`; `honour/content`
 */
export function assertHonour(
  content: HonourContent,
  giver: 'province' | 'enterprise',
  today: string,
): Omit<Honour, 'id' | 'organisationId'> {
  const { kind, givenOn, documentNumber } = content;
  const { zh, en, givenBy } = chiefTechnicianKinds[kind];
  if (kind === 'ladder') throw new DomainError('honour/is-an-appointment', { zh, en });
  if (givenBy !== giver) throw new DomainError('honour/other-giver', { zh, en });
  const jurisdiction = kind === 'provincial-honour' ? PROVINCE : content.jurisdiction;
  const faults = [
    ...(isRealDay(givenOn) && givenOn <= today
      ? []
      : [
          {
            field: '/givenOn',
            rule: 'day',
            zh: '日期不存在或晚于今天',
            en: 'this is no day, or it lies in the future',
          },
        ]),
    ...(regionByCode(jurisdiction)
      ? []
      : [{ field: '/jurisdiction', rule: 'region', zh: '没有这个管辖区域', en: 'no such jurisdiction' }]),
  ];
  if (faults.length > 0) throw new DomainError('honour/content', {}, faults);
  return { kind, jurisdiction, givenOn, documentNumber };
}

/** How many of each; there is no sum of them, because it would count nothing (domain.md §12 item 42). */
export type ChiefTechnicianCounts = Record<ChiefTechnicianKind, number>;
