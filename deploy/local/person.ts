import { openSync, closeSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CorrectableField, RecordsDesk, Sought } from '../../libs/platform/src/index.ts';
import { loadProblems, loadStandards } from './built.ts';
import { errorCode, errorText, StartError } from './errors.ts';
import { PRIVATE_FILE_MODE } from './files.ts';
import { describeError } from './progress.ts';
import { withRecordsDesks } from './records-desks.ts';
import { documentOf, goesToday, recordLines, type Found } from './records-text.ts';
import { recordsToday } from './records-today.ts';
import { readSecretLine } from './secret-input.ts';
import { ROOT } from './settings.ts';

const FIELDS: readonly CorrectableField[] = ['name', 'document', 'phone'];
const DOCUMENT_LENGTH_MIN = 4;
const OPENED_EVERY = 50_000;
const USAGE = `
用法 usage（证件号码、更正后的内容从标准输入读取，不写在命令里 are read from standard input）:
  npm run person -- held [--account] [--out <文件 file>]
      列出所存的全部记录：在哪里、保存到哪天、依据  what is held, where, until when, by which rule
      --account  按用户名查工作账号 a staff account by its username
      --out      把内容明文写入新文件，交给本人 writes the values in clear for the person, never over a file
  npm run person -- correct --record candidate/<编号 id> --field name|document|phone
      更正名册上报之前的考生信息 corrects a candidate before the roll is reported
  npm run person -- erase [--yes]
      删除期满的记录；不加 --yes 只列出  erases what is past its day; without --yes it only lists

  --data-dir <目录 directory>   --today <日期 day>（仅演示 demonstration only）
`;

type Flags = Exclude<ReturnType<typeof readFlags>, string>;

process.exitCode = await main();

async function main(): Promise<number> {
  const flags = readFlags();
  if (typeof flags === 'string') return usage(flags);
  const { command, values } = flags;
  if (values.help || !['held', 'correct', 'erase'].includes(command)) return usage('', values.help ? 0 : 2);
  const dataDir = resolve(ROOT, values['data-dir'] ?? (process.env.JZ_DATA_DIR || '.data'));
  try {
    const today = recordsToday(dataDir, values.today);
    const run = { held, correct, erase }[command as 'held' | 'correct' | 'erase'];
    return await run({ dataDir, env: process.env }, flags, today);
  } catch (error) {
    const { zh, en } = error as { zh?: string; en?: string };
    console.error(describeError(zh && en ? new StartError(zh, en) : error));
    return 1;
  }
}

function readFlags() {
  try {
    const options = {
      account: { type: 'boolean' },
      out: { type: 'string' },
      record: { type: 'string' },
      field: { type: 'string' },
      yes: { type: 'boolean' },
      today: { type: 'string' },
      'data-dir': { type: 'string' },
      help: { type: 'boolean' },
    } as const;
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    // A number typed into the command is in the shell's history already; it is not used, and not repeated here.
    return positionals.length > 1 ? '' : { command: positionals[0] ?? '', values };
  } catch (error) {
    return errorText(error);
  }
}

function usage(why: string, code = 2): number {
  console.log(`${why}\n${USAGE}`);
  return code;
}

interface Place {
  dataDir: string;
  env: NodeJS.ProcessEnv;
}

async function askForPerson(isAccount: boolean): Promise<Sought> {
  const { normaliseCode } = await loadStandards(ROOT);
  if (isAccount) {
    const username = (await readSecretLine('用户名 username: ')).normalize('NFKC').trim().toLowerCase();
    if (username) return { by: 'username', username };
    throw new StartError('没有给出用户名。', 'No username was given.');
  }
  const documentNumber = normaliseCode(await readSecretLine('证件号码 document number: '));
  if (documentNumber.length >= DOCUMENT_LENGTH_MIN) return { by: 'document', documentNumber };
  throw new StartError('没有给出证件号码。', 'No document number was given.');
}

async function findEverywhere(
  desks: readonly RecordsDesk[],
  sought: Sought,
  options: { withValues: boolean; action: string },
): Promise<Found[]> {
  const found: Found[] = [];
  let opened = 0;
  const onOpened = (rows: number): void => {
    if (Math.floor((opened + rows) / OPENED_EVERY) > Math.floor(opened / OPENED_EVERY)) {
      console.error(`已逐行打开 rows opened: ${opened + rows} …`);
    }
    opened += rows;
  };
  const onUnreadable = (ref: string): void =>
    console.error(`!! ${ref} 无法解开，不知属于何人 does not open, whose it is stays unknown`);
  for (const desk of desks) {
    for (const record of await desk.find(sought, { ...options, onOpened, onUnreadable })) found.push({ desk, record });
  }
  return found;
}

