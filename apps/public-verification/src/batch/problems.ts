import type { ProblemCatalogue } from '@app/platform';

export const batchProblems: ProblemCatalogue = {
  'batch/not-found': { status: 404, zh: '没有这次批量查验', en: 'There is no such batch' },
  'batch/declaration': {
    status: 400,
    zh: '用途或授权声明未填或不符合要求，请按 errors 逐项补齐后重新上传',
    en: 'Purpose or consent statement is missing or not as required; complete each entry of errors and upload again',
  },
  'batch/unreadable': {
    status: 422,
    zh: '文件无法读取：请上传 .xlsx、.xls 或 .csv 名单，去除密码，且不含超大内容',
    en: 'The file cannot be read; upload a list as .xlsx, .xls or .csv, without password and without oversized content',
  },
  'batch/empty': {
    status: 422,
    zh: '文件中没有人员，请在标题行下逐行填写后重新上传',
    en: 'The file lists nobody; fill in the lines below the names of the columns and upload it again',
  },
  'batch/no-header': {
    status: 422,
    zh: '未找到标题行：前10行内须有“姓名”“身份证号”“证书编号”中至少两个列名',
    en: 'No line of column names: within the first 10 lines there must be two of 姓名, 身份证号, 证书编号 (Name, CID, CertificateID)',
  },
  'batch/too-many-rows': {
    status: 422,
    zh: '名单超过 {limit} 行，请拆分后分次上传',
    en: 'The list has more than {limit} rows; upload it in parts',
  },
  'batch/too-many-open': {
    status: 429,
    zh: '本单位已有 {limit} 个批次未办结，请等待完成或取消后再上传',
    en: '{limit} batches of this organisation are open; wait for them or cancel some',
  },
  'batch/busy': {
    status: 503,
    zh: '正在读写的名单过多，请稍后重试',
    en: 'Too many workbooks are being read; try again shortly',
  },
  'batch/too-many-streams': {
    status: 429,
    zh: '本单位同时查看进度的页面过多，请关闭一些后重试',
    en: 'Too many pages of this organisation watch progress; close some and try again',
  },
  'batch/illegal-transition': {
    status: 409,
    zh: '批次不能从“{from}”变为“{to}”：可能已办结或已由他人操作，请刷新后查看',
    en: 'A batch cannot go from {from} to {to}: it ended, or someone else changed it; reload it',
  },
  'batch/not-finished': {
    status: 409,
    zh: '批次尚未办结（{state}），完成后才有结果文件和查验证明',
    en: 'The batch is {state}; workbook and proofs exist once it is finished',
  },
  'batch/erased': {
    status: 410,
    zh: '上传的名单已按保存期限删除，结果文件不再提供；查验证明仍可下载和核对',
    en: 'What was uploaded was deleted on its day and the workbook went with it; proofs remain',
  },
  'batch/no-row': {
    status: 404,
    zh: '批次中没有这一行，或尚未答复',
    en: 'The batch has no such row, or it has no answer yet',
  },
  'certificate/glyph-missing': {
    status: 422,
    zh: '服务器没有能印出字符 {codePoint} 的字体，请管理员安装生僻字字体后重新下载',
    en: 'No font of the server draws {codePoint}; ask the administrator to install one of rare characters, then fetch it again',
  },
  'proof/not-found': {
    status: 404,
    zh: '没有这个查验证明编码，请逐字核对后重查',
    en: 'There is no proof with this code; compare it character by character',
  },
};
