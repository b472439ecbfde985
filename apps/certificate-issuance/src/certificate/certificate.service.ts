import { createHash, randomBytes } from 'node:crypto';
import { CertificateIssuedSchema } from '@app/contracts';
import { encodeVcJwt } from '@app/credential';
import { appendEvents, event, type NewEvent } from '@app/messaging';
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
import { DataSource, type EntityManager } from 'typeorm';
import type { Signer } from '../signing-key/signing-key.service.js';
import { credentialOf, numbersOf, yearOf, type Certificate, type Grant, type Grantee } from './certificate.js';
import { faceOf } from './certificate-face.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';
import type { CertificateQuery } from './certificate.dto.js';
import { getCertificate, insertCertificates, listCertificates } from './certificate.repository.js';
import type { Holder } from './holder.js';
import { allocateSerials } from './number-series.repository.js';

const CHUNK_ROWS = 500;
/** 128 bits: what the QR code holds cannot be guessed, unlike a certificate number. */
const TOKEN_BYTES = 16;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

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

  /**
   * Numbers, signs and keeps one certificate per grantee in the caller's transaction, and tells of each.
   * @returns numbers in the order of the grantees
   */
  async issue(tx: EntityManager, grant: Grant, grantees: readonly Grantee[], signer: Signer): Promise<string[]> {
    if (grantees.length === 0) return [];
    const series = { siteCode: grant.siteCode, year: yearOf(grant.issuedOn), level: grant.levelDigit };
    const first = await allocateSerials(tx, series, grantees.length);
    const numbers = numbersOf(grant, first, grantees.length);
    for (let start = 0; start < grantees.length; start += CHUNK_ROWS) {
      const chunk = grantees.slice(start, start + CHUNK_ROWS);
      const certificates = await Promise.all(
        chunk.map((grantee, index) => this.make(grant, grantee, numbers[start + index] ?? '', signer)),
      );
      await insertCertificates(tx, grant, certificates);
      await appendEvents(tx, certificates.map(issuedEvent));
    }
    return numbers;
  }

  async list(principal: Principal, query: CertificateQuery): Promise<Page<Certificate>> {
    const filter = { ...visibleTo(principal), ...(query.rollId ? { rollId: query.rollId } : {}) };
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listCertificates(tx, filter, cursorId(query.after), query.limit), query.limit),
    );
  }

  async get(principal: Principal, id: string): Promise<Certificate> {
    const certificate = await readAs(this.dataSource, principal, (tx) => getCertificate(tx, id));
    assertMayRead(principal, certificate);
    return certificate;
  }

  /** The page as it is printed, with the full document number. Made on demand and kept nowhere. */
  async pdf(principal: Principal, id: string): Promise<CertificatePdf> {
    const certificate = await this.get(principal, id);
    const holder = JSON.parse(this.vault.open('person', certificate.holderSealed)) as Holder;
    const token = this.vault.open('answer', certificate.tokenSealed);
    const face = faceOf(certificate, holder, this.config.PUBLIC_URL, token);
    return { number: certificate.number, bytes: await this.renderer.render(face) };
  }

  private async make(
    grant: Grant,
    { certificateId: id, ...grantee }: Grantee,
    number: string,
    signer: Signer,
  ): Promise<Certificate> {
    const holder = JSON.parse(this.vault.open('person', grantee.holderSealed)) as Holder;
    const jwt = await encodeVcJwt(credentialOf(grant, id, number, holder), { kid: signer.kid }, signer.sign);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    return {
      ...grant,
      ...grantee,
      id,
      number,
      credentialSealed: this.vault.seal('person', jwt),
      credentialSha256: sha256(jwt),
      tokenSealed: this.vault.seal('answer', token),
      tokenSha256: sha256(token),
    };
  }
}

function issuedEvent(certificate: Certificate): NewEvent {
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit } = certificate;
  return event(CertificateIssuedSchema, certificate.id, {
    certificateId: certificate.id,
    certificateNumber: certificate.number,
    organisationId: certificate.organisationId,
    agencyName: certificate.agencyName,
    siteCode: certificate.siteCode,
    subject: { occupationCode, occupationEdition, occupationName, specialty, levelDigit },
    issuedOn: certificate.issuedOn,
    filingId: certificate.filingId,
    planId: certificate.planId,
    rollId: certificate.rollId,
    candidateId: certificate.candidateId,
    nameMasked: certificate.nameMasked,
    documentMasked: certificate.documentMasked,
    nameIndex: certificate.nameIndex,
    documentIndex: certificate.documentIndex,
    tokenSha256: certificate.tokenSha256,
    credentialSha256: certificate.credentialSha256,
  });
}
