import type { ProblemCatalogue } from '@app/platform';

export const problems: ProblemCatalogue = {
  'filing/not-found': { status: 404, zh: '没有这份备案', en: 'There is no such filing' },
  'filing/content': {
    status: 422,
    zh: '备案内容有误，请按 errors 中逐项更正',
    en: 'The filing is not right; correct each entry of errors',
  },
  'filing/exists': {
    status: 409,
    zh: '该机构已有在办或在册的备案',
    en: 'The body already has an open or filed filing',
  },
  'filing/not-editable': {
    status: 409,
    zh: '备案处于“{state}”，不能修改',
    en: 'A filing that is {state} cannot be changed',
  },
  'filing/illegal-transition': {
    status: 409,
    zh: '备案不能从“{from}”变为“{to}”',
    en: 'A filing cannot go from {from} to {to}',
  },
  'filing/publicity-running': {
    status: 409,
    zh: '公示至 {until} 止，期满后方可备案',
    en: 'Publicity runs until {until}; file it afterwards',
  },
};
