import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, startOfStep, stepAt } from '../../deploy/local/demo-totp.ts';

/** The phone of the demo accounts. It remembers which codes each account has shown, because none is accepted twice. */
export class AuthenticatorApp {
  private readonly shown = new Map<string, number>();
  private readonly secret: string;

  constructor(secret: string) {
    this.secret = secret;
  }

  /** The earliest code within the window that this account has not shown; waits only when there is none left. */
  async nextCode(gateway: string, username: string): Promise<string> {
    const key = `${gateway} ${username}`;
    const step = Math.max((this.shown.get(key) ?? 0) + 1, stepAt(Date.now()) - 1);
    this.shown.set(key, step);
    const opens = startOfStep(step - 1);
    if (opens > Date.now()) await sleep(opens - Date.now());
    return codeOf(this.secret, step);
  }
}
