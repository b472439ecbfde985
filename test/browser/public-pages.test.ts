import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photographed } from '../interop/pdf-codes.ts';
import { run, TOOLS } from '../interop/pdf-tools.ts';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';
import { seriousBarriers } from './axe.ts';
import { askForMany, peopleAsked } from './batch-page.ts';
import { Chromium, findChromium } from './chromium.ts';
import { signInAt } from './clerk.ts';
import { pictureFolder } from './pictures.ts';
import {
  askFacts,
  LANGUAGES,
  NAMES,
  publicPages,
  SIZES,
  type Language,
  type PublicPage,
  type Size,
} from './public-pages.ts';
import { fillRegister, type RealRegister } from './real-register.ts';
import type { Tab } from './tab.ts';

/** Beside the demonstration, the journey tests and the staff pages. */
const PORTS = { base: 9480, postgres: 9832, nats: 9822 };
const DPI = 300;
/** Held in one hand, in a room. */
const SNAPSHOT = { degrees: 7, sigma: 0.9, jpegQuality: 80, isStained: false };
const LOADED = `document.querySelector('.chart:empty') === null`;

const program = findChromium();
const skip = program === undefined && 'no Chromium: apt-get install chromium';
if (skip) console.error(`!! SKIPPED: the public pages in a browser\n!! ${skip}`);
const noPhoto = !TOOLS.pdftoppm.isThere() && 'no pdftoppm: apt-get install poppler-utils';
if (noPhoto) console.error(`!! SKIPPED: a photograph of a certificate\n!! ${noPhoto}`);

