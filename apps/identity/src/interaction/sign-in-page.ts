import { faultBox, field, link, plainSubmit, submit, waitText } from './form.js';
import { markup } from './markup.js';
import { page, type PageText } from './page.js';

/** Why the page is shown again. What was typed is not shown back, so that the answer says nothing about the name. */
export type SignInFault = { kind: 'refused' } | { kind: 'restart' } | { kind: 'blocked'; retryAfterS: number };

const TITLE: PageText = { zh: '登录', en: 'Sign in' };
const USERNAME_LENGTH_MAX = 64;
const REFUSED: PageText = {
  zh: '用户名或密码不正确，请重新输入。',
  en: 'The username or password is not right. Enter both again.',
};
const RESTART: PageText = {
  zh: '等待时间过长或账号已有变动，请重新登录。',
  en: 'That took too long, or the account has changed. Sign in again.',
};

function faultText(fault: SignInFault): PageText {
  if (fault.kind === 'blocked') return waitText(fault.retryAfterS);
  return fault.kind === 'refused' ? REFUSED : RESTART;
}

/** @param action address of this interaction */
export function signInPage(action: string, fault?: SignInFault): string {
  const isWrong = fault !== undefined && fault.kind !== 'restart';
  return page(
    TITLE,
    markup`${faultBox(fault && faultText(fault))}
<form method="post" action="${action}">
${field({ name: 'username', label: { zh: '用户名', en: 'Username' }, autocomplete: 'username', maxLength: USERNAME_LENGTH_MAX, isFirst: true, isWrong })}
${field({ name: 'password', label: { zh: '密码', en: 'Password' }, type: 'password', autocomplete: 'current-password', isWrong })}
${submit('sign-in', { zh: '登录', en: 'Sign in' })}
${plainSubmit('cancel', { zh: '取消', en: 'Cancel' })}
</form>
<p class="foot">${link('/oidc/invitation', { zh: '使用邀请码', en: 'Use an invitation code' })}</p>`,
  );
}
