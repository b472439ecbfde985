import { pageOf, readAs, SERVICE, type Page, type PageQuery, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AskerService, type NamedAsker } from '../asker/asker.service.js';
import { CertificateService, type AnswerAge } from '../certificate/certificate.service.js';
import { getBinding } from './binding.repository.js';
import { listExtractIds } from './extract.repository.js';
import { lookId, readLookCursor, type KeptLook } from './look.js';
import { findLooks, LOOK_RECORDS_MAX } from './look.repository.js';
import { listOwnCertificates, type OwnCertificate } from './own-certificate.repository.js';

export interface OwnLook extends KeptLook, NamedAsker {
  id: string;
  /** The holder's own certificates that it showed. */
  certificateIds: string[];
  /** The holder's own extract through which it came. */
  extractId: string | null;
}

@Injectable()
export class OwnCertificateService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CertificateService) private readonly certificates: CertificateService,
    @Inject(AskerService) private readonly askers: AskerService,
  ) {}

  /** @throws DomainError `binding/none` */
  async list(principal: Principal): Promise<AnswerAge & { certificates: OwnCertificate[] }> {
    const certificates = await readAs(this.dataSource, principal, async (tx) => {
      const { documentIndex } = await getBinding(tx, principal.subject);
      return listOwnCertificates(tx, documentIndex);
    });
    return { certificates, ...(await this.certificates.age()) };
  }

  /**
   * Who looked at the own certificates and extracts, newest first. The trail is read as the service, because nobody else but
   * the province reads it; only looks at the own records come out, and of them only the own records.
   * @throws DomainError `binding/none`, `request/cursor`
   */
  async looks(principal: Principal, { after, limit }: PageQuery): Promise<Page<OwnLook>> {
    const before = readLookCursor(after);
    const { certificateIds, extractIds } = await readAs(this.dataSource, principal, async (tx) => {
      const { documentIndex } = await getBinding(tx, principal.subject);
      const certificates = await listOwnCertificates(tx, documentIndex);
      return {
        certificateIds: certificates.map(({ certificateId }) => certificateId),
        extractIds: await listExtractIds(tx, principal.subject, LOOK_RECORDS_MAX - certificates.length),
      };
    });
    const records = [
      ...certificateIds.map((id) => `certificate/${id}`),
      ...extractIds.map((id) => `holder-extract/${id}`),
    ];
    const { subject } = principal;
    const rows = await readAs(this.dataSource, SERVICE, (tx) => findLooks(tx, records, { subject, before, limit }));
    const askers = await this.askers.nameAll(rows);
    return pageOf(
      rows.map((row, at) => ({
        ...row,
        id: lookId(row),
        organisationName: askers[at]?.organisationName ?? '',
        purpose: askers[at]?.purpose ?? null,
        certificateIds: certificateIds.filter((id) => row.persons.includes(`certificate/${id}`)),
        extractId: extractIds.find((id) => row.persons.includes(`holder-extract/${id}`)) ?? null,
      })),
      limit,
    );
  }
}
