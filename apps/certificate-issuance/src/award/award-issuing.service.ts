import { chinaDate, newId, type Clock } from '@app/kernel';
import { assertSupervises, CLOCK, inTransaction, type Principal, readAs } from '@app/platform';
import { fillNumberTemplate, numberRuleOn } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Grantee } from '../certificate/certificate.js';
import { claimHoldings } from '../certificate/holding.repository.js';
import { allocateSerials } from '../number/number-series.repository.js';
import { yearOf } from '../number/numbering.js';
import type { IssuingMeans } from '../certificate/certificate-issuing.service.js';
import { AwardCertificates } from './award-certificates.service.js';
import { tellDecided } from './award-deciding.service.js';
import type { AwardRowEntity } from './award.entity.js';
import {
  changeAward,
  claimOnce,
  getAward,
  keepOutcomes,
  releaseClaims,
  rowsOfAward,
  type OnceOnly,
} from './award.repository.js';
import { issueRow, keepRow, refuseRow, REFUSALS } from './award-row.js';
import type { AwardWithRows } from './award.service.js';
import { settleAward, type Award } from './award.js';

/** 核发: the rows without objection become certificates, or records where the number rule is open. One commit. */
@Injectable()
export class AwardIssuingService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AwardCertificates) private readonly certificates: AwardCertificates,
  ) {}

  /**
   * @throws DomainError `award/illegal-transition` before publicity is over and for the second of two officers;
   *   `award/nothing-to-issue` while every row is under objection
   */
  async issue(principal: Principal, id: string): Promise<AwardWithRows> {
    const [found, persons] = await readAs(this.dataSource, principal, async (tx) => {
      const award = await getAward(tx, id);
      return [award, await rowsOfAward(tx, id)] as const;
    });
    assertSupervises(principal, found.jurisdiction);
    const { organisationId, subject } = found;
    // An objection may be dismissed before the lock is taken.
    const open = persons.filter((row) => row.state === 'listed' || row.state === 'objected').length;
    const means = subject.levelDigit ? await this.certificates.meansFor(organisationId, open) : null;
    return inTransaction(this.dataSource, principal, async (tx) => {
      let rows: AwardRowEntity[] = [];
      const award = await changeAward(tx, id, async (ready) => {
        const actor = { subject: principal.subject, now: this.clock.now() };
        rows = await rowsOfAward(tx, id);
        const objected = rows.filter((row) => row.state === 'objected').length;
        const clear = rows.filter((row) => row.state === 'listed').length;
        const settled = settleAward(ready, { clear, objected }, actor);
        rows = await this.grant(tx, ready, rows, means, chinaDate(actor.now));
        await keepOutcomes(tx, rows);
        await tellDecided(tx, settled, rows, 'issued', actor);
        return settled;
      });
      return { id, award, rows };
    });
  }

  private async grant(
    tx: EntityManager,
    award: Award,
    rows: readonly AwardRowEntity[],
    means: IssuingMeans | null,
    today: string,
  ): Promise<AwardRowEntity[]> {
    const clear = rows.filter((row) => row.state === 'listed');
    const granted = means
      ? await this.issueCertificates(tx, award, await refuseTaken(tx, clear.flatMap(promotionOf), clear), means, today)
      : await keepRecords(
          tx,
          award,
          await refuseTaken(
            tx,
            clear.map((row) => recordOf(award, row)),
            clear,
          ),
          today,
        );
    const outcome = new Map(granted.map((row) => [row.id, row]));
    return rows.map((row) => outcome.get(row.id) ?? row);
  }

  private async issueCertificates(
    tx: EntityManager,
    award: Award,
    rows: readonly AwardRowEntity[],
    means: IssuingMeans,
    issuedOn: string,
  ): Promise<AwardRowEntity[]> {
    const wanted = rows.map((row) => (row.state === 'listed' ? { ...row, certificateId: newId() } : row));
    const claims = wanted.flatMap(({ documentIndex, certificateId }) =>
      certificateId ? [{ documentIndex, certificateId }] : [],
    );
    const claimed = await claimHoldings(tx, award.subject, claims);
    const grantees = wanted.flatMap(granteeOf).filter(({ certificateId }) => claimed.has(certificateId));
    const { organisationId, jurisdiction, filingId, siteCode, agencyName, basis, subject, id: awardId } = award;
    const grant = {
      organisationId,
      jurisdiction,
      filingId,
      siteCode,
      agencyName,
      issuedOn,
      basis,
      awardId,
      ...subject,
    };
    const numbers = await this.certificates.issueAward(tx, grant, grantees, means);
    const numberOf = new Map(grantees.map(({ certificateId }, index) => [certificateId, numbers[index] ?? null]));
    const held = wanted.filter(({ certificateId }) => certificateId && !numberOf.has(certificateId));
    await releaseClaims(
      tx,
      held.map((row) => row.id),
    );
    return wanted.map((row) => {
      if (!row.certificateId) return row;
      const certificateNumber = numberOf.get(row.certificateId);
      if (certificateNumber) return issueRow({ ...row, certificateNumber });
      return refuseRow({ ...row, certificateId: null }, REFUSALS['already-held']);
    });
  }
}

const promotionOf = (row: AwardRowEntity): OnceOnly[] =>
  row.promotionYear
    ? [{ kind: 'promotion-year', key: row.promotionYear, documentIndex: row.documentIndex, rowId: row.id }]
    : [];

const recordOf = ({ basis, subject }: Award, row: AwardRowEntity): OnceOnly => ({
  kind: 'record',
  key: `${basis}/${subject.occupationEdition}/${subject.occupationCode}`,
  documentIndex: row.documentIndex,
  rowId: row.id,
});

/** Refuses the rows whose person has what can be had once. */
async function refuseTaken(
  tx: EntityManager,
  claims: readonly OnceOnly[],
  rows: readonly AwardRowEntity[],
): Promise<AwardRowEntity[]> {
  const free = await claimOnce(tx, claims);
  const taken = new Map(claims.filter(({ rowId }) => !free.has(rowId)).map((claim) => [claim.rowId, claim.kind]));
  return rows.map((row) => {
    const kind = taken.get(row.id);
    if (!kind) return row;
    return refuseRow(row, REFUSALS[kind === 'record' ? 'record-exists' : 'promoted-this-year']);
  });
}

/** 专项职业能力 and 学徒工: no 22-character number; one of their own only where its rule is configured. */
async function keepRecords(
  tx: EntityManager,
  award: Award,
  rows: readonly AwardRowEntity[],
  today: string,
): Promise<AwardRowEntity[]> {
  const scheme = numberRuleOn(award.basis, today)?.scheme;
  const template = typeof scheme === 'object' ? scheme.template : null;
  const kept = rows.filter((row) => row.state === 'listed');
  const series = { siteCode: award.siteCode, year: yearOf(today), level: award.basis };
  const first = template && kept.length > 0 ? await allocateSerials(tx, series, kept.length) : 0;
  return rows.map((row) => {
    if (row.state !== 'listed') return row;
    const serial = first + kept.indexOf(row);
    const certificateNumber = template ? fillNumberTemplate(template, { ...series, serial }) : null;
    return keepRow({ ...row, certificateNumber });
  });
}

function granteeOf(row: AwardRowEntity): Grantee[] {
  const { id: candidateId, certificateId, personSealed, nameIndex, documentIndex, nameMasked, documentMasked } = row;
  return certificateId
    ? [{ certificateId, candidateId, holderSealed: personSealed, nameIndex, documentIndex, nameMasked, documentMasked }]
    : [];
}
