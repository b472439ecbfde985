import type { ProblemCatalogue } from '@app/platform';
import { blankStockProblems } from './blank-stock/problems.js';
import { handOverProblems } from './hand-over/problems.js';

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
  'status-list/not-found': { status: 404, zh: '没有这个状态列表', en: 'There is no such status list' },
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
  'certificate/earlier-form': {
    status: 409,
    zh: '该证书核发于启用透明日志之前，没有此形式的电子凭证；如需要请办理换发',
    en: 'The certificate is from before the transparency log and has no credential of this form; have it issued anew',
  },
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
  'award/not-found': { status: 404, zh: '没有这份申请', en: 'There is no such application' },
  'award/row-not-found': { status: 404, zh: '没有这一行', en: 'There is no such row' },
  'award/illegal-transition': {
    status: 409,
    zh: '申请不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'An application cannot go from {from} to {to}: someone else handled it; reload it',
  },
  'award-row/illegal-transition': {
    status: 409,
    zh: '该行不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'A row cannot go from {from} to {to}: someone else handled it; reload it',
  },
  'award/filing-not-arrived': {
    status: 404,
    zh: '没有这份备案，或备案信息尚未到达',
    en: 'There is no such filing, or it has not arrived here',
  },
  'award/other-body': { status: 409, zh: '这是其他机构的备案', en: 'This is the filing of another body' },
  'award/content': {
    status: 422,
    zh: '申请不符合所选依据的要求，请按 errors 中逐项更正',
    en: 'The application does not meet the rules of its basis; correct each entry of errors',
  },
  'award/no-good-row': {
    status: 422,
    zh: '没有一行可以受理，请按 errors 中逐行更正',
    en: 'Not one row is right; correct each entry of errors',
  },
  'award/too-many-rows': {
    status: 422,
    zh: '一份申请最多 {limit} 人，请分开申请',
    en: 'An application holds at most {limit} persons; file another one',
  },
  'award/not-editable': {
    status: 409,
    zh: '申请处于“{state}”，不能再加人',
    en: 'The application is {state}; nobody can be added any more',
  },
  'award/no-row-left': {
    status: 409,
    zh: '没有一行符合条件，请不予通过',
    en: 'No row meets the conditions any more; refuse the application',
  },
  'award/publicity-running': {
    status: 409,
    zh: '公示至 {until} 止，次日方可继续',
    en: 'Publicity runs until {until}; go on the day after',
  },
  'award/nothing-to-issue': {
    status: 409,
    zh: '没有可核发的行：{objected} 行有异议，须先处理',
    en: 'No row can be issued: {objected} are under objection, decide about them first',
  },
  'award/not-open-to-objection': {
    status: 409,
    zh: '申请处于“{state}”，不在公示期或待核发阶段',
    en: 'The application is {state}; objections are taken from publicity until issue',
  },
  'award/not-public': { status: 404, zh: '没有正在公示的这份申请', en: 'No such application is in publicity now' },
  'award/clock-behind': {
    status: 409,
    zh: '系统时间早于上一步办理时间，暂不办理；请联系管理员校时',
    en: 'The clock stands before the last step, so nothing is done; ask an administrator to set it',
  },
  'award/no-figures': {
    status: 409,
    zh: '{day} 没有配置有效的办法参数',
    en: 'No figures are configured for {day}',
  },
  'award/norm-unknown': {
    status: 422,
    zh: '没有这个专项职业能力考核规范，须先由省级公布',
    en: 'There is no such norm of a specific skill; the province has to publish it first',
  },
  'award/norm-not-in-force': {
    status: 409,
    zh: '该考核规范在 {day} 不在有效期内',
    en: 'The norm is not in force on {day}',
  },
  'award/norm-exists': { status: 409, zh: '该编号的考核规范已登记', en: 'A norm with this code is entered already' },
  'award/norm-days': {
    status: 422,
    zh: '公布日期或有效期有误',
    en: 'The day of publication or the last day is not right',
  },
  'post/not-found': { status: 404, zh: '没有这个岗位', en: 'There is no such post' },
  'post/illegal-transition': {
    status: 409,
    zh: '岗位不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'A post cannot go from {from} to {to}: someone else handled it; reload it',
  },
  'appointment/not-found': { status: 404, zh: '没有这份评聘', en: 'There is no such appointment' },
  'appointment/illegal-transition': {
    status: 409,
    zh: '评聘不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'An appointment cannot go from {from} to {to}: someone else handled it; reload it',
  },
  'appointment/filing-not-arrived': {
    status: 404,
    zh: '没有这份备案，或备案信息尚未到达',
    en: 'There is no such filing, or it has not arrived here',
  },
  'appointment/other-body': { status: 409, zh: '这属于其他用人单位', en: 'This belongs to another employer' },
  'appointment/content': {
    status: 422,
    zh: '不符合评聘条件，请按 errors 中逐项更正',
    en: 'The conditions of an appointment are not met; correct each entry of errors',
  },
  'appointment/no-rule': { status: 409, zh: '{day} 没有有效的评聘办法', en: 'No rule for appointments holds on {day}' },
  'appointment/post-unknown': { status: 404, zh: '没有这个岗位', en: 'There is no such post to appoint to' },
  'appointment/post-not-open': {
    status: 409,
    zh: '岗位尚未备案，或不在方案有效期内',
    en: 'The post is not filed, or this day is outside its plan',
  },
  'appointment/quota-used': {
    status: 409,
    zh: '岗位数 {quota} 已聘满',
    en: 'All {quota} posts are held',
  },
  'appointment/already-appointed': {
    status: 409,
    zh: '该人已在聘同一级别',
    en: 'The person holds an appointment of this level already',
  },
  'appointment/special-first': {
    status: 409,
    zh: '首席技师应从本单位在聘的同职业特级技师中评聘',
    en: 'A chief technician needs a running 特级技师 appointment at this employer in this occupation',
  },
  'appointment/certificate-later': {
    status: 409,
    zh: '本系统核发的一级证书日期为 {day}，晚于所填取得日期',
    en: 'The certificate of 一级 was issued here on {day}, later than the day that was stated',
  },
  'appointment/publicity-running': {
    status: 409,
    zh: '公示至 {until} 止，次日方可登记',
    en: 'Publicity runs until {until}; register on the day after',
  },
  'appointment/term-over': {
    status: 409,
    zh: '聘期已满，请重新评聘',
    en: 'The term is over; propose a new appointment',
  },
  'appointment/chief-rests-on-it': {
    status: 409,
    zh: '该人的首席技师聘任以此为基础，请先解聘首席技师',
    en: 'A running 首席技师 appointment rests on this one; end that first',
  },
  'appointment/not-public': {
    status: 404,
    zh: '没有正在公示的这份评聘',
    en: 'No such appointment is in publicity now',
  },
  'appointment/clock-behind': {
    status: 409,
    zh: '系统时间早于上一步办理时间，暂不办理；请联系管理员校时',
    en: 'The clock stands before the last step, so nothing is done; ask an administrator to set it',
  },
  'honour/is-an-appointment': {
    status: 422,
    zh: '{zh}不是荣誉，请在“评聘”中办理',
    en: 'This is no honour but an appointment ({en}); use appointments',
  },
  'honour/other-giver': {
    status: 422,
    zh: '{zh}不由您登记',
    en: 'This kind is not yours to record ({en})',
  },
  'honour/content': {
    status: 422,
    zh: '荣誉登记有误，请按 errors 中逐项更正',
    en: 'The honour is not right; correct each entry of errors',
  },
  'honour/exists': { status: 409, zh: '该荣誉已登记', en: 'This honour is recorded already' },
};
