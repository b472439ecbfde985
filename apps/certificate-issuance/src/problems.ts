import type { ProblemCatalogue } from '@app/platform';
import { blankStockProblems } from './blank-stock/problems.js';
import { handOverProblems } from './hand-over/problems.js';
import { correctionRequestProblems } from './correction-request/problems.js';
import { changeProblems } from './change/problems.js';
import { signingKeyProblems } from './signing-key/problems.js';
import { awardProblems } from './award/problems.js';
import { appointmentProblems } from './appointment/problems.js';

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
  'status-list/not-found': { status: 404, zh: '没有这个状态列表', en: 'There is no such status list' },
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
  'award-row/illegal-transition': {
    status: 409,
    zh: '该行不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'A row cannot go from {from} to {to}: someone else handled it; reload it',
  },
  ...changeProblems,
  ...correctionRequestProblems,
  ...signingKeyProblems,
  ...awardProblems,
  ...appointmentProblems,
  'certificate/code-too-long': {
    status: 422,
    zh: '离线核验码内容过长（{characters} 个字符），{modules} 个模块内排不下；请联系管理员',
    en: 'The text of the offline code ({characters} characters) does not fit in {modules} modules; ask an administrator',
  },
  'certificate/code-characters': {
    status: 422,
    zh: '离线核验码内容不是 base45；请联系管理员',
    en: 'The text of the offline code is not base45; ask an administrator',
  },
  'certificate/photo-format': {
    status: 415,
    zh: '照片只接受 JPEG 或 PNG 文件',
    en: 'A photo has to be a JPEG or PNG file',
  },
  'certificate/photo-too-large': {
    status: 413,
    zh: '照片文件有 {bytes} 字节，上限 {limit} 字节；请压缩后再上传',
    en: 'The photo has {bytes} bytes of at most {limit}; compress it',
  },
  'certificate/photo-damaged': {
    status: 422,
    zh: '照片文件已损坏（{reason}）；请重新导出后上传',
    en: 'The photo is damaged ({reason}); export it again',
  },
  'certificate/photo-bomb': {
    status: 422,
    zh: '照片文件内含的数据多于其声明的像素，不予接收',
    en: 'The photo unpacks to more than it declares and is not accepted',
  },
  'certificate/photo-dimensions': {
    status: 422,
    zh: '照片为 {width}×{height} 像素；宽至少 {widthMin}、高至少 {heightMin}，总像素不超过 {pixels}',
    en: 'The photo has {width} × {height} pixels; at least {widthMin} × {heightMin}, and {pixels} in all at most, are accepted',
  },
  'certificate/photo-shape': {
    status: 422,
    zh: '照片为 {width}×{height} 像素，不是一寸照片的比例（约 5:7）；请裁剪后上传',
    en: 'The photo has {width} × {height} pixels, not the shape of a one-inch photo (about 5:7); crop it',
  },
  'certificate/photo-encoding': {
    status: 422,
    zh: '照片的编码方式不受支持（须为 8 位 RGB 或灰度，PNG 不得隔行）；请另存后上传',
    en: 'The coding of the photo is not supported (8-bit RGB or grey, PNG not interlaced); save it anew',
  },
  'certificate/photo-animated': {
    status: 422,
    zh: '照片是动态图片；请上传静态照片',
    en: 'The photo is animated; send a still one',
  },
  'certificate/photo-transparent': {
    status: 422,
    zh: '照片使用透明色；请另存为白底照片',
    en: 'The photo has a transparent colour; save it on white',
  },
  'certificate/photo-rotated': {
    status: 422,
    zh: '照片靠旋转标记显示方向，去除标记后会横倒；请旋转后另存',
    en: 'The photo is upright only by a rotation mark, which is removed; rotate it and save it anew',
  },
  'print/not-found': {
    status: 404,
    zh: '没有这项印制任务',
    en: 'There is no such print job',
  },
  'print/illegal-transition': {
    status: 409,
    zh: '印制任务不能从“{from}”变为“{to}”；请刷新后查看',
    en: 'A print job cannot go from {from} to {to}; reload it',
  },
  'print/empty': {
    status: 422,
    zh: '这份名册没有已核发的证书，无可印制',
    en: 'The roll has no issued certificate to print',
  },
  'print/too-many-certificates': {
    status: 422,
    zh: '这份名册有 {total} 份证书，一个印制文件最多 {limit} 份',
    en: 'The roll has {total} certificates; a print file holds {limit} at most',
  },
  'print/too-many-jobs': {
    status: 409,
    zh: '本单位已有 {limit} 项印制任务在进行，请等其中一项完成',
    en: 'Your organisation has {limit} print jobs under way; wait for one of them',
  },
  'print/not-ready': {
    status: 409,
    zh: '印制文件尚不可取（状态：{state}）',
    en: 'The print file cannot be fetched: it is {state}',
  },
  'print/expired': {
    status: 409,
    zh: '印制文件已过期删除，请重新生成',
    en: 'The print file has expired and is deleted; ask for it again',
  },
};
