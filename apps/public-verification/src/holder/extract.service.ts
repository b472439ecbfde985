import { createHash, randomBytes } from 'node:crypto';
import { DomainError, newId, type Clock } from '@app/kernel';
import { inTransaction as commit } from '@app/messaging';
import {
  CLOCK,
  CONFIG,
  cursorId,
  inTransaction,
  pageOf,
  PersonalDataVault,
  readAs,
  SERVICE,
  type DataConfig,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CertificateService, type AnswerAge } from '../certificate/certificate.service.js';
import { lockBinding } from './binding.repository.js';
import {
  assertExtractable,
  expiryOf,
  EXTRACTS_OPEN_MAX,
  stateOf,
  type Extract,
  type ExtractState,
  type ExtractWish,
} from './extract.js';
import {
  countOpenExtracts,
  countView,
  findExtractByToken,
  insertExtract,
  listExtracts,
  revokeExtract,
} from './extract.repository.js';
import { findOwnCertificates, type OwnCertificate } from './own-certificate.repository.js';

const TOKEN_BYTES = 16;

/** An extract as its holder sees it. */
export interface OwnExtract extends Extract {
  state: ExtractState;
  link: string;
  note: string;
}

/** What whoever has the link gets. */
export interface ShownExtract extends AnswerAge {
  state: ExtractState;
  /** null unless open. */
  extract: Extract | null;
  certificates: OwnCertificate[];
  /** Where the holder chose to show it, and only for certificates under that name. */
  fullName: string | null;
  nameIndex: string | null;
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

@Injectable()
export class ExtractService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: DataConfig,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CertificateService) private readonly certificates: CertificateService,
  ) {}

  /**
   * @throws DomainError `extract/not-acceptable` with the fields; `binding/none`; `certificate/not-own`; `extract/too-many`
   */
  async make(principal: Principal, wish: ExtractWish & { note: string }): Promise<OwnExtract> {
    assertExtractable(wish);
    const { subject } = principal;
    const { certificateIds, fields, validDays, note } = wish;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const extract = await inTransaction(this.dataSource, principal, async (tx) => {
      const now = this.clock.now();
      const { documentIndex, nameSealed } = await lockBinding(tx, subject);
      const certificates = await findOwnCertificates(tx, documentIndex, certificateIds);
      if (certificates.length < certificateIds.length) throw new DomainError('certificate/not-own');
      if ((await countOpenExtracts(tx, subject, now)) >= EXTRACTS_OPEN_MAX)
        throw new DomainError('extract/too-many', { limit: EXTRACTS_OPEN_MAX });
      const made: Extract = {
        id: newId(),
        subject,
        documentIndex,
        tokenSha256: digestOf(token),
        tokenSealed: this.vault.seal('answer', token),
        certificateIds: [...certificateIds],
        fields: [...fields],
        nameSealed: fields.includes('full-name') ? nameSealed : null,
        noteSealed: this.vault.seal('person', note),
        createdAt: now,
        expiresAt: expiryOf(now, validDays),
        revokedAt: null,
        views: 0,
        lastViewedAt: null,
      };
      await insertExtract(tx, made);
      return made;
    });
    return this.ownExtract(extract);
  }

  async list(principal: Principal, { after, limit }: PageQuery): Promise<Page<OwnExtract>> {
    const before = cursorId(after);
    const rows = await readAs(this.dataSource, principal, (tx) => listExtracts(tx, principal.subject, before, limit));
    return pageOf(
      rows.map((row) => this.ownExtract(row)),
      limit,
    );
  }

  /** @throws DomainError `extract/not-found` */
  async revoke(principal: Principal, id: string): Promise<OwnExtract> {
    const { subject } = principal;
    return this.ownExtract(
      await inTransaction(this.dataSource, principal, (tx) => revokeExtract(tx, { id, subject }, this.clock.now())),
    );
  }

  /** For whoever has the link: its 128 bits are the right to see it, so it is looked up as the service and counted. */
  async show(token: string): Promise<ShownExtract> {
    const now = this.clock.now();
    const { state, extract, certificates } = await commit(this.dataSource, SERVICE, async (tx) => {
      const found = await findExtractByToken(tx, digestOf(token));
      const becameOf = stateOf(found, now);
      if (!found || becameOf !== 'open') return { state: becameOf, extract: null, certificates: [] };
      await countView(tx, found.id, now);
      const { documentIndex, certificateIds } = found;
      return {
        state: becameOf,
        extract: found,
        certificates: await findOwnCertificates(tx, documentIndex, certificateIds),
      };
    });
    const fullName = extract?.nameSealed ? this.vault.open('name', extract.nameSealed) : null;
    const nameIndex = fullName === null ? null : this.vault.index('name', fullName);
    return { state, extract, certificates, fullName, nameIndex, ...(await this.certificates.age()) };
  }

  private ownExtract(extract: Extract): OwnExtract {
    const token = this.vault.open('answer', extract.tokenSealed);
    return {
      ...extract,
      state: stateOf(extract, this.clock.now()),
      link: `${this.config.PUBLIC_URL.replace(/\/+$/, '')}/e/${token}`,
      note: this.vault.open('person', extract.noteSealed),
    };
  }
}
