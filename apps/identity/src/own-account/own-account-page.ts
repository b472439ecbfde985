import { field, hidden, link, noticeBox, plainSubmit, submit, faultBox } from '../interaction/form.js';
import { all, markup, type Html } from '../interaction/markup.js';
import { both, page, type PageText } from '../interaction/page.js';
import type { OwnAccount, OwnSession } from './own-account.service.js';

export const ACCOUNT_ADDRESS = '/oidc/account';
const TITLE: PageText = { zh: '我的账号', en: 'My account' };
const SESSIONS_TEXT: PageText = {
  zh: '以下浏览器现在登录着您的账号。不认识的，请退出它并更改密码。',
  en: 'These browsers are signed in to your account. If you do not know one, sign it out and change the password.',
};
const UNKNOWN_BROWSER: PageText = { zh: '未知浏览器', en: 'Unknown browser' };

/** What was done just now, by the word in the address. */
export const NOTICES: Readonly<Record<string, PageText>> = {
  session: { zh: '已退出所选的登录。', en: 'The chosen session is signed out.' },
  others: { zh: '其他登录已全部退出。', en: 'All other sessions are signed out.' },
  password: {
    zh: '密码已更改，其他登录已全部退出。',
    en: 'The password is changed, and all other sessions are signed out.',
  },
};

const CHINA_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

const fact = (label: PageText, value: Html | string): Html => markup`<dt>${both(label)}</dt><dd>${value}</dd>`;

function sessionItem(session: OwnSession, token: string): Html {
  const { uid, browser, address, beganAt, lastUsedAt, isThis } = session;
  const tag = isThis ? markup`<span class="tag">${both({ zh: '本次登录', en: 'this one' })}</span>` : markup``;
  const end = markup`<form method="post" action="${ACCOUNT_ADDRESS}">
${hidden('token', token)}${hidden('uid', uid)}
${plainSubmit('end-session', { zh: '退出', en: 'Sign out' })}
</form>`;
  return markup`<li class="${isThis ? 'own' : 'other'}"><div>
<strong>${browser ? browser : both(UNKNOWN_BROWSER)}</strong>${tag}
<dl class="facts">
${fact({ zh: '登录于', en: 'Since' }, CHINA_TIME.format(beganAt))}
${fact({ zh: '最近使用', en: 'Last use' }, CHINA_TIME.format(lastUsedAt))}
${fact({ zh: '地址', en: 'Address' }, address)}
</dl></div>
${isThis ? markup`` : end}</li>`;
}

function sessionList(sessions: readonly OwnSession[], token: string): Html {
  const others = markup`<form method="post" action="${ACCOUNT_ADDRESS}" class="narrow">
${hidden('token', token)}
${plainSubmit('end-others', { zh: '退出其他全部登录', en: 'Sign out all others' })}
</form>`;
  return markup`<ul class="sessions">
${all(sessions.map((session) => sessionItem(session, token)))}
</ul>
${sessions.some(({ isThis }) => !isThis) ? others : markup``}`;
}

function secondFactorPart({ hasSecondFactor, needsSecondFactor, recoveryCodesLeft }: OwnAccount): Html {
  if (!hasSecondFactor) {
    return markup`<p>${both({
      zh: '未设置。设置后，登录时除密码外还要输入手机上的验证码，账号更安全。',
      en: 'Not set up. With it, signing in takes a code from your phone beside the password, which is safer.',
    })}</p>
<p class="acts">${link(`${ACCOUNT_ADDRESS}/second-factor`, { zh: '设置动态验证码', en: 'Set it up' }, 'act')}</p>`;
  }
  const needed: PageText = needsSecondFactor
    ? { zh: '已设置；您的角色必须使用。', en: 'Set up; your roles need it.' }
    : { zh: '已设置。', en: 'Set up.' };
  return markup`<p>${both(needed)}</p>
<p>${both({
    zh: `剩余恢复码 ${recoveryCodesLeft} 个。`,
    en: `${recoveryCodesLeft} recovery codes are left.`,
  })}</p>
<p class="acts">${link(`${ACCOUNT_ADDRESS}/second-factor`, { zh: '换手机或重新设置', en: 'Set up anew' }, 'act')}
${link(`${ACCOUNT_ADDRESS}/recovery-codes`, { zh: '换一批恢复码', en: 'New recovery codes' }, 'act')}</p>`;
}

export function ownAccountPage(account: OwnAccount, token: string, notice: string): string {
  const { username, name, organisationName, roles, sessions } = account;
  return page(
    TITLE,
    markup`${noticeBox(NOTICES[notice])}
<dl class="facts">
${fact({ zh: '姓名', en: 'Name' }, name)}
${fact({ zh: '用户名', en: 'Username' }, username)}
${organisationName ? fact({ zh: '机构', en: 'Organisation' }, organisationName) : markup``}
${fact({ zh: '角色', en: 'Roles' }, all(roles.map((role) => both(role))))}
</dl>
<h2>密码<span class="en" lang="en">Password</span></h2>
<p class="acts">${link(`${ACCOUNT_ADDRESS}/password`, { zh: '更改密码', en: 'Change it' }, 'act')}</p>
<h2>动态验证码<span class="en" lang="en">Second factor</span></h2>
${secondFactorPart(account)}
<h2>登录记录<span class="en" lang="en">Sessions</span></h2>
<p>${both(SESSIONS_TEXT)}</p>
${sessionList(sessions, token)}
<p class="foot">${link('/staff', { zh: '回到工作页面', en: 'Back to work' })}</p>`,
    'wide',
  );
}

export const backLink = (): Html =>
  markup`<p class="foot">${link(ACCOUNT_ADDRESS, { zh: '返回我的账号', en: 'Back to my account' })}</p>`;

/** A form of its own page. */
export function accountForm(
  title: PageText,
  { path, token, fault }: { path: string; token: string; fault: PageText | undefined },
  content: { before?: Html; fields: Html; button: PageText },
): string {
  return page(
    title,
    markup`${faultBox(fault)}${content.before ?? markup``}
<form method="post" action="${ACCOUNT_ADDRESS}/${path}">
${hidden('token', token)}
${content.fields}
${submit('save', content.button)}
</form>
${backLink()}`,
  );
}

export const currentPasswordField = (isWrong: boolean): Html =>
  field({
    name: 'old',
    label: { zh: '当前密码', en: 'Current password' },
    type: 'password',
    autocomplete: 'current-password',
    isWrong,
  });

export const currentFactorField = (isWrong: boolean): Html =>
  field({
    name: 'factor',
    label: { zh: '当前验证码或恢复码', en: 'Current code or a recovery code' },
    hint: {
      zh: '来自现在使用的验证器应用；手机已丢失时填一个恢复码。',
      en: 'From the app that you use now; if the phone is lost, a recovery code.',
    },
    autocomplete: 'one-time-code',
    isWrong,
  });
