import type { ProblemCatalogue } from '@app/platform';

export const correctionRequestProblems: ProblemCatalogue = {
  'correction-request/not-found': {
    status: 404,
    zh: '没有这份更正申请',
    en: 'There is no such request for correction',
  },
  'correction-request/change': {
    status: 422,
    zh: '受理须依据一项针对该证书、待批准或已完成的更正提请；请先提请更正，再受理',
    en: 'Accepting rests on a proposed or finished correction of this very certificate; propose it first',
  },
  'correction-request/illegal-transition': {
    status: 409,
    zh: '更正申请不能从“{from}”变为“{to}”：可能已由他人答复，请刷新后查看',
    en: 'A request cannot go from {from} to {to}: someone else may have answered it; reload it',
  },
};
