import { FilingFiledSchema } from '@app/contracts';
import { newId, type Clock } from '@app/kernel';
import { appendEvents, event } from '@app/messaging';
import {
  assertMayRead,
  assertOwn,
  assertSupervises,
  CLOCK,
  CONFIG,
  cursorId,
  inTransaction,
  pageOf,
  type Page,
  type PageQuery,
  type Principal,
  readAs,
  visibleTo,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgencyFilingConfig } from '../agency-filing.config.js';
import {
  completeFiling,
  draftFiling,
  kindLetter,
  reviewByCity,
  reviewByProvince,
  reviseFiling,
  submitFiling,
  supervisorsOf,
  withdrawFiling,
  type Actor,
  type Filing,
  type FilingContent,
  type FilingRules,
  type Review,
} from './filing.js';
import {
  allocateSiteCodes,
  changeFiling,
  getFiling,
  insertFiling,
  listFilings,
  siteCodesOf,
} from './filing.repository.js';

export interface FilingWithCodes {
  filing: Filing;
  siteCodes: ReadonlyMap<string, string>;
}

@Injectable()
export class FilingService {
  private readonly rules: FilingRules;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) config: AgencyFilingConfig,
  ) {
    this.rules = {
      publicityWorkingDays: config.FILING_PUBLICITY_WORKING_DAYS,
      validityYears: config.FILING_VALIDITY_YEARS,
    };
  }

  async draft(principal: Principal, content: FilingContent): Promise<Filing> {
    assertOwn(principal, principal);
    const filing = draftFiling(newId(), principal.organisationId, content);
    return inTransaction(this.dataSource, principal, async (tx) => {
      await insertFiling(tx, filing);
      return filing;
    });
  }

  async revise(principal: Principal, id: string, content: FilingContent): Promise<Filing> {
    return this.changeOwn(principal, id, (filing) => reviseFiling(filing, content));
  }

  async submit(principal: Principal, id: string): Promise<Filing> {
    return this.changeOwn(principal, id, (filing) => submitFiling(filing, this.actor(principal)));
  }

  async withdraw(principal: Principal, id: string): Promise<Filing> {
    return this.changeOwn(principal, id, (filing) => withdrawFiling(filing, this.actor(principal)));
  }

  async cityReview(principal: Principal, id: string, review: Review): Promise<Filing> {
    return this.changeSupervised(principal, id, (filing) => reviewByCity(filing, review, this.actor(principal)));
  }

  async provinceReview(principal: Principal, id: string, review: Review): Promise<Filing> {
    return this.changeSupervised(principal, id, (filing) =>
      reviewByProvince(filing, review, this.rules, this.actor(principal)),
    );
  }

  /** 备案: site codes are allocated and everyone is told, in one transaction. */
  async complete(principal: Principal, id: string): Promise<FilingWithCodes> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const filing = await changeFiling(tx, id, (current) => {
        assertSupervises(principal, current.jurisdiction);
        return completeFiling(current, this.rules, this.actor(principal));
      });
      const siteIds = filing.sites.map((site) => site.siteId);
      const siteCodes = await allocateSiteCodes(tx, filing.id, kindLetter(filing.kind), siteIds);
      await appendEvents(tx, [event(FilingFiledSchema, filing.id, filedFact(filing, siteCodes))]);
      return { filing, siteCodes };
    });
  }

  async get(principal: Principal, id: string): Promise<FilingWithCodes> {
    return readAs(this.dataSource, principal, async (tx) => {
      const filing = await getFiling(tx, id);
      assertMayRead(principal, { ...filing, supervisedIn: supervisorsOf(filing) });
      return { filing, siteCodes: await siteCodesOf(tx, id) };
    });
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<Filing>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listFilings(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
  }

  private actor(principal: Principal): Actor {
    return { subject: principal.subject, now: this.clock.now() };
  }

  private changeOwn(principal: Principal, id: string, decide: (filing: Filing) => Filing): Promise<Filing> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changeFiling(tx, id, (filing) => {
        assertOwn(principal, filing);
        return decide(filing);
      }),
    );
  }

  private changeSupervised(principal: Principal, id: string, decide: (filing: Filing) => Filing): Promise<Filing> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changeFiling(tx, id, (filing) => {
        assertSupervises(principal, filing.jurisdiction);
        return decide(filing);
      }),
    );
  }
}

function filedFact(
  filing: Filing,
  siteCodes: ReadonlyMap<string, string>,
): Parameters<typeof event<typeof FilingFiledSchema>>[2] {
  return {
    filingId: filing.id,
    organisationId: filing.organisationId,
    agencyName: filing.agencyName,
    creditCode: filing.creditCode,
    kindLetter: kindLetter(filing.kind),
    jurisdiction: filing.jurisdiction,
    filedOn: filing.filedOn ?? '',
    validUntil: filing.validUntil ?? '',
    publicPhone: filing.publicPhone ?? '',
    publicAddress: filing.publicAddress ?? '',
    sites: filing.sites.map(({ siteId, name, regionCode }) => ({
      siteId,
      name,
      regionCode,
      siteCode: siteCodes.get(siteId) ?? '',
    })),
    scope: filing.scope.map(({ siteId, ...subject }) => ({ siteId, subject })),
  };
}
