/** Values of the column 文化程度 in the 33-column roster, exactly as accepted (domain.md §5.1 [S-SYS1*]). */
export const educationLevels = [
  '博士',
  '研究生',
  '大学本科',
  '大学专科和专科学校',
  '中等专业学校',
  '技校',
  '高级技校',
  '技师学院',
  '高中',
  '职高',
  '初中',
  '小学',
] as const;

export type EducationLevel = (typeof educationLevels)[number];

/** What clerks write instead. The roster refuses these words; they are only suggestions (domain.md §12 item 53). */
export const educationSuggestions: Readonly<Record<string, EducationLevel>> = {
  博士研究生: '博士',
  硕士: '研究生',
  硕士研究生: '研究生',
  本科: '大学本科',
  大本: '大学本科',
  学士: '大学本科',
  专科: '大学专科和专科学校',
  大专: '大学专科和专科学校',
  大学专科: '大学专科和专科学校',
  高职: '大学专科和专科学校',
  中专: '中等专业学校',
  中职: '中等专业学校',
  中技: '技校',
  技工学校: '技校',
  高级技工学校: '高级技校',
  普通高中: '高中',
  职业高中: '职高',
};

/** A kind of identity document. Only 居民身份证 carries a check character (domain.md §12 item 54). */
export interface DocumentType {
  key: string;
  name: string;
  en: string;
  checksum: boolean;
  aliases: readonly string[];
}

/** Document types of registration (domain.md §5.1(b) [S-SYS5*]; the separate Hong Kong, Macao and Taiwan names unverified). */
export const documentTypes: readonly DocumentType[] = [
  {
    key: 'resident-id',
    name: '居民身份证',
    en: 'resident identity card',
    checksum: true,
    aliases: ['身份证', '二代身份证', '第二代居民身份证', '公民身份号码'],
  },
  { key: 'military-officer', name: '军官证', en: 'military officer card', checksum: false, aliases: [] },
  {
    key: 'hong-kong-macao-permit',
    name: '港澳居民来往内地通行证',
    en: 'mainland travel permit for Hong Kong and Macao residents',
    checksum: false,
    aliases: ['港澳通行证', '回乡证', '香港身份证件', '澳门身份证件', '港澳居民证件'],
  },
  {
    key: 'taiwan-permit',
    name: '台湾居民来往大陆通行证',
    en: 'mainland travel permit for Taiwan residents',
    checksum: false,
    aliases: ['台胞证', '台湾居民证件'],
  },
  {
    key: 'hk-macao-taiwan-residence',
    name: '港澳台居民居住证',
    en: 'residence permit for Hong Kong, Macao and Taiwan residents',
    checksum: false,
    aliases: ['港澳台居住证'],
  },
  {
    key: 'foreign-permanent-resident',
    name: '外国人永久居留身份证',
    en: 'foreign permanent resident card',
    checksum: false,
    aliases: ['外国永久居留证', '外国人永久居留证'],
  },
  { key: 'passport', name: '护照', en: 'passport', checksum: false, aliases: ['外国护照'] },
];

/** The 56 names of GB/T 3304, in the order of their codes 01–56. */
export const ethnicGroups: readonly string[] = (
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 ' +
  '傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 ' +
  '毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 ' +
  '独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族'
).split(' ');
