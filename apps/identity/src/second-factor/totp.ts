import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app does it. */
const ALGORITHM = 'SHA1';
const DIGITS = 6;
const STEP_S = 30;
/** Steps before and after the present one: clocks of telephones differ. */
const WINDOW_STEPS = 1;
const SECRET_BYTES = 20;
const MS_PER_S = 1000;
const CODE_FORM = /^\d{6}$/;

export const ISSUER_LABEL = '匠证 Jiangzheng';

function totpOf(secret: string, username: string): TOTP {
  return new TOTP({
    issuer: ISSUER_LABEL,
    label: username,
    algorithm: ALGORITHM,
    digits: DIGITS,
    period: STEP_S,
    secret: Secret.fromBase32(secret),
  });
}

/** 160 random bits, base 32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator app reads from the QR code. */
export const enrolmentUri = (secret: string, username: string): string => totpOf(secret, username).toString();

/** Text that can be read aloud and typed. */
export const inGroups = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** @returns the time step whose code was typed, when it is near enough to now */
export function stepOf(secret: string, typed: string, nowMs: number): number | undefined {
  const token = typed.normalize('NFKC').replaceAll(/\s/g, '');
  if (!CODE_FORM.test(token)) return undefined;
  const delta = totpOf(secret, '').validate({ token, timestamp: nowMs, window: WINDOW_STEPS });
  return delta === null ? undefined : Math.floor(nowMs / MS_PER_S / STEP_S) + delta;
}
