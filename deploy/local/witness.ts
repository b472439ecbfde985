import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { loadTlog } from './built.ts';
import { errorText, StartError } from './errors.ts';
import { ROOT } from './settings.ts';
import { WitnessDesk } from './witness-desk.ts';

const USAGE = `
用法 usage:  npm run witness -- --name <名称 name> --state <文件 file> --port <端口 port> [--host <地址 address>]
             --log <日志公钥 vkey> … | --log-key-from <网址 url>

  见证方（市级鉴定机构）：只联署与其所见一致的检查点。 A witness cosigns checkpoints that extend what it saw.

  --name          公钥名称，如 harbin.example，不含空格和加号 of the key, without space or plus
  --state         密钥与最后联署的检查点，请备份 key and last checkpoint cosigned; back it up
  --log           被见证日志的公钥，可多次 the key of a log to witness
  --log-key-from  首次从此网址取得公钥并记住，仅供演示 taken from here once and kept; for demonstrations
`;
/** A proof of 63 hashes and a checkpoint with 64 signatures are well below. */
const BODY_BYTES_MAX = 64 * 1024;

process.exitCode = await main();

async function main(): Promise<number> {
  const flags = readFlags();
  if (typeof flags === 'string' || flags.help) {
    console.error(`${typeof flags === 'string' ? flags : ''}\n${USAGE}`);
    return typeof flags === 'string' ? 2 : 0;
  }
  const { name = '', state = '', port = '', host = '127.0.0.1', log = [], 'log-key-from': logKeyFrom } = flags;
  if (!name || !state || !/^\d+$/.test(port) || (log.length === 0 && !logKeyFrom)) {
    console.error(USAGE);
    return 2;
  }
  try {
    const desk = new WitnessDesk(await loadTlog(ROOT), { name, stateFile: state, logKeys: log, logKeyFrom });
    await serve(desk, Number(port), host);
    return 0;
  } catch (error) {
    console.error(error instanceof StartError ? error.lines.join('\n') : `无法启动 cannot start: ${errorText(error)}`);
    return 1;
  }
}

function readFlags() {
  try {
    const options = {
      name: { type: 'string' },
      state: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      log: { type: 'string', multiple: true },
      'log-key-from': { type: 'string' },
      help: { type: 'boolean' },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    return errorText(error);
  }
}

/** Until a signal asks for the end. */
async function serve(desk: WitnessDesk, port: number, host: string): Promise<void> {
  const server = createServer((request, response) => {
    answer(desk, request, response).catch((error: unknown) => {
      console.error(errorText(error));
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  console.log(`见证方已就绪 witness ready: http://${host}:${port}\n${desk.verifierKey}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  server.close();
  server.closeAllConnections();
}

async function answer(desk: WitnessDesk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const at = `${request.method} ${request.url?.split('?')[0]}`;
  const plain = { 'content-type': 'text/plain; charset=utf-8' };
  if (at === 'POST /add-checkpoint') {
    const body = await bodyOf(request);
    if (body === undefined) {
      response.writeHead(413, { connection: 'close' }).end();
      return;
    }
    const { status, body: said, contentType } = await desk.addCheckpoint(body);
    response.writeHead(status, { 'content-type': contentType }).end(said);
  } else if (at === 'GET /key') response.writeHead(200, plain).end(`${desk.verifierKey}\n`);
  else if (at === 'GET /health/ready') response.writeHead(200, plain).end('ok\n');
  else response.writeHead(404).end();
}

/** undefined when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > BODY_BYTES_MAX) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
