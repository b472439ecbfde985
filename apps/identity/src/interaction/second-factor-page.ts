import { faultBox, field, hidden, plainSubmit, submit, waitText } from './form.js';
import { all, markup, type Html } from './markup.js';
import { both, page, type PageText } from './page.js';

export type FactorFault = { kind: 'refused' } | { kind: 'blocked'; retryAfterS: number };

const TITLE: PageText = { zh: '动态验证码', en: 'Second factor' };
const REFUSED: PageText = {
  zh: '验证码不正确或已用过，请输入应用中现在显示的验证码。',
  en: 'The code is not right or was used before. Enter the one that the app shows now.',
};
export const CODE_LABEL: PageText = { zh: '6 位验证码', en: 'Six-digit code' };
const CODE_HINT: PageText = {
  zh: '在手机的验证器应用中查看“匠证”的验证码。',
  en: 'Look it up in the authenticator app of your phone, under Jiangzheng.',
};
const RECOVERY_HINT: PageText = {
  zh: '每个恢复码只能用一次。没有恢复码时，请联系本机构管理员或运维人员重置。',
  en: 'Each recovery code works once. Without any, ask your administrator or the operator for a reset.',
};
const CODE_LENGTH_MAX = 16;
const RECOVERY_LENGTH_MAX = 64;

export function factorFaultText(fault: FactorFault | undefined): PageText | undefined {
  if (!fault) return undefined;
  return fault.kind === 'blocked' ? waitText(fault.retryAfterS) : REFUSED;
}

export const codeField = (
  name: string,
  given: { label?: PageText; hint?: PageText; isFirst?: boolean; isWrong?: boolean } = {},
): Html =>
  field({ name, label: CODE_LABEL, autocomplete: 'one-time-code', maxLength: CODE_LENGTH_MAX, isCode: true, ...given });

/** @param ticket says that the password was right */
export function secondFactorPage(action: string, ticket: string, fault?: FactorFault): string {
  const isWrong = fault !== undefined;
  return page(
    TITLE,
    markup`${faultBox(factorFaultText(fault))}
<form method="post" action="${action}">
${hidden('ticket', ticket)}
${codeField('code', { hint: CODE_HINT, isFirst: true, isWrong })}
${submit('second-factor', { zh: '登录', en: 'Sign in' })}
${plainSubmit('cancel', { zh: '取消', en: 'Cancel' })}
</form>
<details>
<summary>手机不在身边？<span class="en" lang="en">Phone not at hand?</span></summary>
<form method="post" action="${action}">
${hidden('ticket', ticket)}
${field({ name: 'recovery', label: { zh: '恢复码', en: 'Recovery code' }, hint: RECOVERY_HINT, autocomplete: 'off', maxLength: RECOVERY_LENGTH_MAX })}
${submit('recovery-code', { zh: '用恢复码登录', en: 'Sign in with it' })}
</form>
</details>`,
  );
}

const CODES_TITLE: PageText = { zh: '恢复码', en: 'Recovery codes' };
const CODES_TEXT: PageText = {
  zh: '手机丢失或更换时，每个恢复码可以代替验证码登录一次。它们只显示这一次：请现在打印或抄写，与手机分开保管。',
  en: 'When the phone is lost or replaced, each of these signs you in once in place of a code. They are shown this once: print or copy them now and keep them apart from the phone.',
};

/** @param onward the form or link that leads on */
export function recoveryCodesPage(codes: readonly string[], onward: Html): string {
  return page(
    CODES_TITLE,
    markup`<p>${both(CODES_TEXT)}</p>
<ol class="codes">
${all(codes.map((code) => markup`<li>${code}</li>`))}
</ol>
${onward}`,
  );
}

export function codesKeptForm(action: string, ticket: string): Html {
  return markup`<form method="post" action="${action}">
${hidden('ticket', ticket)}
${submit('continue', { zh: '已保存，继续', en: 'Kept them, go on' })}
</form>`;
}
