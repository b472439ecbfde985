import type { CertificateBasis } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CertificateService } from '../certificate/certificate.service.js';
import type { Grant, Grantee } from '../certificate/certificate.js';
import { SigningKeyService, type Signer } from '../signing-key/signing-key.service.js';
import { noteBasis } from './award.repository.js';

/** What certificates of an application have in common: no roll and no plan, but a basis. */
export interface AwardGrant extends Omit<Grant, 'rollId' | 'planId'> {
  basis: CertificateBasis;
  awardId: string;
}

/** What has to be there before the transaction begins. */
export interface AwardMeans {
  signer: Signer;
}

/** The one place where this room meets the issuing core. */
@Injectable()
export class AwardCertificates {
  constructor(
    @Inject(CertificateService) private readonly certificates: CertificateService,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
  ) {}

  /** @param _persons at most so many certificates will be issued with it */
  async meansFor(organisationId: string, _persons: number): Promise<AwardMeans> {
    return { signer: await this.keys.signerFor(organisationId) };
  }

  /**
   * Numbers, signs and keeps the certificates of an application, in the caller's transaction.
   * @returns numbers in the order of the grantees
   */
  async issueAward(
    tx: EntityManager,
    { basis, awardId, ...grant }: AwardGrant,
    grantees: readonly Grantee[],
    means: AwardMeans,
  ): Promise<string[]> {
    // The core does not know grants without a roll yet; its columns take null (migration 1763000400000).
    const whole = { ...grant, rollId: null, planId: null } as unknown as Grant;
    const numbers = await this.certificates.issue(tx, whole, grantees, means.signer);
    await noteBasis(
      tx,
      grantees.map(({ certificateId }) => certificateId),
      basis,
      awardId,
    );
    return numbers;
  }
}
