import type { ProblemCatalogue } from '@app/platform';

/** What can go wrong on the pages of this service; shown as a page in both languages. */
export const identityProblems: ProblemCatalogue = {
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
