import type { ProblemCatalogue } from '@app/platform';
import { holderProblems } from './holder/problems.js';

export const problems: ProblemCatalogue = {
  'certificate/two-facts': {
    status: 400,
    zh: '查询须提供两项信息：姓名、证件号码、证书编号三项中的任意两项，请补充 errors 中列出的一项',
    en: 'A query needs two of name, document number and certificate number; add one of those listed in errors',
  },
  'certificate/number': {
    status: 400,
    zh: '证书编号的格式不对，请按 errors 中的说明核对后重填',
    en: 'The certificate number is not well formed; check it against errors and enter it again',
  },
  'certificate/bad-event': {
    status: 500,
    zh: '证书事件缺少或写错了 {field}，请核对发证服务后重放死信',
    en: 'The certificate event lacks a right {field}; check the issuing service, then replay the dead letter',
  },
  'certificate/not-arrived': {
    status: 409,
    zh: '该证书的核发事件尚未到达，状态变更稍后自动重试',
    en: 'The certificate itself has not arrived; the change of its status is tried again by itself',
  },
  'body/not-found': {
    status: 404,
    zh: '备案名录中没有这个机构（站点）代码',
    en: 'The directory of filed bodies has no such site code',
  },
  'body/site-code': {
    status: 400,
    zh: '机构（站点）代码的格式不对，请按 errors 中的说明核对后重填',
    en: 'The site code is not well formed; check it against errors and enter it again',
  },
  'body/bad-event': {
    status: 500,
    zh: '备案事件缺少或写错了 {field}，请核对备案服务后重放死信',
    en: 'The filing event lacks a right {field}; check the filing service, then replay the dead letter',
  },
  ...holderProblems,
};
