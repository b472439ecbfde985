import { AuthenticatorApp } from '../journey/authenticator-app.ts';
import { DEMO_TOTP_SECRET } from '../../deploy/local/secrets.ts';
import type { Tab } from './tab.ts';

const app = new AuthenticatorApp(DEMO_TOTP_SECRET);

const ATTEMPTS = 3;
const FRESH_CODE_FIELD = 'document.querySelector("input[name=code]:not([data-seen])") !== null';

export interface Account {
  gateway: string;
  username: string;
  password: string;
}

/** From the staff page through the identity provider back to the workspace, in Chinese. */
export async function signInAt(tab: Tab, { gateway, username, password }: Account, place = '/staff'): Promise<void> {
  await tab.goto(`${gateway}${place}`);
  await tab.click('button', '登录');
  await tab.typeInto('input[name=username]', username);
  await tab.typeInto('input[name=password]', password);
  await tab.press('Enter');
  const isInside = async (): Promise<boolean> => (await tab.address()) === `${gateway}${place}`;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const step = await tab.until('the workspace or a second factor', async () => {
      if (await isInside()) return 'inside';
      return (await tab.evaluate<boolean>(FRESH_CODE_FIELD)) ? 'code' : undefined;
    });
    if (step === 'inside') return;
    // A slow page may send a code when its time is over: the next one is taken then.
    await tab.evaluate('document.querySelector("input[name=code]").dataset.seen = "yes"');
    await tab.typeInto('input[name=code]', await app.nextCode(gateway, username));
    await tab.press('Enter');
  }
  await tab.until('the workspace', async () => ((await isInside()) ? true : undefined));
}
