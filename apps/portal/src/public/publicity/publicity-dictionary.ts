import type { Dictionary } from '../../i18n/dictionary.ts';

export const publicityDictionary = {
  title: ['公示名单', 'Publicity lists'],
  lead: [
    '考核合格人员在核发证书前公示 5 个工作日。对名单有异议，请在公示期内向评价机构或主管部门提出。姓名和证件号码已隐去部分。',
    'Before certificates are issued, those who passed are made public for 5 working days. Objections go to the body or the authority within that time. Names and ID numbers are masked.',
  ],
  none: ['今天没有正在公示的名单', 'No list is public today'],
  agency: ['评价机构', 'Assessment body'],
  subject: ['职业（工种）', 'Occupation'],
  level: ['等级', 'Level'],
  region: ['所在地', 'Region'],
  time: ['公示期', 'Publicity'],
  period: ['{from} 至 {until}', '{from} to {until}'],
  persons: ['人数', 'Persons'],
  open: ['查看名单', 'See the list'],
  listTitle: ['公示名单：{name}', 'Publicity list: {name}'],
  name: ['姓名', 'Name'],
  document: ['证件号码', 'ID document'],
  result: ['结果', 'Result'],
  passed: ['合格', 'Passed'],
  listEmpty: ['名单为空', 'The list is empty'],
  back: ['全部公示名单', 'All lists'],
  examOn: ['考核日期', 'Day of the exam'],
} as const satisfies Dictionary;
