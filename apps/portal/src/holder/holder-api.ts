import type { components, paths } from '../api/generated/public-verification.ts';
import { readerOf } from '../api/typed.ts';

type Schemas = components['schemas'];
export type Binding = Schemas['BindingView'];
export type Claim = Schemas['ClaimDto'];
export type OwnCertificates = Schemas['OwnCertificatesView'];
export type OwnCertificate = Schemas['OwnCertificateView'];
export type Look = Schemas['LookView'];
export type OwnExtract = Schemas['OwnExtractView'];
export type ExtractWish = Schemas['ExtractWishDto'];
export type ExtractField = ExtractWish['fields'][number];
export type ShownExtract = Schemas['ShownExtractView'];
export type ShownCertificate = Schemas['ExtractedCertificateView'];
export type OwnRequest = Schemas['OwnRequestView'];
export type CorrectionWish = Schemas['CorrectionWishDto'];
export type CorrectionField = CorrectionWish['field'];

const SERVICE = '/api/public-verification';
const at = <P extends keyof paths & string>(path: P): `${typeof SERVICE}${P}` => `${SERVICE}${path}`;

export const MY = {
  binding: at('/my/binding'),
  release: at('/my/binding/release'),
  certificates: at('/my/certificates'),
  checks: at('/my/checks'),
  extracts: at('/my/extracts'),
  corrections: at('/my/correction-requests'),
} as const;

const read = readerOf<paths>('public-verification');

/** For whoever has the link. */
export const shownExtract = (token: string, signal: AbortSignal): Promise<ShownExtract> =>
  read('/extracts/{token}', { path: { token }, signal });
