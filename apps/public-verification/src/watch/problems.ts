import type { ProblemCatalogue } from '@app/platform';

export const watchProblems: ProblemCatalogue = {
  'watch/not-found': {
    status: 404,
    zh: '没有与所填两项信息全部相符的证书，无法登记变更提醒，请先核验',
    en: 'No certificate matches everything given, so there is nothing to watch; verify first',
  },
  'watch/no-such-watch': {
    status: 404,
    zh: '没有这项变更提醒，可能已取消或到期',
    en: 'There is no such watch; it may have ended',
  },
  'watch/too-many': {
    status: 409,
    zh: '本单位登记的变更提醒已达 {limit} 项，请先取消不再需要的',
    en: 'The organisation watches {limit} certificates, which is all; end some first',
  },
  'watch/webhook-url': {
    status: 400,
    zh: '接收地址须为 https、公网域名或公网地址，且不含用户名、密码和 # 部分，请更换地址',
    en: 'The address has to be https and public, without user name, password or fragment; give another one',
  },
  'watch/no-such-webhook': { status: 404, zh: '没有这个接收地址', en: 'There is no such webhook' },
  'watch/no-such-delivery': { status: 404, zh: '没有这条推送记录', en: 'There is no such delivery' },
  'watch/not-failed': {
    status: 409,
    zh: '只有推送失败的记录可以重发，该记录现为“{state}”',
    en: 'Only a failed delivery is sent again; this one is {state}',
  },
};
