import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { dataSourceOptions, KeyringError, openVault, readKeySettings, schemaOf } from '@app/platform';
import { DataSource } from 'typeorm';
import { AccountDesk, DeskError } from './account/account-desk.js';
import { service } from './service-definition.js';

const USAGE = `用法 usage (密码从标准输入读取 passwords are read from standard input):
  manage.js organisation <id> --name <名称> --kind employer|social|authority|bank --jurisdiction <行政区划代码>
  manage.js account <username> --name <姓名> --roles <role,role> [--organisation <id>] [--jurisdiction <code>]
  manage.js password <username>
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
  switch (command) {
    case 'organisation':
      return desk.putOrganisation(subject, name, kind, jurisdiction ?? '');
    case 'account':
      return desk.addAccount({
        username: subject,
        displayName: name,
        organisationId: organisation,
        roles: roles.split(',').filter(Boolean),
        jurisdiction,
        password: await passwordFromInput(),
      });
    case 'password':
      return desk.setPassword(subject, await passwordFromInput());
    case 'disable':
      return desk.disable(subject);
    case 'enable':
      return desk.enable(subject);
    default:
      throw new DeskError(USAGE);
  }
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
  const isOperatorFault =
    error instanceof DeskError ||
    error instanceof KeyringError ||
    (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${isOperatorFault ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
