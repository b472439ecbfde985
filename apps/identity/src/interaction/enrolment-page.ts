import QRCode from 'qrcode';
import { enrolmentUri, inGroups } from '../second-factor/totp.js';
import { faultBox, hidden, plainSubmit, submit } from './form.js';
import { markup, rawHtml, type Html } from './markup.js';
import { both, page, type PageText } from './page.js';
import { codeField } from './second-factor-page.js';

const TITLE: PageText = { zh: '设置动态验证码', en: 'Set up the second factor' };
const WHY: PageText = {
  zh: '您的角色除密码外还需要手机验证器应用的验证码。',
  en: 'Your roles need a code from an authenticator app beside the password.',
};
const SCAN: PageText = {
  zh: '在手机上打开任一验证器应用（TOTP），扫描此二维码。',
  en: 'Open any authenticator app (TOTP) on your phone and scan this QR code.',
};
const TYPE: PageText = {
  zh: '无法扫描时，在应用中手工输入此密钥：',
  en: 'If it cannot be scanned, type this secret into the app:',
};
const OPEN: PageText = { zh: '正在用手机？点此在应用中打开', en: 'On the phone already? Open it in the app' };
const CONFIRM: PageText = { zh: '输入应用现在显示的验证码。', en: 'Enter the code that the app shows now.' };
export const WRONG_CODE: PageText = {
  zh: '验证码不正确。请核对手机时间，并输入现在显示的验证码。',
  en: 'The code is not right. Check the clock of the phone and enter the code that is shown now.',
};
const QR_MARGIN_MODULES = 2;

/** What the app has to learn, as a picture and as text. */
export async function enrolmentSteps(secret: string, username: string): Promise<Html> {
  const uri = enrolmentUri(secret, username);
  const svg = await QRCode.toString(uri, { type: 'svg', margin: QR_MARGIN_MODULES, errorCorrectionLevel: 'M' });
  return markup`<ol class="steps">
<li>${both(SCAN)}
<div class="qr" role="img" aria-label="二维码 QR code">${rawHtml(svg)}</div>
<a href="${uri}">${both(OPEN)}</a></li>
<li>${both(TYPE)}
<code class="secret">${inGroups(secret)}</code></li>
<li>${both(CONFIRM)}</li>
</ol>`;
}

export interface EnrolmentForm {
  action: string;
  ticket: string;
  secret: string;
  username: string;
  isWrong: boolean;
  /** False where there is nothing to go back to. */
  canCancel: boolean;
}

export async function enrolmentPage(form: EnrolmentForm): Promise<string> {
  const { action, ticket, secret, username, isWrong, canCancel } = form;
  return page(
    TITLE,
    markup`${faultBox(isWrong ? WRONG_CODE : undefined)}
<p>${both(WHY)}</p>
${await enrolmentSteps(secret, username)}
<form method="post" action="${action}">
${hidden('ticket', ticket)}
${codeField('code', { isWrong })}
${submit('enrol', { zh: '确认', en: 'Confirm' })}
${canCancel ? plainSubmit('cancel', { zh: '取消', en: 'Cancel' }) : markup``}
</form>`,
  );
}
