import { createHash } from 'node:crypto';
import { checkDocument, paperToken, SNAPSHOT_FORMAT, type DocumentReport, type Snapshot } from '@app/credential';
import type { Clock } from '@app/kernel';
import { CLOCK, CONFIG, PersonalDataVault, type PlatformConfig } from '@app/platform';
import { normalisePersonName } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BodyService } from '../body/body.service.js';
import { CertificateService, type Answer } from '../certificate/certificate.service.js';
import { SigningKeyService } from '../signing-key/signing-key.service.js';
import { differencesOf, judge, refusalOf, type Compared, type Judged, type Registered } from './document.js';
import { readCode, sha256 } from './document.reader.js';
import { findById, findByTokenDigest } from './document.repository.js';

export interface DocumentAnswer extends Judged {
  kind: DocumentReport['kind'];
  /** What the register says of the certificate; its verdict is not the document's. */
  answer: Answer;
  differences: Compared[];
}

/** Of a token that nobody has: the answer is then that of every other miss. */
const NO_TOKEN = '';
const UUID_FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

@Injectable()
export class DocumentService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: PlatformConfig,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CertificateService) private readonly certificates: CertificateService,
    @Inject(BodyService) private readonly bodies: BodyService,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
  ) {}

  /**
   * What an uploaded document shows by itself, and what the register says of it.
   * @throws DomainError `document/unreadable`, `-no-code`, `-several-certificates`, `-picture`, `-too-large`
   */
  async verify(bytes: Uint8Array): Promise<DocumentAnswer> {
    const report = await this.check(bytes);
    const found = await this.registered(report);
    const row = found === 'not-asked' ? null : found;
    const answer = await this.certificates.verifyTokenDigest(row?.tokenSha256 ?? digestOf(NO_TOKEN));
    const differences = row ? differencesOf(report.read, row, (name) => this.indexOf(name)) : [];
    const isMissing = found === null || found === 'not-asked';
    const judged = judge(report, isMissing ? found : { verdict: answer.verdict, differences });
    // Without a document that names one, it was nobody's certificate that was missed.
    const reasons = judged.verdict === 'NOT_FOUND' ? answer.reasons : [];
    return { ...judged, kind: report.kind, answer: { ...answer, reasons }, differences };
  }

  private async check(bytes: Uint8Array): Promise<DocumentReport> {
    const [keys, sites] = await Promise.all([this.keys.all(), this.bodies.owners()]);
    const now = this.clock.now();
    const snapshot: Snapshot = {
      format: SNAPSHOT_FORMAT,
      registry: this.config.PUBLIC_URL.replace(/\/+$/, ''),
      takenAt: now.toISOString(),
      keys,
      sites,
      statusLists: [],
    };
    try {
      return await checkDocument(bytes, { snapshot, hash: sha256, readCode, now });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** By what only the document's holder knows; by the certificate's id where a trusted key signed it. */
  private async registered({ read, token, checks }: DocumentReport): Promise<Registered | null | 'not-asked'> {
    const tx = this.dataSource.manager;
    const known = read.salt ? paperToken(read.salt, sha256) : token;
    if (known) return findByTokenDigest(tx, digestOf(known));
    const isSigned = checks.some(({ code }) => code === 'key/trusted');
    const { certificateId = '' } = read;
    return isSigned && UUID_FORM.test(certificateId) ? findById(tx, certificateId) : 'not-asked';
  }

  private indexOf(name: string): string {
    return this.vault.index('name', normalisePersonName(name));
  }
}
