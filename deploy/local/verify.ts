import { parseArgs } from 'node:util';
import type * as credential from '../../libs/credential/src/index.ts';
import { loadCredential } from './built.ts';
import { errorCode, errorText, StartError } from './errors.ts';
import { writeFileAtomically } from './files.ts';
import { ROOT } from './settings.ts';
import { readCode, readUpTo, registryReader, sha256 } from './verify-source.ts';
import { describeDocument, documentJson } from './verify-words.ts';

const USAGE = `
用法 usage:  npm run verify -- <证书文件或二维码文字 file or text of a code> [--snapshot <文件 file> | --url <网址 url>]
             [--save-snapshot <文件 file>] [--at <时刻 instant>] [--log-key <vkey>] [--witness <vkey> … --quorum <n>] [--json]

  核验一份证书：PDF、电子凭证（vc+jwt、SD-JWT）或纸质证书上的二维码文字（JZ1:…），不上传任何内容。
  Checks a certificate: a PDF, a digital credential or the text of a printed code. Nothing of it is sent anywhere.

  --snapshot       离线快照；不访问网络 a snapshot taken earlier; no network is used
  --url            登记系统网址，如 https://…；只读取公开的密钥、名录、状态表和日志 reads the registry's public files only
  --save-snapshot  将所读取的公开数据（全部状态表）存为快照 keeps what was read, with all status lists, for use without a network
  --at             以此时刻为准（RFC 3339），默认当前；用于演示时钟 as of this instant, by default now; for a demonstration's clock
  --log-key        日志公钥；省略时采用日志自报的 the key of the log; by default what the log says
  --witness        见证方公钥，可多次；--quorum 至少几个，默认全部 key of a witness, may be repeated; how many are needed
  --json           输出一行 JSON one line of JSON

  退出码 exit code: 0 有效 valid，1 已撤销、已注销、已更换或不符 revoked, cancelled, replaced or a mismatch，
                    2 无法核验 could not be checked，130 已中断 interrupted
`;
const NOT_GOOD = 1;
const COULD_NOT_CHECK = 2;
const INTERRUPTED_EXIT_CODE = 130;
const SNAPSHOT_BYTES_MAX = 32_000_000;
/** What the library refuses, in words; anything else is damaged. */
const REFUSALS: Readonly<Record<string, string>> = {
  'offline/too-large': '文件过大 too large for a certificate',
  'offline/too-complex': '文件过于复杂 too complex for a certificate',
  'offline/picture':
    '这是图片：请用手机读取其中的二维码，或使用离线核验页 a picture: read its code with a phone or the offline page',
  'offline/unknown-kind':
    '不是证书 PDF、电子凭证或二维码文字 neither a certificate PDF nor a credential nor the text of a code',
  'offline/no-code': 'PDF 中没有证书二维码 no code of a certificate in the PDF',
  'offline/several-codes': '文件中有多张证书 more than one certificate in the file',
  'offline/snapshot': '快照无法读取 the snapshot cannot be read',
};

type Lib = typeof credential;

process.exitCode = await main();

async function main(): Promise<number> {
  const asked = readFlags();
  if (typeof asked === 'string') {
    console.error(`${asked}\n${USAGE}`);
    return COULD_NOT_CHECK;
  }
  if (asked.values.help) {
    console.log(USAGE);
    return 0;
  }
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
  try {
    return await verify(asked, interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted) {
      console.error('\n已中断。 interrupted.');
      return INTERRUPTED_EXIT_CODE;
    }
    const code = errorCode(error) ?? '';
    const isRefusal = /^(offline|credential)\//.test(code);
    const why = isRefusal ? `${REFUSALS[code] ?? '内容损坏 damaged'} (${code})` : errorText(error);
    console.error(error instanceof StartError ? error.lines.join('\n') : `无法核验 could not be checked: ${why}`);
    return COULD_NOT_CHECK;
  }
}

function readFlags() {
  try {
    const options = {
      snapshot: { type: 'string' },
      url: { type: 'string' },
      at: { type: 'string' },
      'save-snapshot': { type: 'string' },
      'log-key': { type: 'string' },
      witness: { type: 'string', multiple: true },
      quorum: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help) return { values, place: undefined };
    if (values.snapshot !== undefined && values.url !== undefined) return '--snapshot / --url';
    if (values.at !== undefined && Number.isNaN(Date.parse(values.at))) return '--at';
    if (values.url !== undefined && !URL.canParse(values.url)) return '--url';
    if (values.quorum !== undefined && !/^\d+$/.test(values.quorum)) return '--quorum';
    if (values['save-snapshot'] !== undefined && values.url === undefined) return '--save-snapshot: --url';
    const isOnlySaving = positionals.length === 0 && values['save-snapshot'] !== undefined;
    if (positionals.length !== 1 && !isOnlySaving) return '';
    return { values, place: positionals[0] };
  } catch (error) {
    return errorText(error);
  }
}

