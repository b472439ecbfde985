import type { ProblemCatalogue } from '@app/platform';

const pages: ProblemCatalogue = {
  'sign-in/expired': {
    status: 400,
    zh: '本次登录已过期或已在别处完成，请回到系统首页重新登录',
    en: 'This sign-in has expired or was finished elsewhere; go back to the start page and sign in again',
  },
  'sign-in/foreign-origin': {
    status: 403,
    zh: '登录请求不是从本站登录页发出的，已拒绝',
    en: 'The request did not come from the sign-in page of this site and was refused',
  },
};

const invitations: ProblemCatalogue = {
  'invitation/used': {
    status: 409,
    zh: '邀请码已用过或已被新的邀请码取代，请联系管理员',
    en: 'The invitation code was used or replaced by a newer one; ask your administrator',
  },
};

const people: ProblemCatalogue = {
  'person/not-found': { status: 404, zh: '没有此人', en: 'There is no such person' },
  'person/username': {
    status: 400,
    zh: '用户名应为 2–64 个小写字母、数字、点、连字符或下划线，以字母或数字开头',
    en: 'A username has 2 to 64 small letters, digits, dots, hyphens or underscores and begins with a letter or digit',
  },
  'person/username-taken': {
    status: 409,
    zh: '此用户名已被使用，请另选',
    en: 'This username is taken; choose another',
  },
  'person/last-administrator': {
    status: 409,
    zh: '机构至少要有一名能登录的管理员：请先让另一人成为管理员并登录',
    en: 'An organisation keeps an administrator who can sign in; make somebody else one first, who has to sign in',
  },
  'person/operators': {
    status: 403,
    zh: '此人持有由运维人员授予的角色，请联系运维人员办理',
    en: 'This person holds a role that the operator gives; ask the operator',
  },
  'person/disabled': { status: 409, zh: '此人已停用，请先启用', en: 'This person is disabled; enable them first' },
};

const roles: ProblemCatalogue = {
  'role/none': { status: 400, zh: '至少要有一个角色', en: 'At least one role is needed' },
  'role/unknown': { status: 400, zh: '没有这个角色', en: 'There is no such role' },
  'role/not-grantable': {
    status: 403,
    zh: '角色“{role}”由运维人员授予',
    en: 'The role ({role}) is given by the operator only',
  },
  'role/not-for-organisation': {
    status: 409,
    zh: '角色“{role}”不能授予这类机构的人员',
    en: 'The role ({role}) is not for people of this kind of organisation',
  },
  'role/exclusive': {
    status: 409,
    zh: '角色“{role}”不能与其他角色同时持有',
    en: 'The role ({role}) cannot be held together with another',
  },
};

const passwords: ProblemCatalogue = {
  'password/too-short': { status: 422, zh: '密码至少 {min} 个字符', en: 'The password needs {min} characters or more' },
  'password/too-long': {
    status: 422,
    zh: '密码最多 {max} 个字符',
    en: 'The password may have {max} characters at most',
  },
  'password/known': {
    status: 422,
    zh: '这个密码在常见或已泄露密码名单上，请换一个',
    en: 'This password is on the list of common or leaked ones; choose another',
  },
  'password/contains-name': {
    status: 422,
    zh: '密码不能包含用户名、机构名称或本系统名称',
    en: 'The password may not contain the username or the name of the organisation or of this service',
  },
  'password/not-repeated': {
    status: 422,
    zh: '两次输入的新密码不一致',
    en: 'The new password was not the same both times',
  },
  'password/run': {
    status: 422,
    zh: '密码不能是重复或连续的字符',
    en: 'The password may not be one repeated or counting run of characters',
  },
};

/** What can go wrong in this service; on its pages shown in both languages. */
export const identityProblems: ProblemCatalogue = { ...pages, ...invitations, ...people, ...roles, ...passwords };
