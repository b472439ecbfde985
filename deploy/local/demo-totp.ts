import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as the identity service checks it. */
const STEP_S = 30;
const MS_PER_S = 1000;
const ISSUER = '匠证 Jiangzheng';
const LABEL = '演示 demo';

const appOf = (secret: string): TOTP =>
  new TOTP({ issuer: ISSUER, label: LABEL, period: STEP_S, secret: Secret.fromBase32(secret) });

/** What an authenticator app takes in. */
export const demoUri = (secret: string): string => appOf(secret).toString();

export const stepAt = (ms: number): number => Math.floor(ms / MS_PER_S / STEP_S);

export const startOfStep = (step: number): number => step * STEP_S * MS_PER_S;

export const codeOf = (secret: string, step: number): string =>
  appOf(secret).generate({ timestamp: startOfStep(step) });
