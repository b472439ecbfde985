import { parseArgs } from 'node:util';
import { needsCode } from './accounts.ts';
import { demoUri } from './demo-totp.ts';
import { errorText } from './errors.ts';
import { launch, STEPS, type LaunchedSystem } from './launch.ts';
import { createProgress, describeError } from './progress.ts';

const USAGE = `
用法 usage:  npm start -- [--data-dir <目录 directory>] [--exit-when-ready]

  --data-dir         数据目录，默认 .data（或环境变量 JZ_DATA_DIR） where all data is kept
  --exit-when-ready  全部就绪后立即停止并退出，用于检查 stop again as soon as everything is ready
  --help             显示本说明 show this text

环境变量 environment:
  JZ_PORT_BASE       网关端口，其余服务依次加一，默认 8080 the gateway's port, the other services follow
  JZ_POSTGRES_PORT   数据库端口，默认 8432 port of the database
  JZ_NATS_PORT       消息服务端口，默认 8422 port of the broker
  JZ_MODE            demo（默认 default）或 or production
  JZ_SUITE           新数据目录的算法 algorithms of a new data directory: international（默认 default）或 or national
  DATABASE_URL       使用已有的 PostgreSQL use a PostgreSQL that runs already
  NATS_URL           使用已有的 NATS use a NATS that runs already
`;
const STOPPED = '已停止。 stopped.';
const INTERRUPTED_EXIT_CODE = 130;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const COLUMN = { username: 22, role: 18, roleChinese: 14 };

process.exitCode = await main();

async function main(): Promise<number> {
  // The terminal may be gone when the last lines are written.
  process.stdout.on('error', () => undefined);
  const flags = readFlags();
  if (typeof flags === 'string') {
    console.error(`${flags}\n${USAGE}`);
    return 2;
  }
  if (flags.help) {
    console.log(USAGE);
    return 0;
  }
  const interruption = listenForStop();
  const progress = createProgress(STEPS, (text) => void process.stdout.write(text));
  let system: LaunchedSystem;
  try {
    system = await launch({ dataDir: flags['data-dir'], progress, signal: interruption.signal });
  } catch (error) {
    if (!interruption.signal.aborted) {
      console.error(describeError(error));
      return 1;
    }
    console.log(`\n${STOPPED}`);
    return INTERRUPTED_EXIT_CODE;
  }
  interruption.onForce(() => system.killAll());
  console.log(welcome(system));
  if (!flags['exit-when-ready']) await interruption.requested;
  console.log('正在停止…… stopping …');
  await system.stop();
  console.log(STOPPED);
  return 0;
}

function readFlags() {
  try {
    const options = {
      'data-dir': { type: 'string' },
      'exit-when-ready': { type: 'boolean' },
      help: { type: 'boolean' },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    return errorText(error);
  }
}

/** The first signal asks for an orderly stop, the second one does not wait for it. */
function listenForStop() {
  const controller = new AbortController();
  const requested = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
  let force = () => undefined as void;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (!controller.signal.aborted) return controller.abort();
      force();
      process.exit(INTERRUPTED_EXIT_CODE);
    });
  }
  const onForce = (action: () => void) => {
    force = action;
  };
  return { signal: controller.signal, requested, onForce };
}

function welcome({ urls, mode, secrets, accounts, dataDir }: LaunchedSystem): string {
  const lines = ['', `匠证已就绪 Jiangzheng is ready:  ${urls.public}`, `数据与日志 data and logs:        ${dataDir}`];
  if (mode === 'demo') {
    lines.push('', `演示账号，密码均为 demo accounts, all with the password:  ${secrets.demoPassword}`);
    for (const account of accounts) {
      const { username, role, roleChinese, organisationChinese, organisation } = account;
      const name = needsCode(account) ? `${username} *` : username;
      const who = pad(name, COLUMN.username) + pad(role, COLUMN.role) + pad(roleChinese, COLUMN.roleChinese);
      lines.push(`  ${who}${organisationChinese} ${organisation}`.trimEnd());
    }
    lines.push(
      '',
      '* 另需动态验证码 also asked for a code:  npm run demo:code',
      `  或把此密钥加入验证器应用 or add this to an authenticator app:  ${demoUri(secrets.demoTotpSecret)}`,
    );
  }
  return [...lines, '', '按 Ctrl-C 停止 press Ctrl-C to stop', ''].join('\n');
}

/** A Chinese character is two columns wide. */
function pad(text: string, columns: number): string {
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.padEnd(columns - wide);
}
