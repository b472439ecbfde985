import type { CertificateBasis } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CertificateIssuingService, type IssuingMeans } from '../certificate/certificate-issuing.service.js';
import type { Grant, Grantee } from '../certificate/certificate.js';
import { SigningKeyService } from '../signing-key/signing-key.service.js';
import { StatusEntriesService } from '../status-list/status-entries.service.js';

/** What certificates of an application have in common: no roll and no plan, but a basis. */
export interface AwardGrant extends Omit<Grant, 'rollId' | 'planId' | 'basis' | 'awardId'> {
  basis: CertificateBasis;
  awardId: string;
}

/** The one place where this room meets the issuing core. */
@Injectable()
export class AwardCertificates {
  constructor(
    @Inject(CertificateIssuingService) private readonly certificates: CertificateIssuingService,
    @Inject(StatusEntriesService) private readonly entries: StatusEntriesService,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
  ) {}

  /** What has to be there before the transaction begins; at most `persons` certificates will be issued with it. */
  async meansFor(organisationId: string, persons: number): Promise<IssuingMeans> {
    const signer = await this.keys.signerFor(organisationId);
    return { signer, statuses: await this.entries.take(persons) };
  }

  /**
   * Numbers, signs and keeps the certificates of an application, in the caller's transaction.
   * @returns numbers in the order of the grantees
   */
  issueAward(
    tx: EntityManager,
    grant: AwardGrant,
    grantees: readonly Grantee[],
    means: IssuingMeans,
  ): Promise<string[]> {
    const known = { rows: grantees, persons: (block: readonly Grantee[]) => Promise.resolve(block) };
    return this.certificates.issue(tx, { ...grant, rollId: null, planId: null }, known, means);
  }
}
