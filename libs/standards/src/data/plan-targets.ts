/** A plan of the province with figures to be reached, in force for a period. */
export interface TalentPlan {
  key: string;
  zh: string;
  en: string;
  /** `YYYY-MM-DD`, China. */
  from: string;
  until: string;
  source: string;
}

/** Figures that the registry keeps itself; any other is kept elsewhere. */
export type TargetMeasure =
  | 'certificates'
  | 'certificates-senior-and-above'
  | 'certificates-technician-and-above'
  | 'bodies'
  | 'special-and-chief-appointments'
  | 'title-bridging';

/** One figure of a plan (domain.md §8.7). They are different measures: none is a part or a sum of others unless it says so. */
export interface PlanTarget {
  key: string;
  plan: string;
  /** Numbered item of the plan, or `goals`. */
  item: string;
  zh: string;
  en: string;
  target: number;
  /** `person-times` counts certificates, never persons. */
  unit: 'person-times' | 'persons' | 'bodies' | 'percent' | 'pieces';
  /** How often it is to be reached: once by the end of the plan, or anew in each period. */
  every: 'plan' | 'year' | 'two-years';
  measure: TargetMeasure | null;
  source: string;
}

export const talentPlans: readonly TalentPlan[] = [
  {
    key: 'skilled-longjiang-2022',
    zh: '“技能龙江行动”实施方案',
    en: 'Skilled Longjiang action, implementation plan',
    from: '2022-10-12',
    until: '2025-12-31',
    source: '[SEED]',
  },
  {
    key: 'shining-longjiang-2025',
    zh: '“技耀龙江 照亮前程”专项行动方案（2025—2027年）',
    en: 'Shining Longjiang special action, 2025–2027',
    from: '2025-06-18',
    until: '2027-12-31',
    source: '[S-HLJ4][S-HLJ9]',
  },
];

type Row = [key: string, item: string, zh: string, en: string, target: number, unit: PlanTarget['unit']];
interface More {
  every?: PlanTarget['every'];
  measure?: TargetMeasure;
}

function seed([key, item, zh, en, target, unit]: Row, { every = 'plan', measure }: More = {}): PlanTarget {
  const source = item === 'goals' ? '[SEED goals]' : `[SEED ${item}]`;
  const plan = 'skilled-longjiang-2022';
  return { key, plan, item, zh, en, target, unit, every, measure: measure ?? null, source };
}

function successor([key, item, zh, en, target, unit]: Row, every: PlanTarget['every']): PlanTarget {
  const source = '[S-HLJ4][S-HLJ9]';
  return { key, plan: 'shining-longjiang-2025', item, zh, en, target, unit, every, measure: null, source };
}

export const planTargets: readonly PlanTarget[] = [
  seed(['certificates', 'goals', '新增取得证书', 'certificates newly obtained', 800_000, 'person-times'], {
    measure: 'certificates',
  }),
  seed(
    ['certificates-senior', 'goals', '其中高级工（含）以上', 'of them at 高级工 and above', 150_000, 'person-times'],
    { measure: 'certificates-senior-and-above' },
  ),
  seed(['technicians', '6', '新增技师、高级技师', 'new 技师 and 高级技师', 15_000, 'persons'], {
    measure: 'certificates-technician-and-above',
  }),
  seed(['bodies', '19', '评价机构', 'assessment bodies', 300, 'bodies'], { measure: 'bodies' }),
  seed(['special-and-chief', '21', '特级技师、首席技师', 'posts of 特级技师 and 首席技师', 100, 'persons'], {
    measure: 'special-and-chief-appointments',
  }),
  seed(['bridging', '24', '职业技能等级与职称贯通', 'bridging between skill levels and titles', 500, 'person-times'], {
    measure: 'title-bridging',
  }),
  seed(['skilled', 'goals', '技能人才总量', 'skilled workers in all', 3_000_000, 'persons']),
  seed(['high-skilled', 'goals', '高技能人才', 'high-skilled workers', 960_000, 'persons']),
  seed(['high-skilled-share', 'goals', '高技能人才占比', 'share of the high-skilled', 32, 'percent']),
  seed(['leaders', 'goals', '高技能领军人才', 'leading high-skilled talents', 1_000, 'persons']),
  seed(['training', 'goals', '补贴性培训', 'subsidised training', 1_200_000, 'person-times']),
  seed(['students', 'goals', '技工院校在校生', 'students of technical schools', 75_000, 'persons']),
  seed(['honours', 'goals', '龙江大工匠和龙江技术能手表彰', 'craftsman and expert honours', 200, 'persons']),
  seed(['projects', 'goals', '省部级以上培养项目入选', 'selected for provincial or national projects', 100, 'persons']),
  seed(
    [
      'technician-training',
      '6',
      '技师、高级技师培训企业职工',
      'employees trained to 技师 and 高级技师',
      10_000,
      'persons',
    ],
    { every: 'year' },
  ),
  seed(['provincial-chief', '7', '黑龙江省首席技师（称号）', 'provincial 首席技师, an honour', 200, 'persons']),
  seed(['enterprise-chief', '7', '企业首席技师', 'enterprise 首席技师, a scheme of enterprises', 1_000, 'persons']),
  seed(['training-bases', '10', '高技能人才培训基地', 'training bases', 20, 'pieces']),
  seed(['master-studios', '10', '技能大师工作室', 'master studios', 100, 'pieces']),
  seed([
    'self-assessing',
    '20',
    '规上企业自主评价覆盖',
    'larger enterprises that assess their own staff',
    100,
    'percent',
  ]),
  seed(['eight-levels', '21', '规上企业实行新八级', 'larger enterprises with the eight levels', 20, 'bodies']),
  seed(['contests', '29', '省级一类、专项竞赛', 'provincial contests', 50, 'pieces'], { every: 'year' }),
  seed(['contest-talents', '29', '竞赛选拔高技能人才', 'high-skilled workers by contests', 100_000, 'persons']),
  seed([
    'experts',
    '33',
    '专家、裁判、翻译、办赛人员（各）',
    'experts, judges, translators, staff, each',
    100,
    'persons',
  ]),
  successor(['training-2027', 'goals', '补贴性培训', 'subsidised training', 400_000, 'person-times'], 'year'),
  successor(['training-high-2027', 'goals', '其中高技能', 'of it high-skilled', 70_000, 'person-times'], 'year'),
  successor(['skilled-2027', 'goals', '技能人才总量', 'skilled workers in all', 4_000_000, 'persons'], 'plan'),
];
