import type { ProblemCatalogue } from '@app/platform';

export const changeProblems: ProblemCatalogue = {
  'change/not-found': { status: 404, zh: '没有这项证书变更', en: 'There is no such change of certificates' },
  'change/not-acceptable': {
    status: 422,
    zh: '提请有误，请按 errors 中的说明逐项更正',
    en: 'The proposal is not in order; correct what errors lists',
  },
  'change/certificates': {
    status: 422,
    zh: '所选证书须同属一家机构、都存在且现为有效，请刷新后重选',
    en: 'The certificates must all be there, valid and of one body; reload and choose again',
  },
  'change/person': {
    status: 422,
    zh: '更正后的姓名、证件类型或证件号码不全，或含不能印制的字符',
    en: 'Name, document type or number as corrected is missing, or holds characters that cannot be printed',
  },
  'change/already-held': {
    status: 409,
    zh: '更正后的持证人已持有同职业同等级的有效证书，请先核实是否为同一人',
    en: 'The holder as corrected already has a valid certificate of this occupation and level; find out first whether it is one person',
  },
  'change/nothing-left': {
    status: 409,
    zh: '所列证书均已不是有效状态，无可变更；请驳回或撤回本项提请',
    en: 'None of these certificates is valid any more; refuse or withdraw the proposal',
  },
  'change/own-proposal': {
    status: 403,
    zh: '提请人不能批准或驳回自己的提请，请由另一位负责人办理',
    en: 'Nobody decides on an own proposal; another officer has to',
  },
  'change/not-proposer': {
    status: 403,
    zh: '只有提请人可以撤回',
    en: 'Only the one who proposed it can withdraw it',
  },
  'change/illegal-transition': {
    status: 409,
    zh: '变更不能从“{from}”变为“{to}”：可能已由他人办结，请刷新后查看',
    en: 'A change cannot go from {from} to {to}: someone else may have settled it; reload it',
  },
};
