import { DomainError } from '@app/kernel';
import { enrolmentSteps, WRONG_CODE } from '../interaction/enrolment-page.js';
import { hidden, waitText } from '../interaction/form.js';
import { markup } from '../interaction/markup.js';
import { both, type PageText } from '../interaction/page.js';
import { problemText } from '../interaction/problem-text.js';
import { codeField } from '../interaction/second-factor-page.js';
import { newPasswordFields } from '../invitation/invitation-page.js';
import { accountForm, currentFactorField, currentPasswordField } from './own-account-page.js';
import type { Enrolment, ProofFault, Visitor } from './own-account.service.js';

export type Fault = ProofFault | DomainError;

const WRONG_PASSWORD: PageText = { zh: '当前密码不正确。', en: 'The current password is not right.' };
const WRONG_FACTOR: PageText = {
  zh: '当前验证码或恢复码不正确，或已用过。',
  en: 'The current code or recovery code is not right or was used before.',
};

const NEW_APP_CODE: PageText = { zh: '新设置的应用显示的验证码', en: 'Code of the new app' };

function faultText(fault: Fault | undefined): PageText | undefined {
  if (!fault) return undefined;
  if (fault instanceof DomainError) return problemText(fault);
  switch (fault.kind) {
    case 'blocked':
      return waitText(fault.retryAfterS);
    case 'password':
      return WRONG_PASSWORD;
    case 'factor':
      return WRONG_FACTOR;
    case 'new-code':
      return WRONG_CODE;
  }
}

const isAbout = (fault: Fault | undefined, kind: ProofFault['kind']): boolean =>
  fault !== undefined && !(fault instanceof DomainError) && fault.kind === kind;

export function passwordPage(token: string, fault?: Fault): string {
  return accountForm(
    { zh: '更改密码', en: 'Change the password' },
    { path: 'password', token, fault: faultText(fault) },
    {
      before: markup`<p>${both({
        zh: '更改后，其他浏览器上的登录全部退出。',
        en: 'Afterwards you are signed out of all other browsers.',
      })}</p>`,
      fields: markup`${currentPasswordField(isAbout(fault, 'password'))}
${newPasswordFields(fault instanceof DomainError)}`,
      button: { zh: '更改密码', en: 'Change it' },
    },
  );
}

export async function secondFactorFormPage(given: {
  token: string;
  visitor: Visitor;
  enrolment: Enrolment;
  fault?: Fault;
}): Promise<string> {
  const { token, visitor, enrolment, fault } = given;
  const { hasSecondFactor, username } = visitor.standing;
  return accountForm(
    { zh: '设置动态验证码', en: 'Set up the second factor' },
    { path: 'second-factor', token, fault: faultText(fault) },
    {
      before: await enrolmentSteps(enrolment.secret, username),
      fields: markup`${hidden('ticket', enrolment.ticket)}
${codeField('code', { ...(hasSecondFactor ? { label: NEW_APP_CODE } : {}), isWrong: isAbout(fault, 'new-code') })}
${hasSecondFactor ? currentFactorField(isAbout(fault, 'factor')) : markup``}
${currentPasswordField(isAbout(fault, 'password'))}`,
      button: { zh: '确认', en: 'Confirm' },
    },
  );
}

export function recoveryPage(token: string, fault?: Fault): string {
  return accountForm(
    { zh: '换一批恢复码', en: 'New recovery codes' },
    { path: 'recovery-codes', token, fault: faultText(fault) },
    {
      before: markup`<p>${both({
        zh: '新的恢复码显示后，旧的全部作废。',
        en: 'When the new recovery codes are shown, the old ones no longer work.',
      })}</p>`,
      fields: markup`${currentFactorField(isAbout(fault, 'factor'))}
${currentPasswordField(isAbout(fault, 'password'))}`,
      button: { zh: '生成新恢复码', en: 'Make new codes' },
    },
  );
}
