import { markup, type Html } from './markup.js';
import { both, page, type PageText } from './page.js';

/** Why the page is shown again. What was typed is not shown back, so that the answer says nothing about the name. */
export type SignInFault = { kind: 'refused' } | { kind: 'blocked'; retryAfterS: number };

const TITLE: PageText = { zh: '登录', en: 'Sign in' };
const FAULT_ID = 'fault';
const USERNAME_LENGTH_MAX = 64;
const PASSWORD_LENGTH_MAX = 200;

function faultText(fault: SignInFault): PageText {
  if (fault.kind === 'blocked') {
    return {
      zh: `尝试次数过多，请 ${fault.retryAfterS} 秒后再试。`,
      en: `Too many attempts. Try again in ${fault.retryAfterS} seconds.`,
    };
  }
  return { zh: '用户名或密码不正确，请重新输入。', en: 'The username or password is not right. Enter both again.' };
}

const faultSummary = (fault: SignInFault): Html =>
  markup`<div class="fault" id="${FAULT_ID}" role="alert"><p>${both(faultText(fault))}</p></div>`;

/** @param action address of this interaction */
export function signInPage(action: string, fault?: SignInFault): string {
  const invalid = fault ? markup` aria-invalid="true" aria-describedby="${FAULT_ID}"` : markup``;
  const username = markup`id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="${USERNAME_LENGTH_MAX}"`;
  const password = markup`id="password" name="password" type="password" autocomplete="current-password" maxlength="${PASSWORD_LENGTH_MAX}"`;
  return page(
    TITLE,
    markup`${fault ? faultSummary(fault) : markup``}
<form method="post" action="${action}">
<label for="username">用户名<span class="en" lang="en">Username</span></label>
<input ${username} required autofocus${invalid}>
<label for="password">密码<span class="en" lang="en">Password</span></label>
<input ${password} required${invalid}>
<button type="submit" name="action" value="sign-in">登录<span class="en" lang="en">Sign in</span></button>
<button type="submit" name="action" value="cancel" class="plain" formnovalidate>取消<span class="en" lang="en">Cancel</span></button>
</form>`,
  );
}
