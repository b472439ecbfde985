import {
  assertMayRead,
  cursorId,
  pageOf,
  PersonalDataVault,
  type Page,
  type PageQuery,
  type Principal,
  readAs,
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
    const [plan, rows] = await readAs(this.dataSource, principal, async (tx) => {
      const found = await getPlan(tx, planId);
      assertMayRead(principal, found);
      return [found, await listCandidates(tx, planId, cursorId(query.after), query.limit)] as const;
    });
    const isOwn = principal.organisationId === plan.organisationId;
    const page = pageOf(rows, query.limit);
    const items = page.items.map((row) => {
      const person = JSON.parse(this.vault.open('person', row.personSealed)) as Person;
      const name = isOwn ? person.name : maskName(person.name);
      return { ...row, name, documentMasked: maskResidentId(person.documentNumber) };
    });
    return { ...page, items };
  }
}
