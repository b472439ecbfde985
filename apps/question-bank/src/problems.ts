import type { ProblemCatalogue } from '@app/platform';

export const problems: ProblemCatalogue = {
  'workbook/unreadable': {
    status: 422,
    zh: '文件不是可读取的 Excel 工作簿（.xls 或 .xlsx），或已加密；请另存后重新上传',
    en: 'The file is no readable Excel workbook (.xls or .xlsx) or is encrypted; save it anew and send it again',
  },
  'workbook/too-large': {
    status: 422,
    zh: '工作簿解压后过大，请删除图片和空白格式或分批导入',
    en: 'The workbook unpacks to too much; remove pictures and blank formats or import it in parts',
  },
  'workbook/too-long': {
    status: 422,
    zh: '工作表超过 {limit} 行，请分批导入',
    en: 'A sheet has more than {limit} rows; import it in parts',
  },
  'element-table/header': {
    status: 422,
    zh: '表头不是理论知识鉴定要素细目表；各级鉴定范围应有代码、名称、重要程度比例、鉴定比重，鉴定点应有代码、名称、重要程度',
    en: 'The header is not that of an element table: ranges have 代码, 名称, 重要程度比例, 鉴定比重; points 代码, 名称, 重要程度',
  },
  'element-table/content': {
    status: 422,
    zh: '细目表内容有误，请按 errors 中所列单元格更正后重新导入',
    en: 'The element table is not right; correct the cells listed in errors and import it again',
  },
  'element-table/not-found': { status: 404, zh: '没有这份细目表', en: 'There is no such element table' },
  'element-table/retired': {
    status: 409,
    zh: '该细目表已被新版取代，请使用现行细目表',
    en: 'A newer element table has taken its place; use that one',
  },
  'element-table/illegal-transition': {
    status: 409,
    zh: '细目表不能从“{from}”变为“{to}”',
    en: 'An element table cannot go from {from} to {to}',
  },
  'item/sheet': {
    status: 422,
    zh: '工作簿中没有与细目表等级对应的工作表；请只保留一张，或以等级（如“三级”）命名',
    en: 'No sheet of the workbook is for the level of the table; keep one sheet or name it after the level',
  },
  'item/header': {
    status: 422,
    zh: '试题工作表缺少列：{missing}',
    en: 'The item sheet lacks columns: {missing}',
  },
  'item/bank-full': {
    status: 409,
    zh: '该细目表的试题已达 {limit} 道上限',
    en: 'The element table holds its {limit} items already',
  },
  'item-import/not-found': { status: 404, zh: '没有这次导入', en: 'There is no such import' },
  'item-import/not-yours': {
    status: 403,
    zh: '导入的工作簿只能由导入人本人取回',
    en: 'Only the person who imported the workbook may fetch it',
  },
  'blueprint/not-found': {
    status: 404,
    zh: '该细目表尚未设定组卷蓝图',
    en: 'This element table has no blueprint yet',
  },
  'blueprint/content': {
    status: 422,
    zh: '组卷蓝图有误，请按 errors 中逐项更正',
    en: 'The blueprint is not right; correct each entry of errors',
  },
  'paper/not-found': { status: 404, zh: '没有这个计划的组卷任务', en: 'There is no paper order for this plan' },
  'paper/plan-incomplete': {
    status: 422,
    zh: '考前计划缺少职业、等级或考试日期，无法建立组卷任务',
    en: 'The plan lacks an occupation, a level or an exam day',
  },
  'paper/no-element-table': {
    status: 409,
    zh: '“{subject}”{levelDigit} 级没有已审定的细目表；请先导入并审定',
    en: 'There is no approved element table for {subject}, level {levelDigit}; import one and have it approved',
  },
  'paper/no-blueprint': {
    status: 409,
    zh: '细目表 {tableId} 没有组卷蓝图；请先设定题型、题量、分值和时长',
    en: 'Element table {tableId} has no blueprint; set types, counts, points and duration first',
  },
  'paper/bank-short': {
    status: 409,
    zh: '题库不足以组卷，缺口见 errors；请补充试题或调整蓝图',
    en: 'The bank cannot fill the paper, errors tells what is short; add items or change the blueprint',
  },
  'paper/too-early': {
    status: 409,
    zh: '试卷在 {from} 之前不能启封',
    en: 'The paper cannot be released before {from}',
  },
  'paper/not-released': {
    status: 409,
    zh: '试卷尚未启封：须由两人先后确认启封',
    en: 'The paper is not released: two persons have to release it one after the other',
  },
  'paper/reassembled': {
    status: 409,
    zh: '试卷已重新组卷，请重新审核后再封存',
    en: 'The paper was assembled anew; look at it again before you seal it',
  },
  'paper/illegal-transition': {
    status: 409,
    zh: '试卷不能从“{from}”变为“{to}”',
    en: 'A paper cannot go from {from} to {to}',
  },
};