async function held(place: Place, { values }: Flags, today: string): Promise<number> {
  const { retentionRules } = await loadStandards(ROOT);
  const sought = await askForPerson(values.account ?? false);
  // Before anything is opened: a file that cannot be written must not cost a look.
  const file = values.out === undefined ? undefined : createPrivateFile(values.out);
  return withRecordsDesks(place, async (desks) => {
    const found = await findEverywhere(desks, sought, { withValues: file !== undefined, action: 'person.held' });
    for (const each of found) console.log(recordLines(each, retentionRules).join('\n'));
    console.log(`共 ${found.length} 条记录 records in all`);
    if (file === undefined) return 0;
    writeFileSync(file, documentOf(found, retentionRules, today));
    closeSync(file);
    console.log(`内容已写入 written to ${values.out}；交给本人后请删除 delete it once the person has it`);
    return 0;
  });
}

function createPrivateFile(path: string): number {
  try {
    return openSync(path, 'wx', PRIVATE_FILE_MODE);
  } catch (error) {
    throw new StartError(
      errorCode(error) === 'EEXIST' ? `${path} 已存在，不会覆盖。` : `无法写入 ${path}。`,
      errorCode(error) === 'EEXIST' ? `${path} exists and is not written over.` : `${path} cannot be written.`,
    );
  }
}

async function correct(place: Place, { values }: Flags, today: string): Promise<number> {
  const [kind = '', id = ''] = (values.record ?? '').split('/');
  const field = FIELDS.find((each) => each === values.field);
  if (kind === '' || id === '' || !field) return usage('');
  const value = await readSecretLine('更正后的内容 the corrected value: ');
  return withRecordsDesks(place, async (desks) => {
    const desk = desks.find(({ definition }) => definition.data?.persons?.correct?.[kind]);
    try {
      if (!desk) throw Object.assign(new Error(), { code: codeWithoutDesk(kind), faults: [] });
      await desk.correct(kind, { id, field, value, today });
      console.log(`已更正 corrected: ${kind}/${id} ${field}`);
      return 0;
    } catch (error) {
      console.error(await refusalText(error, desks));
      return 1;
    }
  });
}

function codeWithoutDesk(kind: string): string {
  const isCertificate = ['certificate', 'result-row', 'holding'].includes(kind);
  return isCertificate ? 'candidate/correction-closed' : 'person/no-such-record';
}

/** A refusal in the words of its catalogue. @throws whatever is no refusal */
async function refusalText(error: unknown, desks: readonly RecordsDesk[]): Promise<string> {
  const { code = '', faults = [] } = error as { code?: string; faults?: { field: string; zh: string; en: string }[] };
  const { platformProblems } = await loadProblems(ROOT);
  const catalogues = [...desks.map(({ definition }) => definition.problems), platformProblems];
  const problem = catalogues.map((catalogue) => catalogue[code]).find(Boolean);
  if (!problem) throw error;
  return [problem.zh, problem.en, ...faults.map(({ field, zh, en }) => `  ${field}: ${zh} ${en}`)].join('\n');
}

async function erase(place: Place, { values }: Flags, today: string): Promise<number> {
  const { retentionRules } = await loadStandards(ROOT);
  const sought = await askForPerson(false);
  return withRecordsDesks(place, async (desks) => {
    const found = await findEverywhere(desks, sought, { withValues: false, action: 'person.erase-look' });
    for (const each of found) {
      const mark = goesToday(each.record, today) ? '删除 goes   ' : '保留 stays  ';
      console.log(recordLines(each, retentionRules, mark).join('\n'));
    }
    const going = found.filter(({ record }) => goesToday(record, today));
    if (!values.yes) {
      console.log(
        `${today}: 可删除 would go ${going.length}，保留 stay ${found.length - going.length}；加 --yes 才删除 --yes does it`,
      );
      return 0;
    }
    for (const desk of desks) {
      await desk.eraseFound(
        going.filter((each) => each.desk === desk).map(({ record }) => record),
        today,
      );
    }
    console.log(`已删除 erased ${going.length}，保留 stay ${found.length - going.length}`);
    return 0;
  });
}
