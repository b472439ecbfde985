import type { ProblemCatalogue } from '@app/platform';

/** 空白证书 (docs/operations/hand-over.md). */
const blankStockProblems: ProblemCatalogue = {
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

/** 上报 (docs/operations/hand-over.md). */
const handOverProblems: ProblemCatalogue = {
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

export const problems: ProblemCatalogue = {
  'result-roll/not-found': { status: 404, zh: '没有这份成绩名册', en: 'There is no such result roll' },
  'result-roll/illegal-transition': {
    status: 409,
    zh: '名册不能从“{from}”变为“{to}”：可能尚未收齐，或已由他人核发；请刷新后查看',
    en: 'A roll cannot go from {from} to {to}: it is not complete, or someone else issued it; reload it',
  },
  'result-roll/waiting': {
    status: 409,
    zh: '暂不能核发：{zh}。名册保持原状，条件具备后再办理',
    en: 'Issuing has to wait: {en}. The roll is unchanged; issue it when this is settled',
  },
  'result-roll/bad-part': {
    status: 422,
    zh: '上报的名册分册有误：{reason}',
    en: 'A reported part of the roll is not right: {reason}',
  },
  'event/incomplete': {
    status: 422,
    zh: '事件缺少 {field}',
    en: 'The event lacks {field}',
  },
  'standards/serial-exhausted': {
    status: 409,
    zh: '站点 {siteCode} 在 {year} 年 {level} 级的证书序列码已用完，请与省级主管部门联系',
    en: 'Site {siteCode} has no serial left for {year}, level {level}; ask the provincial authority',
  },
  'number/clock-behind': {
    status: 409,
    zh: '系统时钟显示今天是 {today}，但已有证书于 {latest} 核发；为免取用往年号段，暂停核发，请管理员校准时钟后重试',
    en: 'The clock says {today}, but certificates were issued on {latest}; nothing is issued until an administrator sets the clock right',
  },
  'number/not-imported': {
    status: 409,
    zh: '站点 {siteCode} 由部级备案，{year} 年 {level} 级编号需先导入：已导入未用 {free} 个，本次需要 {wanted} 个',
    en: 'Site {siteCode} filed with the Ministry and brings its numbers: {free} of {year}, level {level} are imported and free, {wanted} are needed',
  },
  'number/no-site': {
    status: 422,
    zh: '没有可导入编号的站点：只有部级备案机构（第2至5位不是0000）自带编号；请先完成站点备案',
    en: 'There is no site to import numbers for: only a body filed with the Ministry (characters 2-5 not 0000) brings them; file the site first',
  },
  'number/site-not-found': {
    status: 404,
    zh: '没有已备案的站点 {siteCode}，请核对13位代码',
    en: 'No filed site has the code {siteCode}; check its 13 characters',
  },
  'number/brings-own': {
    status: 422,
    zh: '站点 {siteCode} 由部级备案，编号不在此赋码；请改为作废某个已导入未用的编号',
    en: 'Site {siteCode} brings its numbers, none is drawn here; void a free imported number instead',
  },
  'number/not-free': {
    status: 409,
    zh: '该编号不是已导入未用的编号：可能未导入、已用于证书或已作废；请查看号段报告',
    en: 'This is no free imported number: it was never imported, a certificate bears it, or it was voided; look at the series report',
  },
  'number/format-open': {
    status: 422,
    zh: '“{scheme}”编号在 {day} 没有已确认的格式，不予赋码；请管理员依据文件配置 NUMBER_FORMATS',
    en: 'No form of {scheme} numbers is confirmed for {day}, so none is given; an administrator sets NUMBER_FORMATS from the document that says it',
  },
  'workbook/unreadable': {
    status: 422,
    zh: '文件无法读取，请上传 .xls 或 .xlsx 工作簿',
    en: 'The file cannot be read; upload an .xls or .xlsx workbook',
  },
  'workbook/empty': { status: 422, zh: '工作簿里没有数据行', en: 'The workbook has no rows of data' },
  'workbook/sheets': {
    status: 422,
    zh: '工作簿里有多张有内容的工作表，请只留一张',
    en: 'More than one sheet of the workbook has content; leave one',
  },
  'workbook/too-many-rows': {
    status: 422,
    zh: '一次最多 {limit} 行，请分成几个文件',
    en: 'One file holds at most {limit} rows; split it',
  },
  'workbook/busy': {
    status: 503,
    zh: '正在处理的文件过多，请稍后重试',
    en: 'Too many files are being read; try again shortly',
  },
  ...blankStockProblems,
  ...handOverProblems,
  'log/not-found': { status: 404, zh: '透明日志中没有这个文件', en: 'The transparency log has no such file' },
  'certificate/not-found': { status: 404, zh: '没有这份证书', en: 'There is no such certificate' },
  'certificate/glyph-missing': {
    status: 422,
    zh: '字体缺少字符 {codePoint}，为免印错不予制证；请联系管理员补充字体',
    en: 'The font lacks character {codePoint}, so nothing is printed; ask an administrator for a font that has it',
  },
  'certificate/text-too-long': {
    status: 422,
    zh: '“{field}”一栏内容过长，证书上排不下；请联系管理员',
    en: 'The text of “{field}” does not fit on the certificate; ask an administrator',
  },
};
