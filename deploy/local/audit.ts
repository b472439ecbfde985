import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { AuditHead, AuditLink, AuditVerdict, verifyAuditChain } from '../../libs/platform/src/index.ts';
import { AuditReader, readLinks, writeLinks } from './audit-files.ts';
import { errorText, StartError } from './errors.ts';
import { bundledDatabaseUrl } from './postgres.ts';
import { describeError } from './progress.ts';
import { DATA_SERVICES, readPorts, ROOT } from './settings.ts';

const USAGE = `
用法 usage:
  npm run audit -- verify [服务 service …] [--head <服务 service>:<序号 position>:<sha256> …]
      逐条核对各服务的审计链，指出第一条被改动的记录  walks the chains and names the first row that was touched
      --head  先前记下的链尾；此后从尾部删去的记录也会被发现  a noted end: rows cut off since are noticed
  npm run audit -- verify --file <文件 file>          核对导出的文件 checks an exported file
  npm run audit -- export <服务 service> --out <文件 file>   导出为 JSON Lines，不覆盖已有文件
`;

const FAULTS: Record<string, string> = {
  altered: '内容被改动或位置被调换 was altered or moved',
  missing: '记录缺失 is missing',
  'out-of-order': '次序错乱 stands out of order',
  'cut-off': '链尾被截断：此后的记录缺失 and what followed is cut off',
  'head-differs':
    '与先前记下的链尾不符：此前的链被重写 differs from a noted head: the chain before it was written anew',
};

const PROGRESS_MS = 1_000;

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { head: { type: 'string', multiple: true }, file: { type: 'string' }, out: { type: 'string' } },
    });
    const [command, ...services] = positionals;
    const known = services.filter((name) => (DATA_SERVICES as readonly string[]).includes(name));
    if (known.length < services.length) return usage();
    if (command === 'verify' && values.file !== undefined) return await verifyFile(values.file, values.head ?? []);
    if (command === 'verify') return await verifyAll(known.length > 0 ? known : DATA_SERVICES, values.head ?? []);
    const [service] = known;
    if (command === 'export' && service !== undefined && values.out !== undefined)
      return await exportTo(service, values.out);
    return usage();
  } catch (error) {
    if ((error as { code?: unknown }).code?.toString().startsWith('ERR_PARSE_ARGS')) return usage(errorText(error));
    console.error(describeError(error));
    return 1;
  }
}

function usage(why = ''): number {
  console.error(`${why}\n${USAGE}`);
  return 2;
}

async function loadVerifier(): Promise<typeof verifyAuditChain> {
  const file = join(ROOT, 'dist/libs/platform/src/audit/audit-chain.js');
  if (!existsSync(file))
    throw new StartError('尚未构建，请先运行 npm run build。', 'Not built yet: run npm run build first.');
  return ((await import(file)) as { verifyAuditChain: typeof verifyAuditChain }).verifyAuditChain;
}

function openReader(): Promise<AuditReader> {
  const dataDir = resolve(ROOT, process.env.JZ_DATA_DIR || '.data');
  return AuditReader.open(process.env.DATABASE_URL || bundledDatabaseUrl(dataDir, readPorts(process.env).postgres));
}

function headsOf(service: string, texts: readonly string[]): AuditHead[] {
  return texts.flatMap((text) => {
    const [of, position, sha256] = text.split(':');
    return of === service && position && sha256 ? [{ position: Number(position), sha256 }] : [];
  });
}

/** Says every second how far it is. */
async function* withProgress(name: string, links: AsyncIterable<AuditLink>): AsyncGenerator<AuditLink> {
  let saidAt = Date.now();
  for await (const link of links) {
    if (Date.now() - saidAt > PROGRESS_MS) {
      saidAt = Date.now();
      console.log(`${name}: ${link.position} …`);
    }
    yield link;
  }
}

function report(name: string, verdict: AuditVerdict): number {
  if (verdict.ok) {
    console.log(
      `${name}: 完好 intact，${verdict.rows} 条 rows  --head ${name}:${verdict.head.position}:${verdict.head.sha256}`,
    );
    return 0;
  }
  const id = verdict.id ? ` (${verdict.id})` : '';
  console.error(
    `${name}: 第 ${verdict.position} 条${id} row ${verdict.position}${id}: ${FAULTS[verdict.fault] ?? verdict.fault}`,
  );
  return 1;
}

async function verifyAll(services: readonly string[], heads: readonly string[]): Promise<number> {
  const verify = await loadVerifier();
  const reader = await openReader();
  try {
    let worst = 0;
    for (const service of services) {
      const noted = [...headsOf(service, heads), ...(await reader.head(service))];
      worst = Math.max(worst, report(service, await verify(withProgress(service, reader.links(service)), noted)));
    }
    return worst;
  } finally {
    await reader.close();
  }
}

async function verifyFile(file: string, heads: readonly string[]): Promise<number> {
  const verify = await loadVerifier();
  const services = new Set(heads.map((head) => head.split(':')[0] ?? ''));
  const noted = [...services].flatMap((service) => headsOf(service, heads));
  return report(file, await verify(withProgress(file, readLinks(file)), noted));
}

async function exportTo(service: string, file: string): Promise<number> {
  const reader = await openReader();
  try {
    const rows = await writeLinks(file, withProgress(service, reader.links(service)));
    console.log(`${file}: ${rows} 条 rows`);
    return 0;
  } finally {
    await reader.close();
  }
}
