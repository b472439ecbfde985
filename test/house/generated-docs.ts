import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import type {
  openApiOf,
  platformProblems,
  ProblemCatalogue,
  ServiceDefinition,
} from '../../libs/platform/src/index.ts';

/**
 * The OpenAPI documents and the problem catalogue in `docs/`, and the types of the portal's client, are those of the
 * built code; with `--write` they are made anew. Runs on `dist/`, because the swagger plugin works in the build.
 */
const root = path.resolve(import.meta.dirname, '../..');
const WITH_OPENAPI = [
  'agency-filing',
  'question-bank',
  'exam-scheduling',
  'certificate-issuance',
  'public-verification',
  'identity',
];
const SERVICES = [...WITH_OPENAPI, 'gateway'];

interface Platform {
  openApiOf: typeof openApiOf;
  platformProblems: typeof platformProblems;
}

const load = <T>(file: string): Promise<T> => import(path.join(root, 'dist', file)) as Promise<T>;

function problemTable(title: string, catalogue: ProblemCatalogue): string {
  const rows = Object.entries(catalogue)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { status, zh, en }]) => `| \`${code}\` | ${status} | ${zh} | ${en} |`);
  return [`## ${title}`, '', '| Code | Status | 中文 | English |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

const platform = await load<Platform>('libs/platform/src/index.js');
const documents = new Map<string, string>();
const tables = [
  '# Problem catalogue 问题目录\n',
  'Made from the code by `npm run generate`. The `type` of a problem document is `urn:jiangzheng:problem:` and the code.\n',
  problemTable('Every service 各服务共有', platform.platformProblems),
];
for (const name of SERVICES) {
  const { service } = await load<{ service: ServiceDefinition }>(`apps/${name}/src/service-definition.js`);
  tables.push(problemTable(`${service.name} ${service.title.zh}`, service.problems));
  if (!WITH_OPENAPI.includes(name)) continue;
  const openApi = `${JSON.stringify(await platform.openApiOf(service), null, 2)}\n`;
  documents.set(`docs/openapi/${name}.json`, openApi);
  documents.set(`apps/portal/src/api/generated/${name}.ts`, astToString(await openapiTS(openApi)));
}
documents.set('docs/problems.md', tables.join('\n'));

const write = process.argv.includes('--write');
for (const folder of ['docs/openapi', 'apps/portal/src/api/generated'])
  mkdirSync(path.join(root, folder), { recursive: true });
const stale: string[] = [];
for (const [name, text] of documents) {
  const file = path.join(root, name);
  if (write) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) stale.push(name);
}
if (stale.length > 0) {
  console.error(
    '生成的文档已过期，请运行 npm run generate。 Generated documents are out of date; run npm run generate:',
  );
  for (const name of stale) console.error(`  ${name}`);
}
process.exit(stale.length > 0 ? 1 : 0);
