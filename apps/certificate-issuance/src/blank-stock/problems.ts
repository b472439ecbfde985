/** 空白证书 (docs/operations/hand-over.md). */
export const blankStockProblems = {
  'blank-request/not-found': { status: 404, zh: '没有这份申领单', en: 'There is no such supply request' },
  'blank-request/illegal-transition': {
    status: 409,
    zh: '申领单不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'A supply request cannot go from {from} to {to}: someone else decided it; reload it',
  },
  'blank-stock/not-filed': {
    status: 422,
    zh: '本单位没有备案，不能申领空白证书；请先办理备案',
    en: 'Your organisation has no filing and gets no blanks; file first',
  },
  'blank-stock/bad-serial': {
    status: 422,
    zh: '印制流水码有误，请按 errors 更正；证书编号不是流水码',
    en: 'A blank serial is not right; correct it as errors says, and give no certificate number',
  },
  'blank-stock/bad-range': {
    status: 422,
    zh: '流水码区间有误：首尾字母和位数须相同，止号不小于起号，且不超过 {limit} 份',
    en: 'The range of serials is not right: same letters and length, the last not before the first, at most {limit} blanks',
  },
  'blank-stock/more-than-asked': {
    status: 422,
    zh: '发放 {given} 份多于申领的 {quantity} 份，请缩小区间',
    en: 'These are {given} blanks and {quantity} were asked for; give a smaller range',
  },
  'blank-stock/serial-taken': {
    status: 409,
    zh: '区间内有流水码已发放过，请核对后另选区间',
    en: 'A serial of the range was given out before; check it and choose another range',
  },
  'blank/not-found': { status: 404, zh: '没有这份空白证书', en: 'There is no such blank' },
  'blank/not-in-stock': {
    status: 422,
    zh: '库存中没有这个流水码，请核对',
    en: 'No blank of your stock has this serial; check it',
  },
  'blank/none-on-hand': {
    status: 409,
    zh: '没有在库的空白证书，请先申领',
    en: 'No blank is on hand; ask for a supply first',
  },
  'blank/printed': {
    status: 409,
    zh: '该证书已登记印制；如需重印，请先将原件作废',
    en: 'The certificate is printed already; to print it again, spoil the first print',
  },
  'blank/certificate-not-valid': {
    status: 409,
    zh: '证书当前不是有效状态，不予印制',
    en: 'The certificate is not valid now, so it is not printed',
  },
  'blank/promised': {
    status: 409,
    zh: '该空白证书在待销毁批次中，不能办理；请先由另一人退回该批次',
    en: 'The blank is in a batch that waits to be destroyed; a second person can refuse the batch first',
  },
  'blank/illegal-transition': {
    status: 409,
    zh: '空白证书不能从“{from}”变为“{to}”：可能刚被他人使用，请换一份',
    en: 'A blank cannot go from {from} to {to}: someone else may just have used it; take another',
  },
  'blank-destruction/not-found': { status: 404, zh: '没有这个销毁批次', en: 'There is no such batch of blanks' },
  'blank-destruction/illegal-transition': {
    status: 409,
    zh: '销毁批次不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'A batch cannot go from {from} to {to}: someone else decided it; reload it',
  },
  'blank-destruction/bad-serials': {
    status: 422,
    zh: '有空白证书不能销毁，请按 errors 逐项更正',
    en: 'Some of the blanks cannot be destroyed; correct each entry of errors',
  },
};
