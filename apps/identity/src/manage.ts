import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { DomainError } from '@app/kernel';
import { dataSourceOptions, KeyringError, openVault, readKeySettings, schemaOf } from '@app/platform';
import { DataSource } from 'typeorm';
import { AccountDesk, DeskError, type NewAccount } from './account/account-desk.js';
import { problemText } from './interaction/problem-text.js';
import type { IssuedInvitation } from './invitation/issue-invitation.js';
import { service } from './service-definition.js';

const USAGE = `用法 usage (密码从标准输入读取 passwords are read from standard input):
  manage.js organisation <id> --name <名称> --kind employer|social|authority|bank --jurisdiction <行政区划代码>
  manage.js invite <username> --name <姓名> --roles <role,role> [--organisation <id>] [--jurisdiction <code>]
  manage.js account <username>  同上，密码由您设定 the same, with a password that you set
  manage.js roles <username> --roles <role,role>
  manage.js password <username>
  manage.js reset <username>    忘记密码或手机丢失 forgotten password or lost telephone
  manage.js disable <username>
  manage.js enable <username>
`;

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new DeskError(`未设置环境变量 not set: ${name}`);
  return value;
}

/** The first line: a password piped in by `echo` ends with one. */
async function passwordFromInput(): Promise<string> {
  return (await text(process.stdin)).split(/\r?\n/)[0] ?? '';
}

async function run(desk: AccountDesk, argv: string[]): Promise<void> {
  const option = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { name: option, kind: option, jurisdiction: option, organisation: option, roles: option },
  });
  const [command = '', subject = ''] = positionals;
  const { name = '', kind = '', jurisdiction, organisation, roles = '' } = values;
  const account: NewAccount = {
    username: subject,
    displayName: name,
    organisationId: organisation,
    roles: roles.split(',').filter(Boolean),
    jurisdiction,
  };
  switch (command) {
    case 'organisation':
      return desk.putOrganisation(subject, name, kind, jurisdiction ?? '');
    case 'invite':
      return show(await desk.invite(account));
    case 'account':
      return desk.addAccount(account, await passwordFromInput());
    case 'roles':
      return desk.setRoles(subject, account.roles);
    case 'password':
      return desk.setPassword(subject, await passwordFromInput());
    case 'reset':
      return show(await desk.reset(subject));
    case 'disable':
      return desk.disable(subject);
    case 'enable':
      return desk.enable(subject);
    default:
      throw new DeskError(USAGE);
  }
}

function show({ code, expiresAt }: IssuedInvitation): void {
  process.stdout.write(`邀请码 invitation code: ${code}\n`);
  process.stdout.write(`在登录页选“使用邀请码” use it at <公开地址 public address>/oidc/invitation\n`);
  process.stdout.write(`有效至 valid until: ${expiresAt.toISOString()}\n`);
}

/** What the operator reads instead of a stack. */
function faultOf(error: unknown): string | undefined {
  if (error instanceof DeskError || error instanceof KeyringError) return error.message;
  if (error instanceof DomainError) {
    const { zh, en } = problemText(error);
    return `${zh} ${en}`;
  }
  const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  return isUsage ? (error as Error).message : undefined;
}

/** The operator's tool; it works with the service's own role and keys. */
async function manage(argv: string[]): Promise<void> {
  const vault = openVault(readKeySettings(process.env));
  const url = required('DATABASE_URL');
  const dataSource = new DataSource(dataSourceOptions(service, url, schemaOf(service.name), 'service'));
  await dataSource.initialize();
  try {
    await run(new AccountDesk(dataSource, vault), argv);
    process.stdout.write('完成 done\n');
  } finally {
    await dataSource.destroy();
  }
}

await manage(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${faultOf(error) ?? (error as Error).stack}\n`);
  process.exitCode = 1;
});
