import type { ProblemCatalogue } from '@app/platform';

export const signingKeyProblems: ProblemCatalogue = {
  'signing-key/not-found': {
    status: 404,
    zh: '没有这把签名密钥，或该机构尚未启用签名密钥',
    en: 'There is no such signing key, or the body has none yet',
  },
  'signing-key/illegal-transition': {
    status: 409,
    zh: '签名密钥不能从“{from}”变为“{to}”：可能已由他人更换，请刷新后查看',
    en: 'A signing key cannot go from {from} to {to}: someone else changed it; reload it',
  },
  'signing-key/next-too-young': {
    status: 409,
    zh: '备用密钥公布不久，核验方可能尚未取得；{usable} 以后方可轮换',
    en: 'The next key was published only a moment ago and not every verifier has it; rotate after {usable}',
  },
  'signing-key/not-active': {
    status: 409,
    zh: '该机构的签名密钥刚刚更换，本次未核发任何证书，请重新办理',
    en: 'The signing key of this body was changed just now and nothing was issued; try again',
  },
  'signing-key/no-filing': {
    status: 409,
    zh: '尚未收到该机构的备案信息，无法为其签名密钥签发数字证书，请稍后重试',
    en: 'The filing of this body has not arrived, so its signing key cannot be certified; try again later',
  },
  'key-change/not-found': { status: 404, zh: '没有这项密钥变更申请', en: 'There is no such change of keys' },
  'key-change/illegal-transition': {
    status: 409,
    zh: '密钥变更申请不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'A change of keys cannot go from {from} to {to}: someone else decided it; reload it',
  },
  'key-change/open': {
    status: 409,
    zh: '这把密钥已有同类变更申请待确认，请在申请列表中办理',
    en: 'The same change of this key waits for its second person; decide that one',
  },
};
