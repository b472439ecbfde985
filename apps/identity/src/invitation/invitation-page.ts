import { LENGTH_MAX, LENGTH_MIN_ALONE, LENGTH_MIN_WITH_FACTOR } from '../account/password-rules.js';
import { faultBox, field, link, submit, waitText } from '../interaction/form.js';
import { markup, type Html } from '../interaction/markup.js';
import { both, page, type PageText } from '../interaction/page.js';
import { problemText } from '../interaction/problem-text.js';
import type { InvitationFault } from './invitation.service.js';

export const INVITATION_ADDRESS = '/oidc/invitation';
const TITLE: PageText = { zh: '使用邀请码', en: 'Use an invitation code' };
const TEXT: PageText = {
  zh: '用管理员给您的邀请码设置自己的密码。邀请码只能用一次。',
  en: 'Set your own password with the invitation code that your administrator gave you. It works once.',
};
const REFUSED: PageText = {
  zh: '用户名或邀请码不正确，或邀请码已用过、已过期。可请管理员重新发放。',
  en: 'The username or code is not right, or the code was used or has expired. Your administrator can give you a new one.',
};
export const PASSWORD_HINT: PageText = {
  zh: `至少 ${LENGTH_MIN_ALONE} 个字符（角色需要动态验证码时至少 ${LENGTH_MIN_WITH_FACTOR} 个），最多 ${LENGTH_MAX} 个，任何文字和空格均可；一句话最好记。不能用常见密码，不能含用户名或机构名。`,
  en: `${LENGTH_MIN_ALONE} characters or more (${LENGTH_MIN_WITH_FACTOR} where your roles need a second factor), ${LENGTH_MAX} at most, of any script, blanks too; a sentence is easy to remember. No common password, no username or name of the organisation in it.`,
};
const USERNAME_LENGTH_MAX = 64;

function faultText(fault: InvitationFault): PageText {
  switch (fault.kind) {
    case 'blocked':
      return waitText(fault.retryAfterS);
    case 'password':
      return problemText(fault.error);
    case 'refused':
      return REFUSED;
  }
}

/** The new password, twice: nobody sees what is typed. */
export const newPasswordFields = (isWrong: boolean): Html => markup`
${field({ name: 'password', label: { zh: '新密码', en: 'New password' }, type: 'password', autocomplete: 'new-password', hint: PASSWORD_HINT, isWrong, isFirst: isWrong })}
${field({ name: 'repeated', label: { zh: '再输一次新密码', en: 'New password again' }, type: 'password', autocomplete: 'new-password', isWrong })}`;

export function invitationPage(fault?: InvitationFault, typed = { username: '', code: '' }): string {
  const isWrongCode = fault !== undefined && fault.kind !== 'password';
  return page(
    TITLE,
    markup`${faultBox(fault && faultText(fault))}
<p>${both(TEXT)}</p>
<form method="post" action="${INVITATION_ADDRESS}">
${field({ name: 'username', label: { zh: '用户名', en: 'Username' }, autocomplete: 'username', maxLength: USERNAME_LENGTH_MAX, value: typed.username, isFirst: fault?.kind !== 'password', isWrong: isWrongCode })}
${field({ name: 'code', label: { zh: '邀请码', en: 'Invitation code' }, autocomplete: 'off', value: typed.code, isWrong: isWrongCode })}
${newPasswordFields(fault?.kind === 'password')}
${submit('use', { zh: '设置密码', en: 'Set the password' })}
</form>`,
  );
}

const DONE_TITLE: PageText = { zh: '设置完成', en: 'All set' };
const DONE_TEXT: PageText = {
  zh: '密码已设置，邀请码已用完。现在可以登录。',
  en: 'The password is set and the invitation code used up. You can sign in now.',
};
const SIGN_IN: PageText = { zh: '去登录', en: 'Sign in' };

export const signInLink = (): Html => markup`<p class="acts">${link('/staff', SIGN_IN, 'act')}</p>`;

export const donePage = (): string => page(DONE_TITLE, markup`<p>${both(DONE_TEXT)}</p>${signInLink()}`);
