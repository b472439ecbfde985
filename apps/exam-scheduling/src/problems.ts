import type { ProblemCatalogue } from '@app/platform';

const planProblems: ProblemCatalogue = {
  'plan/not-found': { status: 404, zh: '没有这份考前计划', en: 'There is no such plan' },
  'plan/illegal-transition': {
    status: 409,
    zh: '考前计划不能从“{from}”变为“{to}”',
    en: 'A plan cannot go from {from} to {to}',
  },
  'plan/not-in-scope': {
    status: 422,
    zh: '该站点的备案范围内没有这个职业、工种和等级，请先办理增项备案',
    en: 'The site is not filed for this occupation, specialty and level; file them first',
  },
  'plan/filing-not-valid': {
    status: 422,
    zh: '备案有效期为 {from} 至 {until}，考试日期不在其中',
    en: 'The filing is valid from {from} to {until}, which does not cover the exam day',
  },
  'plan/level': {
    status: 422,
    zh: '该职业、工种没有这个等级，详见 errors',
    en: 'The occupation or specialty does not exist at this level; see errors',
  },
  'plan/too-early': {
    status: 422,
    zh: '考前计划须提前 {days} 个工作日，最早可在 {earliest} 考试',
    en: 'A plan needs {days} working days; the first possible exam day is {earliest}',
  },
  'plan/exam-day-past': { status: 422, zh: '考试日期已过', en: 'The exam day is past' },
  'plan/paper-subject': {
    status: 422,
    zh: '试卷的职业或等级与计划不符',
    en: 'The paper is about another occupation or level than the plan',
  },
  'plan/roster-closed': {
    status: 409,
    zh: '考前计划处于“{state}”，名册已截止，不能再上传',
    en: 'The plan is {state}; its roster is closed',
  },
};

const rosterProblems: ProblemCatalogue = {
  'roster/header': {
    status: 422,
    zh: '表头与考生信息模板不一致（{count} 列），整份文件未导入；请用模板重新填写，详见 errors',
    en: 'The header differs from the template in {count} columns and nothing was taken; use the template, see errors',
  },
  'roster/unreadable': {
    status: 422,
    zh: '无法读取此文件，请上传未加密的 .xls 或 .xlsx 工作簿',
    en: 'The file cannot be read; send an .xls or .xlsx workbook without password',
  },
  'roster/empty': { status: 422, zh: '名册中没有考生', en: 'The roster has no candidates' },
  'roster/sheets': {
    status: 422,
    zh: '工作簿有多张有内容的工作表；一份计划只有一个等级，请每次上传一张',
    en: 'Several sheets have content; a plan has one level, so send one sheet at a time',
  },
  'roster/too-many-rows': {
    status: 422,
    zh: '名册超过 {limit} 行，请分开上传',
    en: 'The roster has more than {limit} rows; split it',
  },
  'roster/plan-full': {
    status: 422,
    zh: '一份计划最多 {limit} 名考生，请另建计划',
    en: 'A plan holds at most {limit} candidates; make another plan',
  },
  'roster/busy': {
    status: 503,
    zh: '正在处理的工作簿过多，请稍后重试',
    en: 'Too many workbooks are being handled; try again shortly',
  },
  'roster/import-not-found': { status: 404, zh: '本计划没有这次导入', en: 'The plan has no such import' },
  'candidate/illegal-transition': {
    status: 409,
    zh: '{wanted} 名考生中只有 {moved} 名处于可办理的状态',
    en: 'Only {moved} of {wanted} candidates are in a state that allows this',
  },
  'candidate/correction-closed': {
    status: 409,
    zh: '名册已上报，不能再在此更正；证书信息的更正须由两人办理，未作任何改动',
    en: 'The roll is reported; correcting a certificate is a case for two persons, and nothing was changed here',
  },
  'candidate/correction-refused': {
    status: 422,
    zh: '更正后的内容不合规则，未作任何改动，详见 errors',
    en: 'What it would say then is against the rules, and nothing was changed; see errors',
  },
  'candidate/correction-duplicate': {
    status: 409,
    zh: '本计划中已有持该证件的考生，未作任何改动',
    en: 'The plan has another candidate with this document, and nothing was changed',
  },
};

const examProblems: ProblemCatalogue = {
  'seat/no-paper': {
    status: 409,
    zh: '试卷尚未封存，不能编排座位',
    en: 'No paper is sealed for the plan yet; seats cannot be given',
  },
  'seat/no-candidates': { status: 409, zh: '还没有考生', en: 'Nobody is registered yet' },
  'seat/too-few-seats': {
    status: 409,
    zh: '考生 {candidates} 名，座位只有 {seats} 个',
    en: 'There are {candidates} candidates and {seats} seats',
  },
  'seat/numbers-exhausted': {
    status: 409,
    zh: '该站点当日的准考证号已用完，请改期',
    en: 'The site has no admission numbers left for that day; choose another day',
  },
  'score/before-exam': {
    status: 409,
    zh: '考试日为 {examOn}，此前不能登分',
    en: 'Scores are entered from the exam day {examOn} on',
  },
  'score/missing': {
    status: 409,
    zh: '还有 {missing} 名考生缺成绩或缺考标记',
    en: '{missing} candidates lack points or an absence',
  },
  'publicity/not-found': { status: 404, zh: '没有正在公示的名单', en: 'There is no list in publicity here' },
  'report/publicity-running': {
    status: 409,
    zh: '公示至 {until} 止，期满后方可上报',
    en: 'Publicity runs until {until}; report afterwards',
  },
  'report/audit-answer': {
    status: 422,
    zh: '审核结果与上报名册不符',
    en: 'The answer does not fit the reported roll',
  },
};

export const problems: ProblemCatalogue = { ...planProblems, ...rosterProblems, ...examProblems };
