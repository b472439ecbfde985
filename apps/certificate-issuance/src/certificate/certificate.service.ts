import type { Clock } from '@app/kernel';
import { assertMayRead, CLOCK, cursorId, pageOf, type Page, type Principal, readAs, visibleTo } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SigningKeyService } from '../signing-key/signing-key.service.js';
import type { Certificate, EarlierParts } from './certificate.js';
import { CertificateFaces } from './certificate-faces.service.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';
import type { CertificateQuery } from './certificate.dto.js';
import { getCertificate, listCertificates } from './certificate.repository.js';

export type StoredCertificate = Certificate & EarlierParts;

export interface CertificatePdf {
  number: string;
  bytes: Buffer;
}

@Injectable()
export class CertificateService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CertificateRenderer) private readonly renderer: CertificateRenderer,
    @Inject(CertificateFaces) private readonly faces: CertificateFaces,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(principal: Principal, query: CertificateQuery): Promise<Page<Certificate>> {
    const filter = { ...visibleTo(principal), ...(query.rollId ? { rollId: query.rollId } : {}) };
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listCertificates(tx, filter, cursorId(query.after), query.limit), query.limit),
    );
  }

  async get(principal: Principal, id: string): Promise<StoredCertificate> {
    const certificate = await readAs(this.dataSource, principal, (tx) => getCertificate(tx, id));
    assertMayRead(principal, certificate);
    return certificate;
  }

  /** The page as it is printed, with the full document number. Made on demand and kept nowhere. */
  async pdf(principal: Principal, id: string): Promise<CertificatePdf> {
    const certificate = await this.get(principal, id);
    const signer = await this.keys.documentSignerFor(certificate.organisationId);
    const bytes = await this.renderer.render(this.faces.of(certificate), { signer, at: this.clock.now() });
    return { number: certificate.number, bytes };
  }
}
