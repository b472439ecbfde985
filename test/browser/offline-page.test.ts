import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { buildPortal, buildServices } from '../../deploy/local/build.ts';
import { ROOT, SERVICES } from '../../deploy/local/settings.ts';
import type * as fixture from '../../libs/credential/src/offline/made-certificate.fixture.ts';
import { Chromium, findChromium } from './chromium.ts';
import type { Tab } from './tab.ts';

const PICTURES = path.join(ROOT, '.data', 'browser');
const folder = mkdtempSync(path.join(tmpdir(), 'jz-offline-page-'));
const program = findChromium();
const skip = program === undefined && 'no Chromium: apt-get install chromium';
if (skip) console.error(`!! SKIPPED: the offline page\n!! ${skip}`);

let browser: Chromium;
let tab: Tab;
let made: fixture.MadeCertificate;
let page: string;

before(async () => {
  if (!program) return;
  const options = { root: ROOT, dataDir: folder, env: process.env, signal: undefined };
  await buildServices(options, SERVICES);
  await buildPortal(options);
  const library = path.join(ROOT, 'dist', 'libs', 'credential', 'src', 'offline', 'made-certificate.fixture.js');
  const { madeCertificate, signedList } = (await import(library)) as typeof fixture;
  made = await madeCertificate();
  const snapshot = { ...made.snapshot, takenAt: new Date().toISOString() };
  // The copy that was saved with a snapshot, opened from a folder: there is no server and no network.
  const withSnapshot = async (name: string, state: 'valid' | 'revoked') => {
    const statusLists = [await signedList(made.status, state, new Date())];
    const text = JSON.stringify({ ...snapshot, statusLists }).replaceAll('<', String.raw`\u003c`);
    const html = readFileSync(path.join(ROOT, 'dist', 'offline', 'verify.html'), 'utf8');
    const place = '<script type="application/json" id="snapshot">';
    assert.ok(html.includes(place));
    writeFileSync(
      path.join(folder, name),
      html.replace(place, () => place + text),
    );
  };
  await withSnapshot('verify.html', 'valid');
  await withSnapshot('revoked.html', 'revoked');
  page = pathToFileURL(path.join(folder, 'verify.html')).href;
  mkdirSync(PICTURES, { recursive: true });
  browser = await Chromium.start(program);
  tab = await browser.newTab();
  await tab.size(390, 844);
});
after(async () => {
  if (program) await browser.stop();
  rmSync(folder, { recursive: true, force: true });
});

const NAMES = { zh: { check: '核验', other: 'English' }, en: { check: 'Check', other: '中文' } } as const;

async function ask(language: 'zh' | 'en', text: string): Promise<void> {
  const isThere = await tab.has('button', NAMES[language].check);
  if (!isThere) await tab.click('button', NAMES[language === 'zh' ? 'en' : 'zh'].other);
  await tab.typeInto('#text', text);
  await tab.click('button', NAMES[language].check);
}

test('a paper is valid without a network, in Chinese and in English, on a phone', { skip }, async () => {
  await tab.goto(page);
  await ask('zh', made.paper);
  await tab.sees('✓ 有效');
  for (const said of ['王建国', '三级/高级工', '签名正确', '状态表所示：有效', '已载入日志']) await tab.sees(said);
  await tab.picture(path.join(PICTURES, 'offline-valid-zh.png'));
  await ask('en', made.jwt);
  await tab.sees('✓ Valid');
  await tab.sees('the signature is good');
  await tab.picture(path.join(PICTURES, 'offline-valid-en.png'));
  assert.deepEqual(tab.complaints, []);
});

test(
  'an altered one, a revoked one and one without a snapshot are told apart, and none is valid',
  { skip },
  async () => {
    await tab.goto(page);
    await ask('en', made.jwt.replace(/\.[^.]+$/, `.${'A'.repeat(86)}`));
    await tab.sees('✗ The facts do not match');
    await ask('en', 'JZ1:000');
    await tab.sees('It is damaged');
    await tab.goto(pathToFileURL(path.join(folder, 'revoked.html')).href);
    await ask('en', made.paper);
    await tab.sees('✗ Revoked');
    await tab.goto(pathToFileURL(path.join(ROOT, 'dist', 'offline', 'verify.html')).href);
    await ask('en', made.paper);
    await tab.sees('? Could not be checked');
    await tab.doesNotSee('✓ Valid');
    assert.deepEqual(tab.complaints, []);
  },
);

test('it is used with the keyboard alone, and axe finds nothing serious in either language', { skip }, async () => {
  await tab.goto(page);
  await tab.evaluate(`document.getElementById('text').focus()`);
  await tab.typeInto('#text', made.paper);
  await tab.press('Tab');
  await tab.press('Enter');
  await tab.sees('王建国');
  assert.equal(await tab.evaluate('document.activeElement.id'), 'outcome');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await tab.evaluate(`${axe}; undefined`);
  for (const language of ['zh', 'en'] as const) {
    await ask(language, made.paper);
    await tab.sees('王建国');
    const serious = await tab.evaluate(
      `axe.run().then(({ violations }) => violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id))`,
    );
    assert.deepEqual(serious, []);
  }
});
