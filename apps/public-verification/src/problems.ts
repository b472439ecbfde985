import type { ProblemCatalogue } from '@app/platform';
import { askLimitProblems } from './ask-limit/problems.js';
import { batchProblems } from './batch/problems.js';
import { holderProblems } from './holder/problems.js';
import { watchProblems } from './watch/problems.js';

export const problems: ProblemCatalogue = {
  ...askLimitProblems,
  ...batchProblems,
  ...holderProblems,
  ...watchProblems,
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
  'certificate/level': {
    status: 400,
    zh: '等级填写有误，请填写如“三级/高级工”，或不填',
    en: 'The level is not understood; write it like 三级/高级工, or leave it out',
  },
  'certificate/day': {
    status: 400,
    zh: '查询日期不对：应为不晚于今天的 YYYY-MM-DD，请按 errors 中的说明改正',
    en: 'The day asked about is not right: YYYY-MM-DD, not later than today; see errors',
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
  'statistics/bad-event': {
    status: 500,
    zh: '日统计或聘任事件缺少或写错了 {field}，请核对发证服务后重放死信',
    en: 'The event of a closed day lacks a right {field}; check the issuing service, then replay the dead letter',
  },
  'statistics/not-arrived': {
    status: 409,
    zh: '当日仍有证书事件尚未到达，日统计稍后自动重试',
    en: 'Certificates of the day have not arrived; the day is closed again by itself',
  },
  'statistics/day-not-closed': {
    status: 404,
    zh: '该日尚未结算或当日没有统计数据，请查询已结算的日期（/statistics/days）',
    en: 'This day is not closed or has no figures; see the closed days at /statistics/days',
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
  'document/unreadable': {
    status: 422,
    zh: '文件不是本系统的证书 PDF、电子凭证或二维码文字，或已损坏，请上传从本系统下载的原文件',
    en: 'The file is no certificate of ours (PDF, credential or text of a code), or it is damaged; send it as it was downloaded',
  },
  'document/no-code': {
    status: 422,
    zh: '在这个 PDF 中没有找到证书二维码；扫描件请用“扫一扫”读取其中的二维码',
    en: 'There is no code of a certificate in this PDF; read the code of a scanned paper with the camera instead',
  },
  'document/several-certificates': {
    status: 422,
    zh: '文件中有多张证书，请逐张上传',
    en: 'There is more than one certificate in the file; send them one by one',
  },
  'document/picture': {
    status: 422,
    zh: '这是图片，请在查询页“扫一扫”中选择它，由浏览器读取其中的二维码',
    en: 'This is a picture; choose it under “scan”, where your browser reads the code in it',
  },
  'document/too-large': {
    status: 413,
    zh: '文件过大或过于复杂，证书文件不会超过 5 MB',
    en: 'The file is too large or too complex; no certificate takes more than 5 MB',
  },
  'signing-key/bad-event': {
    status: 500,
    zh: '密钥事件写错了 {field}，请核对发证服务后重放死信',
    en: 'The event of a key has a wrong {field}; check the issuing service, then replay the dead letter',
  },
  'body/bad-event': {
    status: 500,
    zh: '备案事件缺少或写错了 {field}，请核对备案服务后重放死信',
    en: 'The filing event lacks a right {field}; check the filing service, then replay the dead letter',
  },
  ...holderProblems,
};
