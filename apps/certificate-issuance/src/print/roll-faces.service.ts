import { Inject, Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { CertificateEntity } from '../certificate/certificate.entity.js';
import type { CertificateFace } from '../certificate/certificate-face.js';
import { CertificateFaces } from '../certificate/certificate-faces.service.js';

/** One certificate of a roll as it is printed. */
export interface RollFace {
  certificateId: string;
  face: CertificateFace;
}

/** What print jobs read of certificates, and all of it. */
@Injectable()
export class RollFaces {
  constructor(@Inject(CertificateFaces) private readonly faces: CertificateFaces) {}

  count(tx: EntityManager, rollId: string): Promise<number> {
    return tx.countBy(CertificateEntity, { rollId, status: 'valid' });
  }

  /** In the order of their issue, which is that of their numbers, from the one behind `after`. */
  async readFaces(tx: EntityManager, rollId: string, after: string | null, limit: number): Promise<RollFace[]> {
    const where = { rollId, status: 'valid' as const, ...(after ? { id: MoreThan(after) } : {}) };
    const certificates = await tx.find(CertificateEntity, { where, order: { id: 'ASC' }, take: limit });
    return certificates.map((certificate) => ({ certificateId: certificate.id, face: this.faces.of(certificate) }));
  }

  /** Who is in a file of the roll. */
  async certificateIds(tx: EntityManager, rollId: string): Promise<string[]> {
    const found = await tx.find(CertificateEntity, {
      select: { id: true },
      where: { rollId, status: 'valid' },
      order: { id: 'ASC' },
    });
    return found.map(({ id }) => id);
  }
}
