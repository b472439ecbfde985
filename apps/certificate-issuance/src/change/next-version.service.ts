import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import { CLOCK, PersonalDataVault } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CertificateIssuingService, type IssuingMeans } from '../certificate/certificate-issuing.service.js';
import type { Certificate, Grant, Grantee } from '../certificate/certificate.js';
import { isNameUsable, maskHolder, readHolder, type Holder } from '../certificate/holder.js';
import { claimHoldings } from '../certificate/holding.repository.js';
import { SigningKeyService } from '../signing-key/signing-key.service.js';
import { StatusEntriesService } from '../status-list/status-entries.service.js';
import { keepsNumber, type Change } from './change.js';
import type { CorrectionDto } from './change.dto.js';

/** What follows a certificate that is corrected or issued again. */
export interface Following {
  grant: Grant;
  grantee: Grantee;
  before: { id: string; version: number; number: string | null };
}

@Injectable()
export class NextVersionService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
    @Inject(StatusEntriesService) private readonly entries: StatusEntriesService,
    @Inject(CertificateIssuingService) private readonly certificates: CertificateIssuingService,
  ) {}

  /** @throws DomainError `change/person` when the person as corrected could not be printed */
  sealCorrection(correction: CorrectionDto): string {
    const json = JSON.stringify(correction);
    const holder = isNameUsable(json) ? readHolder(json) : null;
    if (!holder) throw new DomainError('change/person');
    return this.vault.seal('person', JSON.stringify(holder));
  }

  /** null for a change that no new version follows. */
  async meansFor({ kind, organisationId }: Change): Promise<IssuingMeans | null> {
    if (kind !== 'correct' && kind !== 'reissue') return null;
    return { signer: await this.keys.signerFor(organisationId), statuses: await this.entries.take(1) };
  }

  prepare(certificate: Certificate, change: Change): Following {
    const today = chinaDate(this.clock.now());
    const number = keepsNumber(today) ? certificate.number : null;
    const { basis, rollId, planId, awardId, filingId, organisationId, jurisdiction, agencyName, siteCode } =
      certificate;
    const { occupationCode, occupationEdition, occupationName, specialty, levelDigit } = certificate;
    const ground = { basis, rollId, planId, awardId, filingId, organisationId, jurisdiction, agencyName, siteCode };
    return {
      grant: {
        ...ground,
        occupationCode,
        occupationEdition,
        occupationName,
        specialty,
        levelDigit,
        // A number says the year of issue: who keeps it keeps the day.
        issuedOn: number ? certificate.issuedOn : today,
      },
      grantee: this.granteeOf(certificate, change.correctionSealed),
      before: { id: certificate.id, version: certificate.version, number },
    };
  }

  /** @throws DomainError `change/already-held` when the person as corrected holds such a certificate */
  async issue(tx: EntityManager, { grant, grantee, before }: Following, means: IssuingMeans): Promise<void> {
    const { certificateId, documentIndex } = grantee;
    const claimed = await claimHoldings(tx, grant, [{ documentIndex, certificateId }]);
    if (!claimed.has(certificateId)) throw new DomainError('change/already-held');
    await this.certificates.issueNext(tx, grant, grantee, means, before);
  }

  private granteeOf(certificate: Certificate, correctionSealed: string | null): Grantee {
    const { candidateId, holderSealed, nameIndex, documentIndex, nameMasked, documentMasked } = certificate;
    const certificateId = newId();
    const same = { certificateId, candidateId, holderSealed, nameIndex, documentIndex, nameMasked, documentMasked };
    if (!correctionSealed) return same;
    const holder = JSON.parse(this.vault.open('person', correctionSealed)) as Holder;
    return {
      certificateId,
      candidateId,
      holderSealed: correctionSealed,
      nameIndex: this.vault.index('name', holder.name),
      documentIndex: this.vault.index('document', holder.documentNumber),
      ...maskHolder(holder),
    };
  }
}
