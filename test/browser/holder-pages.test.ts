import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../../deploy/local/settings.ts';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';
import { paperOf, type Paper } from '../journey/paper.ts';
import { Person } from '../journey/person.ts';
import { Chromium, findChromium } from './chromium.ts';
import { signInAt } from './clerk.ts';
import type { Tab } from './tab.ts';

/** Beside the demonstration, the journey tests and the staff pages. */
const PORTS = { base: 9780, postgres: 10132, nats: 10122 };
const PICTURES = path.join(ROOT, '.data', 'browser');
const PHONE = [390, 844] as const;
const DESK = [1280, 900] as const;

const program = findChromium();
const skip = program === undefined && '没有找到 Chromium，页面未经检查。 No Chromium (JZ_CHROMIUM), pages NOT checked.';
if (skip) console.error(`\n!!! ${skip}\n`);

describe('the holder’s pages in a browser', { skip }, () => {
  let own: OwnSystem;
  let chromium: Chromium;
  let tab: Tab;
  let paper: Paper;
  let link: string;

  const gateway = (): string => own.system.urls.public;
  const account = (username: string): Person => Person.account(gateway(), username, own.system.secrets.demoPassword);
  const keep = (name: string, of: Tab = tab): Promise<void> => of.picture(path.join(PICTURES, `holder-${name}.png`));

  async function assertAccessible(of: Tab): Promise<void> {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await of.evaluate(`${axe}; undefined`);
    const serious = await of.evaluate(
      `axe.run().then(({ violations }) => violations
         .filter(({ impact }) => ['serious', 'critical'].includes(impact))
         .map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
    );
    assert.deepEqual(serious, [], await of.address());
  }

  /** In both sizes and both languages; ends in Chinese on a phone. */
  async function look(name: string, of: Tab = tab): Promise<void> {
    await assertAccessible(of);
    await keep(`${name}-phone`, of);
    const width = await of.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(width <= PHONE[0], `${name} is ${width} wide on a phone`);
    await of.click('button', 'English');
    await assertAccessible(of);
    await keep(`${name}-phone-en`, of);
    await of.size(...DESK);
    await keep(`${name}-desk-en`, of);
    await of.click('button', '中文');
    await keep(`${name}-desk`, of);
    await of.size(...PHONE);
  }

  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    own = await startOwnSystem({}, PORTS);
    const { certificates } = await own.journey();
    paper = await paperOf(own, certificates[0]?.id);
    chromium = await Chromium.start(program ?? '');
    tab = await chromium.newTab();
    await tab.size(...PHONE);
  });
  after(async () => {
    await chromium?.stop();
    await own?.stop();
  });

  test('signs in, shows who they are by the paper, and sees the own certificate', async () => {
    const holder = { gateway: gateway(), username: 'candidate.demo', password: own.system.secrets.demoPassword };
    await signInAt(tab, holder, '/my');
    await tab.sees('先确认您是持证人');
    await tab.click('button', '确认并查看');
    await tab.sees('请扫描证书上的二维码');
    await look('bind');
    await tab.type('textbox', '姓名', paper.name);
    await tab.type('textbox', '证件号码', paper.documentNumber);
    await tab.type('textbox', '证书二维码的链接', 'https://example.cn/short');
    await tab.click('button', '确认并查看');
    await tab.sees('这不是证书二维码中的链接');
    await tab.type('textbox', '证书二维码的链接', `${gateway()}/v/${paper.token}`);
    await tab.click('button', '确认并查看');
    await tab.sees(paper.number);
    await tab.sees('有效');
    await look('certificates');
  });

  test('makes an extract of level and occupation, sees beforehand what is shown, and hands it on', async () => {
    await tab.click('link', '出示摘录');
    await tab.sees('对方会看到');
    await tab.sees('不显示：姓名、证件号码（隐去中间）');
    await look('extract-form');
    await tab.type('textbox', '给谁用（只有您看得到）', '钱氏机械投标用');
    await tab.click('button', '生成链接');
    await tab.sees('链接已生成');
    await look('extract-made');
    link = await tab.evaluate<string>('document.querySelector(".handing a").href');
    assert.ok(link.startsWith(`${gateway()}/e/`));
  });

  test('a stranger opens it; revoked, it says so and shows nothing', async () => {
    const stranger = await chromium.newTab();
    await stranger.size(...PHONE);
    await stranger.goto(link);
    await stranger.sees('三级/高级工');
    await look('shown', stranger);
    const text = await stranger.text();
    assert.ok(!text.includes(paper.number) && !text.includes(paper.name.slice(1)));
    await tab.click('button', '作废');
    await tab.sees('作废这份摘录？');
    await tab.click('button', '作废');
    await tab.sees('已作废');
    await stranger.goto(link);
    await stranger.sees('持证人已作废这份摘录');
    await stranger.doesNotSee('三级/高级工');
    await look('shown-revoked', stranger);
    stranger.close();
  });

  test('sees who checked: an employer by name and purpose, a stranger without a name', async () => {
    const { name, documentNumber } = paper;
    const purpose = 'recruitment';
    await account('employer.qian').post('/api/public-verification/inquiries', { name, documentNumber, purpose });
    await tab.click('link', '谁查过');
    await tab.sees('哈尔滨钱氏机械有限公司');
    await tab.sees('用途：招聘录用');
    await tab.sees('打开您的摘录');
    await look('checks');
  });

  test('asks for a correction; the body proposes and accepts it, and refuses it after all', async () => {
    await tab.click('link', '申请更正');
    await tab.choose('哪一项有错', '姓名');
    await tab.type('textbox', '正确的内容', `${paper.name}明`);
    await tab.click('button', '提交申请');
    await tab.sees('请说明依据什么材料');
    await tab.type('textbox', '依据什么材料', '居民身份证');
    await tab.click('button', '提交申请');
    await tab.sees('等候机构答复');
    await look('corrections');

    const holderIsTold = async (what: string): Promise<true | undefined> => {
      await tab.goto(`${gateway()}/my/corrections`);
      await tab.sees('我的申请');
      return (await tab.text()).includes(what) || undefined;
    };
    const clerk = await chromium.newTab();
    await clerk.size(...DESK);
    const password = own.system.secrets.demoPassword;
    await signInAt(clerk, { gateway: gateway(), username: 'clerk.north', password }, '/staff/corrections');
    await clerk.click('button', '姓名');
    await clerk.sees('居民身份证');
    await clerk.sees('还没有针对这张证书的更正提请');
    await assertAccessible(clerk);
    await keep('inbox-desk', clerk);
    await clerk.click('button', '提请更正');
    await clerk.sees('请填写更正后的证件号码');
    await clerk.sees('请选择依据文件');
    await keep('proposal-faults-desk', clerk);
    await clerk.type('textbox', '更正后的证件号码', paper.documentNumber);
    await clerk.type('textbox', '依据文件名称', '更正申请表');
    await clerk.pickDay('#issuedOn', '2026-11-20');
    await clerk.giveFile(path.join(ROOT, 'package.json'), () => clerk.click('button', '依据文件'));
    await clerk.type('textbox', '更正说明', '与身份证不一致');
    await clerk.click('button', '提请更正');
    await clerk.sees('更正申请表 · 待批准');
    await assertAccessible(clerk);
    await keep('proposed-desk', clerk);
    await clerk.click('button', '受理');
    await clerk.sees('已受理');
    await tab.until('the holder is told that it is accepted', () => holderIsTold('已受理'));
    await clerk.choose('不予更正的原因', '更正提请未获批准');
    await clerk.click('button', '不予更正');
    await clerk.sees('更正提请未获批准');
    clerk.close();
    await tab.until('the holder is told that it is refused', () => holderIsTold('不予更正：更正提请未获批准'));
    assert.deepEqual(
      tab.complaints.filter((complaint) => !complaint.includes('Failed to load resource')),
      [],
    );
  });
});
