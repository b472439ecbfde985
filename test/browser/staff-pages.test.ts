import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';
import { Person, Refused } from '../journey/person.ts';
import { Chromium, findChromium } from './chromium.ts';
import { signInAt } from './clerk.ts';
import type { Tab } from './tab.ts';

/** Beside the demonstration and the journey tests. */
const PORTS = { base: 9280, postgres: 9632, nats: 9622 };
const CODE = /([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}/;

const program = findChromium();
const skip = program === undefined && '没有找到 Chromium，页面未经检查。 No Chromium (JZ_CHROMIUM), pages NOT checked.';
if (skip) console.error(`\n!!! ${skip}\n`);

describe('the staff pages in a browser', { skip }, () => {
  let own: OwnSystem;
  let chromium: Chromium;

  before(async () => {
    own = await startOwnSystem({}, PORTS);
    chromium = await Chromium.start(program ?? '');
  });
  after(async () => {
    await chromium?.stop();
    await own?.stop();
  });

  async function open(username: string, place: string): Promise<Tab> {
    const tab = await chromium.newTab();
    await tab.size(1280, 900);
    const { urls, secrets } = own.system;
    await signInAt(tab, { gateway: urls.public, username, password: secrets.demoPassword }, place);
    return tab;
  }

  /** A refusal is a failed load for the browser, and no fault of the page. */
  function assertNoComplaints(tab: Tab): void {
    assert.deepEqual(
      tab.complaints.filter((complaint) => !complaint.includes('Failed to load resource')),
      [],
    );
  }

  const giveRoles = (username: string, roles: string): Promise<object[]> =>
    own.query(`UPDATE identity.account SET roles = '${roles}' WHERE username = '${username}' RETURNING 1`);

  test('an administrator invites somebody, disables them, and is kept as the last one', async () => {
    const tab = await open('admin.north', '/staff/people');
    await tab.sees('吴建国是唯一能登录的管理员');
    assert.equal(await tab.has('link', '审计'), false, 'no link to what the role may not use');
    assert.equal(await tab.has('link', '我的账号'), true);

    await tab.click('button', '邀请人员');
    await tab.click('button', '建立邀请');
    await tab.sees('请填写姓名');
    await tab.sees('请至少选一个角色');
    await tab.type('textbox', '姓名', '杨柳');
    await tab.type('textbox', '用户名', 'clerk.north');
    await tab.click('checkbox', '经办');
    await tab.click('button', '建立邀请');
    await tab.sees('此用户名已被使用');
    await tab.type('textbox', '用户名', 'yang.liu');
    await tab.click('button', '建立邀请');
    await tab.sees('邀请码只显示这一次');
    const [code = ''] = CODE.exec(await tab.text()) ?? [];
    await tab.press('Escape');
    await tab.sees(code);
    await tab.click('button', '已记下，关闭');
    await tab.sees('待接受邀请');
    assert.equal((await tab.text()).includes(code), false);

    await tab.click('button', '杨柳');
    await tab.click('button', '停用');
    await tab.sees('立即退出所有登录');
    await tab.click('button', '停用');
    await tab.sees('已停用杨柳。');
    const disabled = await own.query(
      `SELECT 1 FROM identity.account WHERE username = 'yang.liu' AND disabled_at IS NOT NULL`,
    );
    assert.equal(disabled.length, 1);
    await tab.press('Escape');

    await tab.click('button', '吴建国');
    await tab.sees('唯一的管理员不能办理此项');
    assert.equal(await tab.has('button', '停用'), false, 'said before the click');
    await tab.press('Escape');

    await giveRoles('reviewer.north', '{agency-reviewer,agency-admin}');
    await tab.click('button', '刷新');
    await tab.doesNotSee('吴建国是唯一能登录的管理员');
    await giveRoles('reviewer.north', '{agency-reviewer}');
    await tab.click('button', '吴建国');
    await tab.click('button', '停用');
    await tab.sees('这是您本人的账号');
    await tab.click('button', '停用');
    await tab.sees('机构至少要有一名能登录的管理员');

    assert.equal(await tab.address(), `${own.system.urls.public}/staff/people`);
    assertNoComplaints(tab);
    tab.close();
  });

  test('an auditor finds a refusal, and a name does not go into an address', async () => {
    const clerk = Person.account(own.system.urls.public, 'clerk.north', own.system.secrets.demoPassword);
    await assert.rejects(
      () => clerk.get('/api/identity/people'),
      (error) => error instanceof Refused && error.is('access/role'),
    );

    const tab = await open('auditor.sun', '/staff/audit');
    assert.equal(await tab.has('link', '机构人员'), false, 'no link to what the role may not use');
    await tab.choose('服务', '账号与登录');
    await tab.sees('查看机构人员');
    await tab.choose('类别', '拒绝');
    await tab.sees('角色不允许');
    await tab.doesNotSee('邀请人员');
    const [entry] = await own.query<{ position: string }>(
      `SELECT position FROM identity.audit WHERE content ->> 'kind' = 'refusal' ORDER BY position DESC LIMIT 1`,
    );
    await tab.click('button', `查看第 ${entry?.position} 条：查看机构人员`);
    await tab.sees('access/role');
    await tab.sees('GET /people');
    await tab.press('Escape');

    await tab.type('textbox', '涉及的人', '王小明');
    await tab.click('button', '查询');
    await tab.sees('编号要完整');
    const asked = await tab.evaluate<string[]>(
      `performance.getEntriesByType('resource').map(({ name }) => decodeURIComponent(name))`,
    );
    assert.equal(
      asked.some((address) => address.includes('王小明')),
      false,
    );
    assertNoComplaints(tab);
    tab.close();
  });

  test('who may not use a page is told so', async () => {
    const tab = await open('clerk.north', '/staff/people');
    await tab.sees('没有这个页面，或您的角色不能查看');
    assert.equal(await tab.has('link', '机构人员'), false);
    assertNoComplaints(tab);
    tab.close();
  });
});
