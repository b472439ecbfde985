import { decodeCoseSign1, decodePaperPayload, paperText, paperToken } from '@app/credential';
import {
  assertMayRead,
  CONFIG,
  cursorId,
  pageOf,
  PersonalDataVault,
  type Page,
  type PlatformConfig,
  type Principal,
  readAs,
  visibleTo,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sha256 } from '../log/log-hash.js';
import type { Certificate, EarlierParts } from './certificate.js';
import { faceOf } from './certificate-face.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';
import type { CertificateQuery } from './certificate.dto.js';
import { getCertificate, listCertificates } from './certificate.repository.js';
import type { Holder } from './holder.js';

export type StoredCertificate = Certificate & EarlierParts;

export interface CertificatePdf {
  number: string;
  bytes: Buffer;
}

@Injectable()
export class CertificateService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CertificateRenderer) private readonly renderer: CertificateRenderer,
    @Inject(CONFIG) private readonly config: PlatformConfig,
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
    const holder = JSON.parse(this.vault.open('person', certificate.holderSealed)) as Holder;
    const { token } = this.codesOf(certificate);
    const face = faceOf(certificate, holder, this.config.PUBLIC_URL, token);
    return { number: certificate.number, bytes: await this.renderer.render(face) };
  }

  /** The token of the page's QR code, and the text of its offline code. */
  private codesOf(certificate: StoredCertificate): { token: string; offlineText: string } {
    const { paperSealed, tokenSealed } = certificate;
    if (!paperSealed) return { token: this.vault.open('answer', tokenSealed ?? ''), offlineText: '' };
    const cose = Buffer.from(this.vault.open('person', paperSealed), 'base64url');
    const { salt } = decodePaperPayload(decodeCoseSign1(cose).payload);
    return { token: paperToken(salt, sha256), offlineText: paperText(cose) };
  }
}
