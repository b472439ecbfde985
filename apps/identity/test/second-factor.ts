import { setTimeout as sleep } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';

export const DEMO_TOTP_SECRET = 'JIANGZHENGDEMOTOTPSECRETFORALL26';
const STEP_MS = 30_000;

/** The last time step that each account has shown: none is accepted twice. */
const shown = new Map<string, number>();

export function codeAt(secret: string, step: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: step * STEP_MS });
}

export const stepNow = (): number => Math.floor(Date.now() / STEP_MS);

/** A code of the demo phone that the account has not shown yet; waits when the window has no more. */
export async function demoCode(username: string): Promise<string> {
  const step = Math.max((shown.get(username) ?? 0) + 1, stepNow() - 1);
  shown.set(username, step);
  if (step > stepNow() + 1) await sleep((step - 1) * STEP_MS - Date.now());
  return codeAt(DEMO_TOTP_SECRET, step);
}
