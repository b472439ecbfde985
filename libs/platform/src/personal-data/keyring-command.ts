import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readKeySettings } from './key-settings.js';
import { readKey } from './key-wrapping.js';
import { KeyringError } from './keyring-error.js';
import { addDataKey, initKeyring, loadKeyring, removeKey, rewrapKeyring, type NewKeyring } from './keyring-setup.js';
import { SUITE_NAMES, type SuiteName } from './suite.js';

const USAGE = `用法 usage（密钥的位置由环境变量给出 the environment says where the keys are，docs/operations/keys.md）:
  keyring-command.js init [--suite international|national] [--import]
      没有密钥环时新建，有则检查 makes the keyring, or checks the one that is there
      --import  从标准输入读取旧密钥 {"dataKey","indexKey"} takes over older keys from standard input
  keyring-command.js list
  keyring-command.js add-key [--suite international|national]
      只新增密钥；重新加密请用 npm run rotate-key adds the key only; npm run rotate-key seals anew as well
  keyring-command.js rewrap
      换主密钥：新的由 NEW_KEY_PROVIDER、NEW_KEY_FILE、NEW_PKCS11_… 指定
      another key-encryption key, named by NEW_KEY_PROVIDER, NEW_KEY_FILE, NEW_PKCS11_…
  keyring-command.js destroy <id> --unchecked
      不检查数据库；平时请用 npm run rotate-key -- --destroy <id>
      does not look into the database; ordinarily use npm run rotate-key -- --destroy <id>
`;
const NEW_PREFIX = 'NEW_';

function suiteOf(value: string | undefined): SuiteName | undefined {
  if (value === undefined || SUITE_NAMES.includes(value as SuiteName)) return value as SuiteName | undefined;
  throw new KeyringError(`没有名为 ${value} 的算法套件。`, `There is no suite named ${value}.`);
}

async function importedKeys(): Promise<NonNullable<NewKeyring['imported']>> {
  const given = JSON.parse(await text(process.stdin)) as { dataKey?: string; indexKey?: string };
  const [dataKey, indexKey] = [readKey(given.dataKey ?? ''), readKey(given.indexKey ?? '')];
  if (dataKey && indexKey) return { dataKey, indexKey };
  throw new KeyringError('要导入的密钥应各为 32 字节的 base64。', 'Keys to import must be 32 bytes each, in base64.');
}

function list(): string {
  const { file } = loadKeyring(readKeySettings(process.env));
  const lines = file.keys.map(({ id, use, suite, state, createdAt, retiredAt }) =>
    [id, use, suite, state, createdAt, retiredAt ?? ''].join('  ').trimEnd(),
  );
  return [`provider ${file.provider}`, ...lines].join('\n');
}

async function run(): Promise<string> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { suite: { type: 'string' }, import: { type: 'boolean' }, unchecked: { type: 'boolean' } },
  });
  const [command = '', id] = positionals;
  const suite = suiteOf(values.suite);
  switch (command) {
    case 'init': {
      const imported = values.import ? { imported: await importedKeys() } : {};
      const wasMade = initKeyring(readKeySettings(process.env), { suite: suite ?? 'international', ...imported });
      return wasMade ? '已新建密钥环 keyring made' : '密钥环可用 keyring in order';
    }
    case 'list':
      return list();
    case 'add-key':
      return addDataKey(readKeySettings(process.env), suite).id;
    case 'rewrap': {
      const settings = readKeySettings(process.env);
      const { KEYRING_FILE } = settings;
      rewrapKeyring(settings, readKeySettings({ ...process.env, NEW_KEYRING_FILE: KEYRING_FILE }, NEW_PREFIX));
      return '主密钥已更换 the keyring is wrapped anew';
    }
    case 'destroy':
      if (!id || !values.unchecked) throw new KeyringError('', USAGE);
      removeKey(readKeySettings(process.env), id);
      return `已销毁 destroyed ${id}`;
    default:
      throw new KeyringError('', USAGE);
  }
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  const isOperatorFault =
    error instanceof KeyringError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  const { message, stack } = error as Error;
  process.stderr.write(`${isOperatorFault ? message.trim() : stack}\n`);
  process.exitCode = 1;
}
