import type { ProblemCatalogue } from '@app/platform';

export const awardProblems: ProblemCatalogue = {
  'award/not-found': { status: 404, zh: '没有这份申请', en: 'There is no such application' },
  'award/row-not-found': { status: 404, zh: '没有这一行', en: 'There is no such row' },
  'award/illegal-transition': {
    status: 409,
    zh: '申请不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'An application cannot go from {from} to {to}: someone else handled it; reload it',
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
};
