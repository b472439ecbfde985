/** 上报 (docs/operations/hand-over.md). */
export const handOverProblems = {
  'hand-over/not-found': { status: 404, zh: '没有这个上报数据包', en: 'There is no such package' },
  'hand-over/illegal-transition': {
    status: 409,
    zh: '数据包不能从“{from}”变为“{to}”：可能尚未送出，或已由他人办理',
    en: 'A package cannot go from {from} to {to}: it was not sent yet, or someone else handled it',
  },
  'hand-over/bad-period': {
    status: 422,
    zh: '日期区间有误：起日不晚于止日，止日不晚于今天（{today}）',
    en: 'The period is not right: it ends not before it begins, and not after today ({today})',
  },
  'hand-over/nothing-left': {
    status: 409,
    zh: '这段时间没有尚未上报的证书',
    en: 'No certificate of the period is left to hand over',
  },
  'hand-over/no-map': {
    status: 409,
    zh: '{day} 没有适用的上报栏目版本，请管理员补充',
    en: 'No column map is in force on {day}; an administrator adds one',
  },
  'hand-over/other-map': {
    status: 422,
    zh: '该数据包按栏目版本 {version} 生成，请导出 hand-over-{version}',
    en: 'The package was drafted with column map {version}; export hand-over-{version}',
  },
  'hand-over/unknown-file': {
    status: 422,
    zh: '该摘要不是本数据包任何已导出文件的摘要；请先导出含完整证件号的工作簿，再填写所送文件的 SHA-256',
    en: 'No file of this package has this digest; export the workbook with whole documents and give the SHA-256 of the file that was sent',
  },
  'hand-over/incomplete-file': {
    status: 409,
    zh: '该文件有 {rows} 行，数据包有 {quantity} 份证书，请重新导出',
    en: 'The file has {rows} rows and the package {quantity} certificates; export it again',
  },
  'hand-over/bad-header': {
    status: 422,
    zh: '前五行中没有“证书编号、审核结果、退回原因”三栏，请使用考试中心返回的原文件',
    en: 'None of the first five rows names the columns 证书编号, 审核结果 and 退回原因; use the centre’s own file',
  },
  'statistics/too-many-lines': {
    status: 422,
    zh: '结果超过 {limit} 行，请缩短时间或选定机构',
    en: 'The answer has more than {limit} lines; ask for a shorter period or one body',
  },
};