type Asked = Exclude<ReturnType<typeof readFlags>, string>;

async function verify({ values, place }: Asked, signal: AbortSignal): Promise<number> {
  const lib = await loadCredential(ROOT);
  const given = place === undefined ? undefined : (readUpTo(place, lib.DOCUMENT_BYTES_MAX) ?? place);
  if (values.url === undefined) {
    const snapshot = values.snapshot === undefined ? undefined : readSnapshotFile(lib, values.snapshot);
    return tell(lib, await check(lib, given ?? '', snapshot, values), snapshot, values.json);
  }
  const read = registryReader(values.url.replace(/\/+$/, ''), signal);
  const { snapshot, report } = await fetchAndCheck(lib, read, values, given);
  if (values['save-snapshot'] !== undefined) writeFileAtomically(values['save-snapshot'], JSON.stringify(snapshot));
  if (report) return tell(lib, report, snapshot, values.json);
  console.log(
    `快照已保存 the snapshot was kept: ${snapshot.statusLists.length} 份状态表 status lists, ${snapshot.takenAt}`,
  );
  return 0;
}

function readSnapshotFile(lib: Lib, file: string): credential.Snapshot {
  const bytes = readUpTo(file, SNAPSHOT_BYTES_MAX);
  if (!bytes) throw new StartError('没有这个快照文件。', 'There is no such snapshot.');
  return lib.readSnapshot(new TextDecoder().decode(bytes));
}

function check(
  lib: Lib,
  given: Uint8Array | string,
  snapshot: credential.Snapshot | undefined,
  values: Asked['values'],
) {
  const now = nowOf(values);
  const nothing: credential.Snapshot = {
    format: lib.SNAPSHOT_FORMAT,
    registry: '',
    takenAt: '',
    keys: [],
    sites: [],
    statusLists: [],
  };
  return lib.checkDocument(given, { snapshot: snapshot ?? nothing, hash: sha256, readCode, now });
}

function nowOf({ at }: Asked['values']): Date {
  return at === undefined ? new Date() : new Date(at);
}

/** What the document needs is fetched after it was read: its status list, and its leaf among those of its day. */
async function fetchAndCheck(
  lib: Lib,
  read: credential.ReadPublished,
  values: Asked['values'],
  given: Uint8Array | string | undefined,
): Promise<{ snapshot: credential.Snapshot; report?: credential.DocumentReport }> {
  const registry = (values.url ?? '').replace(/\/+$/, '');
  const { witness: witnesses, quorum, 'log-key': key } = values;
  const log = {
    ...(key ? { key } : {}),
    ...(witnesses ? { witnesses } : {}),
    ...(quorum ? { needed: Number(quorum) } : {}),
  };
  const gather = (lists: readonly number[] | 'all') =>
    lib.gatherSnapshot(read, { registry, now: nowOf(values), lists, log });
  const isKept = values['save-snapshot'] !== undefined;
  let snapshot = await gather(isKept ? 'all' : []);
  if (given === undefined) return { snapshot };
  const { needs, read: facts } = await check(lib, given, snapshot, values);
  if (!isKept && needs.list !== undefined) snapshot = await gather([needs.list]);
  const { committed } = needs;
  const { certificateId, issuedOn } = facts;
  if (snapshot.log && committed && certificateId && issuedOn) {
    const leaf = await lib.gatherLeaf(read, snapshot.log, { committed, certificateId, issuedOn }, sha256);
    if (leaf) snapshot = { ...snapshot, log: { ...snapshot.log, leaves: [leaf] } };
  }
  return { snapshot, report: await check(lib, given, snapshot, values) };
}

function tell(
  lib: Lib,
  report: credential.DocumentReport,
  snapshot: credential.Snapshot | undefined,
  isJson: boolean | undefined,
): number {
  if (isJson) console.log(documentJson(report, snapshot));
  else for (const line of describeDocument(lib, report, snapshot)) console.log(line);
  if (report.verdict === 'VALID') return 0;
  return report.verdict === 'COULD_NOT_CHECK' ? COULD_NOT_CHECK : NOT_GOOD;
}
