/** The digit of a national level in a certificate number; 5 is the lowest (domain.md §12 item 1). */
export type LevelDigit = '1' | '2' | '3' | '4' | '5';

export type LevelKey =
  | 'apprentice'
  | 'junior'
  | 'intermediate'
  | 'senior'
  | 'technician'
  | 'senior-technician'
  | 'special-technician'
  | 'chief-technician';

/** One step of the eight-level ladder (domain.md §1.1). `rank` 1 is the lowest; `digit` runs the other way. */
export interface SkillLevel {
  rank: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  key: LevelKey;
  name: string;
  en: string;
  nationalLevel: string | null;
  digit: LevelDigit | null;
  /** The form that certificates print, e.g. `三级/高级工` [S-STYLE2]. */
  display: string;
  grantedBy: 'employer-hiring' | 'assessment' | 'appointment';
  instrument: string;
  source: string;
}

function national(
  rank: SkillLevel['rank'],
  key: LevelKey,
  name: string,
  en: string,
  nationalLevel: string,
  digit: LevelDigit,
): SkillLevel {
  return {
    rank,
    key,
    name,
    en,
    nationalLevel,
    digit,
    display: `${nationalLevel}/${name}`,
    grantedBy: 'assessment',
    instrument: '职业技能等级证书',
    source: '[S-8L1][S-CODE1][S-STYLE2]',
  };
}

/** The eight levels, lowest first (domain.md §1.1 [S-8L1]). */
export const skillLevels: readonly SkillLevel[] = [
  {
    rank: 1,
    key: 'apprentice',
    name: '学徒工',
    en: 'apprentice',
    nationalLevel: null,
    digit: null,
    display: '学徒工',
    grantedBy: 'employer-hiring',
    instrument: '劳动合同或学徒协议',
    source: '[S-8L1]; instrument unverified',
  },
  national(2, 'junior', '初级工', 'junior worker', '五级', '5'),
  national(3, 'intermediate', '中级工', 'intermediate worker', '四级', '4'),
  national(4, 'senior', '高级工', 'senior worker', '三级', '3'),
  national(5, 'technician', '技师', 'technician', '二级', '2'),
  national(6, 'senior-technician', '高级技师', 'senior technician', '一级', '1'),
  {
    rank: 7,
    key: 'special-technician',
    name: '特级技师',
    en: 'special-grade technician',
    nationalLevel: null,
    digit: null,
    display: '特级技师',
    grantedBy: 'appointment',
    instrument: '特级技师证书与聘任',
    source: '[S-8L1][S-CODE2]',
  },
  {
    rank: 8,
    key: 'chief-technician',
    name: '首席技师',
    en: 'chief technician',
    nationalLevel: null,
    digit: null,
    display: '首席技师',
    grantedBy: 'appointment',
    instrument: '聘任',
    source: '[S-8L1]',
  },
];

/** What clerks write for each level, after normalisation. `中级` alone is a level, `中级职称` is not. */
export const levelAliases: Readonly<Record<LevelKey, readonly string[]>> = {
  apprentice: ['学徒工', '学徒'],
  junior: ['初级工', '初级', '五级', '5', '5级', '5.0', '初级技工', '五级工', 'Ⅴ级', 'V级'],
  intermediate: ['中级工', '中级', '四级', '4', '4级', '4.0', '中级技工', '四级工', 'Ⅳ级', 'IV级'],
  senior: ['高级工', '高级', '三级', '3', '3级', '3.0', '高级技工', '三级工', 'Ⅲ级', 'III级'],
  technician: ['技师', '二级', '2', '2级', '2.0', 'Ⅱ级', 'II级'],
  'senior-technician': ['高级技师', '一级', '1', '1级', '1.0', 'Ⅰ级', 'I级'],
  'special-technician': ['特级技师', '特级'],
  'chief-technician': ['首席技师', '首席'],
};
