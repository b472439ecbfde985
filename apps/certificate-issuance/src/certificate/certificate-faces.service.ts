import { decodeCoseSign1, decodePaperPayload, paperText, paperToken } from '@app/credential';
import { CONFIG, PersonalDataVault, type PlatformConfig } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { sha256 } from '../log/log.hash.js';
import type { Certificate, EarlierParts } from './certificate.js';
import { faceOf, type CertificateFace } from './certificate-face.js';
import type { Holder } from './holder.js';

const NEXT_VERSION_NOTE =
  '本证书为更正或补发件，此前核发的同一证书已作废。 This certificate takes the place of an earlier one.';

/** Opens what a page shows of a certificate: holder, link and offline code. */
@Injectable()
export class CertificateFaces {
  constructor(
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CONFIG) private readonly config: PlatformConfig,
  ) {}

  of(certificate: Certificate & EarlierParts): CertificateFace {
    const holder = JSON.parse(this.vault.open('person', certificate.holderSealed)) as Holder;
    const { token, offlineText } = this.codesOf(certificate);
    return {
      ...faceOf(certificate, holder, this.config.PUBLIC_URL, token),
      ...(offlineText ? { offlineText } : {}),
      ...(certificate.version > 1 ? { note: NEXT_VERSION_NOTE } : {}),
    };
  }

  /** The token of the page's link, and the text of its offline code; a certificate from before the log has none. */
  private codesOf({ paperSealed, tokenSealed }: Certificate & EarlierParts): { token: string; offlineText?: string } {
    if (!paperSealed) return { token: this.vault.open('answer', tokenSealed ?? '') };
    const cose = Buffer.from(this.vault.open('person', paperSealed), 'base64url');
    const { salt } = decodePaperPayload(decodeCoseSign1(cose).payload);
    return { token: paperToken(salt, sha256), offlineText: paperText(cose) };
  }
}
