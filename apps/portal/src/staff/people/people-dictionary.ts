import type { Dictionary } from '../../i18n/dictionary.ts';

/** Texts of the people of an organisation: `[Chinese, English]`. */
export const peopleDictionary = {
  title: ['机构人员', 'People'],
  lead: [
    '能以本机构名义登录的人。人员变动请当日办理；停用不删除经办记录。',
    'Those who can sign in for your organisation. Keep it up to date: disabling somebody keeps the record of what they did.',
  ],
  invite: ['邀请人员', 'Invite a person'],
  refresh: ['刷新', 'Refresh'],
  more: ['载入更多', 'Load more'],
  count: ['{n} 人', '{n} people'],
  countSoFar: ['已载入 {n} 人', '{n} people loaded'],
  nobody: ['还没有人员', 'Nobody yet'],
  close: ['关闭', 'Close'],
  cancel: ['取消', 'Cancel'],

  name: ['姓名', 'Name'],
  username: ['用户名', 'Username'],
  roles: ['角色', 'Roles'],
  state: ['状态', 'State'],
  secondFactor: ['动态验证码', 'Second factor'],
  hasFactor: ['已设置', 'Set up'],
  needsFactor: ['首次登录时设置', 'Set up at first sign-in'],
  noFactor: ['未设置', 'None'],
  added: ['加入时间', 'Added'],
  invitationUntil: ['邀请码有效至', 'Code valid until'],
  you: ['您本人', 'You'],
  id: ['系统编号', 'System id'],

  'state:active': ['正常', 'Active'],
  'state:invited': ['待接受邀请', 'Invited'],
  'state:locked-out': ['需要新邀请码', 'Needs a new code'],
  'state:disabled': ['已停用', 'Disabled'],

  onlyAdmin: [
    '{name}是唯一能登录的管理员：不能停用、重置，也不能去掉管理员角色。一旦手机丢失，只有运维人员能够恢复；请邀请另一人任管理员，对方登录一次后即可解除。',
    '{name} is the only administrator who can sign in, and cannot be disabled, reset or given up as administrator. If that phone is lost, only the operator can help: invite a second administrator, who counts after signing in once.',
  ],

  actions: ['可以办理', 'What you can do'],
  'step:roles': ['更改角色', 'Change roles'],
  'step:reset': ['发新邀请码', 'New invitation code'],
  'step:disable': ['停用', 'Disable'],
  'step:enable': ['启用', 'Enable'],
  'about:roles': ['岗位变动时使用。', 'When the work changes.'],
  'about:reset': [
    '忘记密码、手机丢失或邀请码过期时使用。',
    'For a forgotten password, a lost phone or a code that has expired.',
  ],
  'about:disable': ['离职、调岗或账号可疑时使用，可随时恢复。', 'When somebody leaves, or in doubt; can be undone.'],
  'about:enable': ['恢复登录。', 'Lets the person sign in again.'],
  'obstacle:operators': [
    '此人持有由运维人员授予的角色，请联系运维人员办理。',
    'This person holds a role that only the operator gives; ask the operator.',
  ],
  'obstacle:last-administrator': [
    '唯一的管理员不能办理此项：请先让另一人任管理员并登录一次。',
    'Not for the only administrator: first make somebody else one, who has to sign in once.',
  ],

  sessionsEnd: [
    '立即退出所有登录；已打开的页面最迟 5 分钟后失效。',
    'All sessions end at once; a page that is open stops working within 5 minutes.',
  ],
  selfEnds: ['这是您本人的账号：您会被退出。', 'This is your own account: you will be signed out.'],
  'ask:disable': ['停用{name}？', 'Disable {name}?'],
  'what:disable': [
    '此人不能再登录，未使用的邀请码作废。经办记录保留，以后可以重新启用。',
    'The person cannot sign in any more, and an unused invitation code is void. What they did stays on record; you can enable them again.',
  ],
  'ask:enable': ['启用{name}？', 'Enable {name}?'],
  'what:enable': [
    '此人可用原来的密码和验证器登录；从未设置过密码的，启用后还需发新邀请码。',
    'The person signs in with the password and authenticator of before. Who never set a password needs a new invitation code then.',
  ],
  'ask:reset': ['给{name}发新邀请码？', 'New invitation code for {name}?'],
  'what:reset': [
    '原来的密码、动态验证码、恢复码和邀请码立即作废，只有新邀请码能用。先核实是本人提出的。',
    'Password, second factor, recovery codes and any earlier code are void at once; only the new code works. Make sure first that the person asked for it.',
  ],
  'done:disable': ['已停用{name}。', '{name} is disabled.'],
  'done:enable': ['已启用{name}。', '{name} is enabled.'],
  enabledLockedOut: [
    '已启用{name}；此人还没有密码，请发新邀请码。',
    '{name} is enabled but has no password: give a new invitation code.',
  ],
  'done:roles': ['已更改{name}的角色。', 'The roles of {name} are changed.'],

  inviteTitle: ['邀请人员', 'Invite a person'],
  inviteGo: ['建立邀请', 'Make the invitation'],
  usernameHelp: [
    '登录时使用，之后不能更改：小写字母、数字、点、连字符、下划线，2–64 位。不要用身份证号或手机号。',
    'For signing in, and not changed later: 2–64 small letters, digits, dots, hyphens, underscores. No ID or phone number.',
  ],
  usernameFault: [
    '用户名不符合下面的要求，或不是以字母或数字开头',
    'Not as described below, or not beginning with a letter or digit',
  ],
  nameFault: ['请填写姓名', 'Please enter the name'],
  rolesFault: ['请至少选一个角色', 'Please choose at least one role'],
  inviteLost: [
    '邀请已经建立，但邀请码没有送达本页。请关闭此窗口，在列表中打开此人并发新邀请码。',
    'The invitation was made, but its code did not reach this page. Close this, open the person in the list and give a new code.',
  ],

  rolesTitle: ['更改{name}的角色', 'Change the roles of {name}'],
  rolesGo: ['保存角色', 'Save the roles'],
  rolesSame: ['角色没有变化', 'The roles are the same'],
  mustStayAdmin: [
    '唯一的管理员必须保留此角色：请先让另一人任管理员并登录一次。',
    'The only administrator keeps this role: first make somebody else one, who has to sign in once.',
  ],
  losesAdmin: [
    '您将失去管理员角色，不能再打开本页。',
    'You will no longer be an administrator, and this page will be closed to you.',
  ],
  'role:agency-clerk': [
    '备案、考前计划、报名名册、编排考场、录入成绩、公示和上报。',
    'Filings, exam plans, rosters, seating, scores, publicity and reports.',
  ],
  'role:agency-reviewer': ['复核他人录入的成绩。', 'Confirms scores that someone else entered.'],
  'role:examiner': ['查看本机构考前计划，录入成绩。', 'Sees the exam plans and enters scores.'],
  'role:agency-admin': [
    '管理本机构人员；可提交、撤回备案和上报。登录须动态验证码。',
    'Manages these people; files, withdraws and reports. Signs in with a second factor.',
  ],

  codeTitle: ['把邀请码交给{name}', 'Give this code to {name}'],
  codeOnce: [
    '邀请码只显示这一次，关闭后任何人都看不到。丢失了可以再发新的。',
    'The code is shown this once; afterwards nobody can see it. If it is lost, make a new one.',
  ],
  code: ['邀请码', 'Invitation code'],
  copy: ['复制', 'Copy'],
  copied: ['已复制', 'Copied'],
  copyFailed: ['未能复制，已选中，请按 Ctrl+C', 'Not copied; it is selected, press Ctrl+C'],
  codeUntil: ['有效至 {at}（北京时间，7 天），只能用一次。', 'Valid until {at} (Beijing time, 7 days), works once.'],
  codeHand: ['当面或打电话告诉本人，不要发到群里。', 'Tell the person face to face or by phone, not in a group chat.'],
  nextTitle: ['对方要做的事', 'What the person does'],
  nextOpen: ['打开', 'Open'],
  nextEnter: ['填写用户名 {username} 和邀请码', 'Enter the username {username} and the code'],
  nextPassword: [
    '设置自己的密码（至少 15 个字符，一句话最好记）',
    'Set a password (15 characters or more; a sentence is easy)',
  ],
  nextPasswordFactor: ['设置自己的密码（至少 12 个字符）', 'Set a password (12 characters or more)'],
  nextFactor: [
    '用手机上的验证器应用扫码，并保存好恢复码',
    'Scan the code with an authenticator app on the phone, and keep the recovery codes',
  ],
  nextSignIn: ['登录工作台', 'Sign in to the workspace'],
  codeDone: ['已记下，关闭', 'Noted, close'],
} as const satisfies Dictionary;
