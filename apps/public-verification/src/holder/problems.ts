import type { ProblemCatalogue } from '@app/platform';

export const holderProblems: ProblemCatalogue = {
  'binding/claim': {
    status: 422,
    zh: '填写有误，请按 errors 中的说明逐项更正',
    en: 'What you entered is not in order; correct what errors lists',
  },
  'binding/too-many': {
    status: 429,
    zh: '今天尝试绑定的次数已用完，请明天再试；若证书上的信息有误，请联系发证机构',
    en: 'The tries of today are used up; try again tomorrow. If the certificate itself is wrong, ask the issuing body',
  },
  'binding/not-matching': {
    status: 422,
    zh: '姓名、证件号码和证书二维码不属于同一张证书，请对照证书逐项核对后重填',
    en: 'Name, document number and QR code are not of one certificate; compare each with the paper and try again',
  },
  'binding/taken': {
    status: 409,
    zh: '本账号已绑定他人证件，或该证件已绑定其他账号；请先在原账号中解除绑定',
    en: 'This account is bound to another document, or the document to another account; release that binding first',
  },
  'binding/none': {
    status: 409,
    zh: '尚未绑定证书，请先用证书上的二维码绑定本人',
    en: 'No certificate is bound yet; first bind yourself with the QR code of your certificate',
  },
  'extract/not-acceptable': {
    status: 422,
    zh: '摘录设置有误，请按 errors 中的说明逐项更正',
    en: 'The extract is not in order; correct what errors lists',
  },
  'extract/too-many': {
    status: 409,
    zh: '有效的摘录最多 {limit} 份，请先作废不用的',
    en: 'At most {limit} extracts can be open; revoke those you no longer need',
  },
  'extract/not-found': { status: 404, zh: '没有这份摘录', en: 'There is no such extract' },
  'certificate/not-own': {
    status: 404,
    zh: '您名下没有这张证书，请刷新后重选',
    en: 'You hold no such certificate; reload and choose again',
  },
  'correction-request/not-acceptable': {
    status: 422,
    zh: '更正申请有误，请按 errors 中的说明逐项更正',
    en: 'The request is not in order; correct what errors lists',
  },
  'correction-request/not-valid': {
    status: 409,
    zh: '该证书已不是有效证书，不能申请更正；请查看是否已有新证书',
    en: 'This certificate is not valid any more and cannot be corrected; see whether there is a newer one',
  },
  'correction-request/open': {
    status: 409,
    zh: '该证书已有一份待处理的更正申请，请等候答复',
    en: 'A request for this certificate is open already; wait for its answer',
  },
  'correction-request/too-many': {
    status: 429,
    zh: '今天的更正申请已达 {limit} 份，请明天再提',
    en: '{limit} requests were made today; ask again tomorrow',
  },
  'correction-request/illegal-transition': {
    status: 409,
    zh: '更正申请不能从“{from}”变为“{to}”：答复可能重复或次序有误',
    en: 'A request cannot go from {from} to {to}: its answer came twice or out of order',
  },
  'correction-request/bad-event': {
    status: 500,
    zh: '更正申请的答复事件缺少或写错了 {field}，请核对核发服务后重放死信',
    en: 'The answer to a request lacks a right {field}; check the issuing service, then replay the dead letter',
  },
};
