import {
  certificateCredential,
  decodeCoseSign1,
  decodePaperPayload,
  encodeVcJwt,
  issueSdJwtVc,
  type CertificateFacts,
} from '@app/credential';
import { DomainError, type Clock } from '@app/kernel';
import { CLOCK, CONFIG, PersonalDataVault, type PlatformConfig } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { originOf } from '../log/log-origin.js';
import { SigningKeyService } from '../signing-key/signing-key.service.js';
import { statusAddress } from '../status-list/status-address.js';
import { levelName, type Certificate, type CredentialForm } from './certificate.js';
import type { StoredCertificate } from './certificate.service.js';
import type { Holder } from './holder.js';

const MS_PER_S = 1_000;

/**
 * The digital certificate, signed when it is asked for: what it says was settled at the issue, and the log commits to that
 * and not to a signature. A key that was rotated since does not make it another certificate.
 */
@Injectable()
export class DigitalCredentialService {
  constructor(
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: PlatformConfig,
  ) {}

  /** @throws DomainError `certificate/earlier-form` for one from before the transparency log */
  async make(certificate: StoredCertificate, form: CredentialForm): Promise<string> {
    if (!certificate.paperSealed) throw new DomainError('certificate/earlier-form');
    const facts = this.factsOf(certificate);
    const { kid, sign } = await this.keys.signerFor(certificate.organisationId);
    if (form === 'vc+jwt') return encodeVcJwt(certificateCredential(facts), { kid }, sign);
    const { statusList, statusIndex: index } = certificate;
    const uri = statusAddress(this.config.PUBLIC_URL, statusList, 'token');
    const issuedAt = Math.floor(this.clock.now().getTime() / MS_PER_S);
    return issueSdJwtVc(facts, { kid, issuedAt, status: { uri, index } }, sign);
  }

  private factsOf(certificate: Certificate): CertificateFacts {
    const holder = JSON.parse(this.vault.open('person', certificate.holderSealed)) as Holder;
    const cose = Buffer.from(this.vault.open('person', certificate.paperSealed), 'base64url');
    const { salt } = decodePaperPayload(decodeCoseSign1(cose).payload);
    const { PUBLIC_URL } = this.config;
    const { id, number, statusList, statusIndex, organisationId, agencyName, levelDigit } = certificate;
    const { occupationCode, occupationEdition, occupationName, specialty, issuedOn } = certificate;
    return {
      certificateId: id,
      certificateNumber: number,
      holderName: holder.name,
      levelName: levelName(levelDigit),
      organisationId,
      agencyName,
      occupationCode,
      occupationEdition,
      occupationName,
      specialty,
      levelDigit,
      issuedOn,
      status: {
        revocationList: statusAddress(PUBLIC_URL, statusList, 'revocation'),
        messageList: statusAddress(PUBLIC_URL, statusList, 'message'),
        index: statusIndex,
      },
      log: {
        origin: originOf(PUBLIC_URL),
        salt,
        beside: {
          version: certificate.version,
          basis: certificate.basis,
          documentMasked: certificate.documentMasked,
          statusList,
          statusIndex,
        },
      },
    };
  }
}
