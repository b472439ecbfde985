import { DomainError } from '@app/kernel';
import { levelByDigit, parseSiteCode, type LevelDigit } from '@app/standards';

export interface ScopeLine {
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  /** 工种; '' when the occupation has none. */
  specialty: string;
  levelDigit: LevelDigit;
}

/** One site of a filed body, as the public directory lists it. Days are China days, `validUntil` inclusive. */
export interface FiledSite {
  siteCode: string;
  filingId: string;
  /** '' for a filing that arrived before this was kept. */
  organisationId: string;
  agencyName: string;
  siteName: string;
  regionCode: string;
  filedOn: string;
  validUntil: string;
  /** 公开咨询电话 and address; '' when the body gave none. */
  publicPhone: string;
  publicAddress: string;
  scope: ScopeLine[];
}

/** What the filing service tells. proto3 omits defaults, so every text may be ''. */
export interface FiledFact {
  filingId: string;
  organisationId: string;
  agencyName: string;
  filedOn: string;
  validUntil: string;
  publicPhone?: string;
  publicAddress?: string;
  /** From which day a change of a filing counts; '' for the first. */
  effectiveOn?: string;
  sites: readonly { siteId: string; siteCode: string; name: string; regionCode: string }[];
  scope: readonly {
    siteId: string;
    subject?: {
      occupationCode: string;
      occupationEdition: string;
      occupationName: string;
      specialty: string;
      levelDigit: string;
    };
  }[];
}

const refuse = (field: string): never => {
  throw new DomainError('body/bad-event', { field });
};

/**
 * The directory rows of one filing, each site with its own scope lines.
 * @throws DomainError `body/bad-event` with the field that is missing or wrong
 */
export function filedSitesOf(fact: FiledFact): FiledSite[] {
  const { filingId, organisationId, agencyName, filedOn, validUntil, publicPhone = '', publicAddress = '' } = fact;
  for (const [field, value] of Object.entries({ filingId, agencyName, filedOn, validUntil })) {
    if (value === '') refuse(field);
  }
  if (fact.sites.length === 0) refuse('sites');
  if (fact.scope.length === 0) refuse('scope');
  const sites = new Map<string, FiledSite>();
  for (const { siteId, siteCode, name, regionCode } of fact.sites) {
    if (!parseSiteCode(siteCode).ok) refuse('siteCode');
    const site = { siteCode, filingId, organisationId, agencyName, siteName: name, regionCode, filedOn, validUntil };
    sites.set(siteId, { ...site, publicPhone, publicAddress, scope: [] });
  }
  for (const { siteId, subject } of fact.scope) {
    const site = sites.get(siteId) ?? refuse('scope.siteId');
    site.scope.push(scopeLineOf(subject ?? refuse('scope.subject')));
  }
  return [...sites.values()];
}

function scopeLineOf(subject: NonNullable<FiledFact['scope'][number]['subject']>): ScopeLine {
  const { occupationCode, occupationEdition, occupationName, specialty } = subject;
  if (occupationCode === '') refuse('scope.occupationCode');
  const levelDigit = levelByDigit(subject.levelDigit)?.digit ?? refuse('scope.levelDigit');
  return { occupationCode, occupationEdition, occupationName, specialty, levelDigit };
}
