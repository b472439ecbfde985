import type { Clock } from '@app/kernel';
import {
  assertSupervises,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  PersonalDataVault,
  readAs,
  visibleTo,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { readSheet } from '../workbook/sheet.workbook.js';
import {
  ACKNOWLEDGEMENT_ROWS_MAX,
  matchAnswers,
  readAcknowledgement,
  type Acknowledgement,
  type BadRow,
  type MatchedRow,
} from './acknowledgement.js';
import { answerPackage, assertAnswerable, type HandOverPackage } from './hand-over-package.js';
import { answeredLines, keepAnswers, listRefused, type RefusedLine } from './hand-over-line.repository.js';
import { changePackage, countAnswers, getPackage } from './hand-over-package.repository.js';

/** What a file of the centre says of a package. */
export interface Matching {
  package: HandOverPackage;
  rows: MatchedRow[];
  bad: BadRow[];
  /** Lines of the package that no row of the file names and that have no answer yet. */
  missing: number;
}

export interface Refusal extends Omit<RefusedLine, 'reasonSealed'> {
  reason: string;
}

@Injectable()
export class AcknowledgementService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /** What `commit` would do with the file now; changes nothing. */
  async preview(principal: Principal, id: string, bytes: Uint8Array): Promise<Matching> {
    const read = await this.read(principal, id, bytes);
    return readAs(this.dataSource, principal, async (tx) => matchingOf(tx, await getPackage(tx, id), read));
  }

  /** Answers lines that have none; whatever else the file says is given back. The same file again changes nothing. */
  async commit(principal: Principal, id: string, bytes: Uint8Array): Promise<Matching> {
    const read = await this.read(principal, id, bytes);
    const by = { subject: principal.subject, now: this.clock.now() };
    return inTransaction(this.dataSource, principal, async (tx) => {
      let matching: Matching | undefined;
      const changed = await changePackage(tx, id, async (sent) => {
        assertAnswerable(sent);
        matching = await matchingOf(tx, sent, read);
        const fresh = matching.rows.filter(({ match }) => match === 'matched');
        const answers = fresh.map(({ certificateId, answer, reason }) => ({
          certificateId: certificateId ?? '',
          answer,
          reasonSealed: answer === 'refused' ? this.vault.seal('person', reason) : null,
        }));
        await keepAnswers(tx, sent, answers, by);
        return answerPackage(sent, await countAnswers(tx, id));
      });
      return { rows: [], bad: [], missing: 0, ...matching, package: changed };
    });
  }

  /** Certificates that the centre refused, for correction. */
  async refusals(principal: Principal, query: PageQuery): Promise<Page<Refusal>> {
    const before = cursorId(query.after);
    const lines = await readAs(this.dataSource, principal, (tx) =>
      listRefused(tx, visibleTo(principal), before, query.limit),
    );
    const page = pageOf(lines, query.limit);
    const items = page.items.map(({ reasonSealed, ...line }) => ({
      ...line,
      reason: this.vault.open('person', reasonSealed),
    }));
    return { ...page, items };
  }

  private async read(principal: Principal, id: string, bytes: Uint8Array): Promise<Acknowledgement> {
    const found = await readAs(this.dataSource, principal, (tx) => getPackage(tx, id));
    assertSupervises(principal, found.jurisdiction);
    assertAnswerable(found);
    return readAcknowledgement(await readSheet(bytes, ACKNOWLEDGEMENT_ROWS_MAX));
  }
}

async function matchingOf(
  tx: EntityManager,
  found: HandOverPackage,
  { answers, bad }: Acknowledgement,
): Promise<Matching> {
  const lines = await answeredLines(tx, found.id);
  const rows = matchAnswers(answers, lines);
  const named = new Set(rows.map(({ certificateId }) => certificateId));
  const missing = lines.filter(({ certificateId, answer }) => answer === null && !named.has(certificateId)).length;
  return { package: found, rows, bad, missing };
}
