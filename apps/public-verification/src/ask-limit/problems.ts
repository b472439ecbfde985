import type { ProblemCatalogue } from '@app/platform';

export const askLimitProblems: ProblemCatalogue = {
  'ask-limit/proof-of-work': {
    status: 429,
    zh: '查询较多，请先完成一次计算：解出响应头 proof-of-work 中的题目，并以 <题目>.<答数> 放入请求头 proof-of-work 重新提交',
    en: 'Many have asked. Solve the challenge in the header proof-of-work of this answer and repeat the request with the header proof-of-work: <challenge>.<nonce>',
  },
  'ask-limit/too-many': {
    status: 429,
    zh: '本地址一分钟内的查询过多，请按响应头 retry-after 的秒数等待；需要成批核验的单位请使用批量核验',
    en: 'Too many queries from this address in a minute; wait the seconds in retry-after. Organisations with many to check have the batch',
  },
};
