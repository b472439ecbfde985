import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { openApiOf, ServiceDefinition } from '../../libs/platform/src/index.ts';

/**
 * The OpenAPI documents in `docs/openapi` are those of the built code. With `--write` they are made anew.
 * Runs on `dist/`, because the swagger plugin works in the build.
 */
const root = path.resolve(import.meta.dirname, '../..');
const SERVICES = ['agency-filing', 'question-bank', 'exam-scheduling', 'certificate-issuance', 'public-verification'];
const folder = path.join(root, 'docs/openapi');
const write = process.argv.includes('--write');

const platform = (await import(path.join(root, 'dist/libs/platform/src/index.js'))) as { openApiOf: typeof openApiOf };
mkdirSync(folder, { recursive: true });
const stale: string[] = [];
for (const name of SERVICES) {
  const { service } = (await import(path.join(root, `dist/apps/${name}/src/service-definition.js`))) as {
    service: ServiceDefinition;
  };
  const document = `${JSON.stringify(await platform.openApiOf(service), null, 2)}\n`;
  const file = path.join(folder, `${name}.json`);
  if (write) writeFileSync(file, document);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== document) stale.push(name);
}
if (stale.length > 0) {
  console.error(
    `OpenAPI 文档已过期，请运行 npm run generate。 OpenAPI documents are out of date; run npm run generate:`,
  );
  for (const name of stale) console.error(`  docs/openapi/${name}.json`);
  process.exitCode = 1;
}
process.exit();