describe('the public pages in a browser', { skip }, () => {
  const pictures = pictureFolder();
  let own: OwnSystem;
  let register: RealRegister;
  let browser: Chromium;
  let gateway: string;

  before(async () => {
    own = await startOwnSystem({}, PORTS);
    gateway = own.system.urls.public;
    register = await fillRegister(own);
    browser = await Chromium.start(program ?? '');
  });
  after(async () => {
    await browser?.stop();
    await own?.stop();
  });

  async function newTab(size: Size, language: Language = 'zh'): Promise<Tab> {
    const tab = await browser.newTab();
    await tab.size(...SIZES[size]);
    if (language === 'en') {
      await tab.goto(`${gateway}/help`);
      await tab.click('button', NAMES.otherLanguage.zh);
    }
    return tab;
  }

  /** A refusal is a failed load for the browser, and no fault of the page. */
  function close(tab: Tab): void {
    const complaints = tab.complaints.filter((complaint) => !complaint.includes('Failed to load resource'));
    assert.deepEqual(complaints, []);
    tab.close();
  }

  const certificate = () => register.certificates[0] ?? { name: '', number: '' };

  /** The first page of a certificate, printed, and its code photographed with a phone. */
  async function photograph(): Promise<string> {
    const page = path.join(own.system.dataDir, 'page');
    run('pdftoppm', '-png', '-r', String(DPI), '-singlefile', register.pdfs[0] ?? '', page);
    const file = path.join(pictures, 'photographed-code.jpg');
    writeFileSync(file, await photographed(readFileSync(`${page}.png`), 'scan', SNAPSHOT));
    return file;
  }

  test('a stranger gives a photograph of the code and reads the verdict on a phone', { skip: noPhoto }, async () => {
    const photo = await photograph();
    const tab = await newTab('phone');
    await tab.goto(`${gateway}/verify`);
    await tab.click('tab', NAMES.scan.zh);
    await tab.giveFile(photo, () => tab.click('button', NAMES.chooseImage.zh));
    for (const said of ['有效', '三级/高级工', '焊工', '登记最近一次变动']) await tab.sees(said);
    assert.match(await tab.address(), /\/v\/[\w-]{22}$/);
    await tab.picture(path.join(pictures, 'scanned-zh-phone.png'), 'page');
    close(tab);
  });

  test('a picture without a code is said to have none', { skip: noPhoto }, async () => {
    const tab = await newTab('phone');
    const blank = path.join(pictures, 'landing.png');
    await tab.goto(`${gateway}/`);
    await tab.picture(blank);
    await tab.click('tab', NAMES.scan.zh);
    await tab.giveFile(blank, () => tab.click('button', NAMES.chooseImage.zh));
    await tab.sees('没有识读到二维码');
    await tab.picture(path.join(pictures, 'scan-nothing-zh-phone.png'), 'page');
    close(tab);
  });

  test('name and number by the form give the verdict, and what was typed is in no address', async () => {
    const { name, number } = certificate();
    const tab = await newTab('phone');
    await tab.goto(`${gateway}/`);
    await askFacts(tab, 'zh', name, number);
    for (const said of ['有效', '三级/高级工', '哈尔滨北方焊接装备有限公司']) await tab.sees(said);
    const asked = await tab.evaluate<string[]>(`performance.getEntriesByType('resource').map(({ name }) => name)`);
    for (const address of [...asked, await tab.address()]) {
      assert.equal(decodeURIComponent(address).includes(name) || address.includes(number), false);
    }
    close(tab);
  });

  test('the keyboard alone is enough: the form, and a photograph of the code', { skip: noPhoto }, async () => {
    const { name, number } = certificate();
    const photo = await photograph();
    const tab = await newTab('desktop');
    await tab.goto(`${gateway}/verify`);
    await tab.sees('填写任意两项');
    await tab.tabTo('link', '跳到正文');
    await tab.press('Enter');
    await tab.tabTo('tab', NAMES.facts.zh);
    await tab.tabTo('textbox', NAMES.name.zh);
    await tab.keyIn(name);
    await tab.tabTo('textbox', NAMES.number.zh);
    await tab.keyIn(number);
    await tab.picture(path.join(pictures, 'keyboard-zh-desktop.png'));
    await tab.press('Enter');
    await tab.sees('发证日期');
    await tab.tabTo('button', '查验另一张');
    await tab.press('Enter');
    await tab.sees('填写任意两项');
    await tab.goto(`${gateway}/verify`);
    await tab.sees('填写任意两项');
    await tab.tabTo('tab', NAMES.facts.zh);
    await tab.press('ArrowRight');
    assert.deepEqual(await tab.focus(), { role: 'tab', name: NAMES.scan.zh, isVisible: true });
    await tab.sees(NAMES.chooseImage.zh);
    await tab.tabTo('button', NAMES.chooseImage.zh);
    await tab.giveFile(photo, () => tab.press('Enter'));
    await tab.sees('发证日期');
    await tab.tabTo('button', '打印或保存为 PDF');
    close(tab);
  });

  async function upload(tab: Tab, language: Language): Promise<void> {
    await tab.goto(`${gateway}/verify`);
    await tab.click('tab', NAMES.upload[language]);
    await tab.giveFile(register.pdfs[0] ?? '', () => tab.click('button', NAMES.chooseFile[language]));
  }

  test('a file is told with its checks; where the register says otherwise, which lines differ', async () => {
    const tab = await newTab('phone');
    await upload(tab, 'zh');
    for (const said of ['有效', '文件本身的核对', '通过']) await tab.sees(said);
    await tab.picture(path.join(pictures, 'file-valid-zh-phone.png'), 'page');
    const { number } = certificate();
    const [kept] = await own.query<{ day: string }>(
      `SELECT issued_on::text AS day FROM public_verification.certificate WHERE certificate_number = '${number}'`,
    );
    const issueOn = (day: string): Promise<object[]> =>
      own.query(`UPDATE public_verification.certificate SET issued_on = '${day}'
        WHERE certificate_number = '${number}' RETURNING 1`);
    assert.equal((await issueOn('2026-12-03')).length, 1);
    try {
      await upload(tab, 'zh');
      for (const said of ['信息不符', '文件与登记不一致的内容', '发证日期']) await tab.sees(said);
      await tab.doesNotSee('2026年12月3日');
      await tab.picture(path.join(pictures, 'file-differs-zh-phone.png'), 'page');
      assert.deepEqual(await seriousBarriers(tab), []);
    } finally {
      await issueOn(kept?.day ?? '');
    }
    close(tab);
  });

  test('with the broker down an answer says above its verdict how old it is', async () => {
    const { name, number } = certificate();
    await own.system.stopService('nats');
    try {
      for (const [language, title, age] of [
        ['zh', '以下不一定是最新状态', '数据截至'],
        ['en', 'This may not be the latest state', 'Data up to'],
      ] as const) {
        const tab = await newTab('phone', language);
        await tab.until('an answer that knows that it may be old', async () => {
          await tab.goto(`${gateway}/verify`);
          await askFacts(tab, language, name, number);
          await tab.sees(language === 'zh' ? '发证日期' : 'Date of issue');
          return (await tab.text()).includes(title) ? true : undefined;
        });
        await tab.sees(age);
        await tab.picture(path.join(pictures, `stale-${language}-phone.png`), 'page');
        assert.deepEqual(await seriousBarriers(tab), []);
        close(tab);
      }
    } finally {
      await own.system.startService('nats');
    }
  });

  test('an employer asks for many at once and reads a verdict on each line', async () => {
    const place = '/staff/batches';
    const account = { gateway, username: 'employer.qian', password: own.system.secrets.demoPassword };
    const tab = await newTab('desktop');
    await signInAt(tab, account, place);
    await askForMany(tab, peopleAsked(register.certificates), path.join(own.system.dataDir, 'people.xlsx'));
    assert.deepEqual(await seriousBarriers(tab), []);
    await tab.picture(path.join(pictures, 'batch-zh-desktop.png'), 'page');
    await tab.size(...SIZES.phone);
    await tab.picture(path.join(pictures, 'batch-zh-phone.png'), 'page');
    assert.equal(await tab.evaluate('document.documentElement.scrollWidth'), SIZES.phone[0]);
    assert.deepEqual(await seriousBarriers(tab), []);
    close(tab);
  });

  async function lookAt(tab: Tab, page: PublicPage, language: Language, size: Size): Promise<string[]> {
    await tab.goto(`${gateway}${page.path}`);
    await page.act?.(tab, language);
    await tab.sees(page.shows[language]);
    await tab.until('everything that is drawn', async () => ((await tab.evaluate(LOADED)) ? true : undefined));
    const name = `${page.name}-${language}-${size}`;
    await tab.picture(path.join(pictures, `${name}.png`), 'page');
    const width = await tab.evaluate<number>('document.documentElement.scrollWidth');
    const barriers = await seriousBarriers(tab);
    return [...barriers, ...(width > SIZES[size][0] ? [`${width} pixels wide`] : [])].map((each) => `${name}: ${each}`);
  }

  for (const size of ['phone', 'desktop'] as const) {
    for (const language of LANGUAGES) {
      test(`every page on a ${size} in ${language}: nothing serious for axe, nothing to scroll aside`, async () => {
        const tab = await newTab(size, language);
        const faults: string[] = [];
        for (const page of publicPages(register)) faults.push(...(await lookAt(tab, page, language, size)));
        assert.deepEqual(faults, []);
        close(tab);
      });
    }
  }
});
