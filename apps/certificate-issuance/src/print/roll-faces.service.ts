import { CONFIG, PersonalDataVault, type PlatformConfig } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { CertificateEntity } from '../certificate/certificate.entity.js';
import { faceOf, type CertificateFace } from '../certificate/certificate-face.js';
import type { Holder } from '../certificate/holder.js';

/** One certificate of a roll as it is printed. */
export interface RollFace {
  certificateId: string;
  face: CertificateFace;
}

/** What print jobs read of certificates, and all of it. */
@Injectable()
export class RollFaces {
  constructor(
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CONFIG) private readonly config: PlatformConfig,
  ) {}

  count(tx: EntityManager, rollId: string): Promise<number> {
    return tx.countBy(CertificateEntity, { rollId });
  }

  /** In the order of their numbers, from the one behind `after`. */
  async readFaces(tx: EntityManager, rollId: string, after: string | null, limit: number): Promise<RollFace[]> {
    const where = { rollId, ...(after ? { id: MoreThan(after) } : {}) };
    const certificates = await tx.find(CertificateEntity, { where, order: { id: 'ASC' }, take: limit });
    return certificates.map((certificate) => {
      const holder = JSON.parse(this.vault.open('person', certificate.holderSealed)) as Holder;
      const token = this.vault.open('answer', certificate.tokenSealed);
      return { certificateId: certificate.id, face: faceOf(certificate, holder, this.config.PUBLIC_URL, token) };
    });
  }

  /** Who is in a file of the roll. */
  async certificateIds(tx: EntityManager, rollId: string): Promise<string[]> {
    const found = await tx.find(CertificateEntity, { select: { id: true }, where: { rollId }, order: { id: 'ASC' } });
    return found.map(({ id }) => id);
  }
}
