import type { Dictionary } from '../../i18n/dictionary.ts';

export const statisticsDictionary = {
  title: ['统计数据', 'Statistics'],
  lead: [
    '按等级统计的证书数量（人次），随核发和撤销更新。少于 5 的单元格不显示具体数，以免推知个人；能由此反推的数也一并隐去。',
    'Certificates by level (person-times), kept up with issuing and revoking. Cells under 5 are not shown, so that no person can be inferred, nor are those from which they could be computed.',
  ],
  levelsTitle: ['各等级证书', 'Certificates by level'],
  level: ['等级', 'Level'],
  count: ['数量', 'Number'],
  total: ['合计', 'Total'],
  chart: [
    '条形图：各等级证书数量；同样的数字见下表',
    'Bar chart of certificates by level; the table holds the same numbers',
  ],
  hiddenCells: ['图中不画少于 5 的单元格。', 'Cells under 5 are not drawn.'],
  targetsTitle: ['与规划目标对照', 'Against the targets of the plan'],
  targetsLead: [
    '目标来自省技能人才规划；“本系统不登记”的项目由其他部门统计，这里不给数字。',
    'Targets of the provincial plan. What is “not kept here” is counted by others, and no number is made up.',
  ],
  target: ['指标', 'Indicator'],
  goal: ['目标', 'Target'],
  actual: ['现有', 'Now'],
  share: ['完成', 'Reached'],
  notKept: ['本系统不登记', 'Not kept here'],
  period: ['期限', 'Period'],
  daysTitle: ['每日新增', 'By day'],
  daysLead: [
    '每日统计绑定到透明日志的检查点，任何人都能用下面的命令从日志重算并核对。',
    'Each day is bound to a checkpoint of the public log; anyone can compute it anew from the log with this command.',
  ],
  day: ['日期', 'Day'],
  issued: ['核发', 'Issued'],
  daysNone: ['还没有已结日的统计', 'No day is closed yet'],
} as const satisfies Dictionary;
