import type { ProblemDocument } from '../api/types.ts';

const PREFIX = 'urn:jiangzheng:problem:';

/** Titles that speak of the document itself or of headers, put for those who see a page and not an answer. */
const TITLES: Readonly<Record<string, ProblemDocument['titles']>> = {
  'request/invalid': { 'zh-CN': '填写的内容有误，请逐项更正', en: 'Some entries are not right; correct each of them' },
  'access/unauthenticated': { 'zh-CN': '登录已到期，请重新登录', en: 'Your session has ended; please sign in again' },
  'gateway/upstream': {
    'zh-CN': '服务暂时没有应答；如刚才提交了内容，请稍后刷新，看是否已经办理',
    en: 'The service does not answer now; if you sent something, refresh later to see whether it was done',
  },
  'service/internal': {
    'zh-CN': '系统内部错误，已记录；请凭下面的编号联系管理员',
    en: 'An internal error was recorded; give the id below to an administrator',
  },
};

export const problemTitles = ({ type, titles }: ProblemDocument): ProblemDocument['titles'] =>
  (type.startsWith(PREFIX) ? TITLES[type.slice(PREFIX.length)] : undefined) ?? titles;
