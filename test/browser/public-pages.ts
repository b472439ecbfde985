import type { RealRegister } from './real-register.ts';
import type { Tab } from './tab.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A phone, and the screen of an office. */
export type Size = 'phone' | 'desktop';
export const SIZES: Readonly<Record<Size, readonly [width: number, height: number]>> = {
  phone: [390, 844],
  desktop: [1280, 900],
};

type Words = Readonly<Record<Language, string>>;

/** The names that people find things by. */
export const NAMES = {
  name: { zh: '姓名', en: 'Name' },
  number: { zh: '证书编号', en: 'Certificate number' },
  verify: { zh: '查验', en: 'Verify' },
  scan: { zh: '扫描二维码', en: 'Scan the code' },
  facts: { zh: '填写信息', en: 'Enter facts' },
  upload: { zh: '上传文件', en: 'Upload a file' },
  chooseImage: { zh: '选择照片或截图', en: 'Choose a photograph or picture' },
  chooseFile: { zh: '选择文件并查验', en: 'Choose a file and verify' },
  otherLanguage: { zh: 'English', en: '中文' },
} as const satisfies Record<string, Words>;

export interface PublicPage {
  name: string;
  path: string;
  /** What is there when the page has all that it shows. */
  shows: Words;
  /** What a stranger does before it is looked at. */
  act?: (tab: Tab, language: Language) => Promise<void>;
}

/** By the form, with the mouse. */
export async function askFacts(tab: Tab, language: Language, name: string, number: string): Promise<void> {
  await tab.type('textbox', NAMES.name[language], name);
  await tab.type('textbox', NAMES.number[language], number);
  await tab.click('button', NAMES.verify[language]);
}

/** Every page that needs no account, filled with what the register has. */
export function publicPages({ certificates, siteCode, publicPlanId }: RealRegister): PublicPage[] {
  const [certificate = { name: '', number: '' }] = certificates;
  const { name, number } = certificate;
  const asking =
    (asked: string): PublicPage['act'] =>
    (tab, language) =>
      askFacts(tab, language, asked, number);
  const agency = '哈尔滨北方焊接装备有限公司';
  const body: Words = { zh: agency, en: agency };
  return [
    { name: 'landing', path: '/', shows: { zh: '还可以查什么', en: 'What else is open to all' } },
    { name: 'verify', path: '/verify', shows: { zh: '填写任意两项', en: 'Enter any two' } },
    { name: 'valid', path: '/verify', shows: { zh: '发证日期', en: 'Date of issue' }, act: asking(name) },
    {
      name: 'not-found',
      path: '/verify',
      shows: { zh: '编号所示的发证机构', en: 'The body that the number names' },
      act: asking('查无此人'),
    },
    { name: 'bodies', path: '/bodies', shows: body },
    { name: 'body', path: `/bodies/${siteCode}`, shows: body },
    { name: 'publicity', path: '/publicity', shows: body },
    { name: 'publicity-list', path: `/publicity/${publicPlanId}`, shows: { zh: '合格', en: 'Passed' } },
    { name: 'plans', path: '/plans', shows: body },
    { name: 'occupations', path: '/occupations', shows: { zh: '编码', en: 'Code' } },
    { name: 'statistics', path: '/statistics', shows: { zh: '日志条数', en: 'Log entries' } },
    { name: 'log-status', path: '/log-status', shows: { zh: '检查点原文', en: 'The checkpoint as it is' } },
    { name: 'offline', path: '/offline', shows: { zh: '下载离线核验页', en: 'Download the offline page' } },
    { name: 'help', path: '/help', shows: { zh: '查不到怎么办', en: 'Nothing was found' } },
    { name: 'no-page', path: '/nowhere', shows: { zh: '没有这个页面', en: 'There is no such page' } },
  ];
}
