import {
  assertMayRead,
  cursorId,
  pageOf,
  PersonalDataVault,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { maskName, maskResidentId } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { getPlan } from '../plan/plan.repository.js';
import type { Person } from './candidate.js';
import { listCandidates, type CandidateRow } from './candidate.repository.js';

export interface NamedCandidate extends CandidateRow {
  name: string;
  documentMasked: string;
}

@Injectable()
export class CandidateService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /** The own agency reads names, officers masked names; nobody reads a whole document number. */
  async list(principal: Principal, planId: string, query: PageQuery): Promise<Page<NamedCandidate>> {
    const { manager } = this.dataSource;
    const plan = await getPlan(manager, planId);
    assertMayRead(principal, plan);
    const isOwn = principal.organisationId === plan.organisationId;
    const page = pageOf(await listCandidates(manager, planId, cursorId(query.after), query.limit), query.limit);
    const items = page.items.map((row) => {
      const person = JSON.parse(this.vault.open('person', row.personSealed)) as Person;
      const name = isOwn ? person.name : maskName(person.name);
      return { ...row, name, documentMasked: maskResidentId(person.documentNumber) };
    });
    return { ...page, items };
  }
}
