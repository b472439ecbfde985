import type { FilingFiled } from '@app/contracts';
import { levelByDigit } from '@app/standards';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FiledSite, ScopeLine } from './scope.js';
import { replaceFiling } from './scope.repository.js';

@Injectable()
export class ScopeService {
  /** @throws Error when the event lacks what a plan rests on, so that it becomes a dead letter an operator sees */
  async applyFilingFiled(tx: EntityManager, filed: FilingFiled): Promise<void> {
    if (!filed.filingId || !filed.organisationId || !filed.filedOn || !filed.validUntil) {
      throw new Error('filing.filed without filing, organisation or validity');
    }
    const sites = filed.sites.map(({ siteCode, regionCode }): FiledSite => ({
      siteCode,
      filingId: filed.filingId,
      organisationId: filed.organisationId,
      agencyName: filed.agencyName,
      // 属地: an exam is supervised where its site stands, whoever supervises the body.
      jurisdiction: regionCode || filed.jurisdiction,
      validFrom: filed.filedOn,
      validUntil: filed.validUntil,
    }));
    if (sites.some((site) => !site.siteCode)) throw new Error('filing.filed with a site without code');
    await replaceFiling(tx, filed.filingId, sites, linesOf(filed));
  }
}

function linesOf(filed: FilingFiled): ScopeLine[] {
  const codes = new Map(filed.sites.map((site) => [site.siteId, site.siteCode]));
  return filed.scope.map(({ siteId, subject }) => {
    const siteCode = codes.get(siteId);
    const levelDigit = levelByDigit(subject?.levelDigit ?? '')?.digit;
    if (!siteCode || !subject || !levelDigit) throw new Error('filing.filed with a scope line without site or level');
    const { occupationCode, occupationEdition, occupationName, specialty } = subject;
    return { siteCode, occupationCode, occupationEdition, occupationName, specialty, levelDigit };
  });
}
