import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorText } from './errors.ts';
import { bundledBrokerUrl } from './nats.ts';
import { bundledDatabaseUrl } from './postgres.ts';
import { describeError } from './progress.ts';
import { rebuildReader, republishOutboxes } from './outbox-replay.ts';
import { readPorts, ROOT } from './settings.ts';

/** Their read model is made from events, and told apart from what people made there; the others have records alone. */
const REBUILDABLE = ['public-verification'];

const USAGE = `
用法 usage:  npm run replay [-- --rebuild <服务 service>]

  把各服务发件箱中的全部事件重新发布到消息服务；重复的事件不会产生第二次效果。
  Publishes every event of every outbox again; an event that was handled before has no second effect.

  --rebuild <服务 service>  先清空该服务的读模型，再从头读取全部事件；只用于 public-verification
                            empties the read model of that service first, and reads every event from the start;
                            for public-verification only
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const values = readFlags();
  if (values === undefined) return 2;
  const reader = values.rebuild;
  if (values.help || (reader !== undefined && !REBUILDABLE.includes(reader))) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const dataDir = resolve(ROOT, process.env.JZ_DATA_DIR || '.data');
  const ports = readPorts(process.env);
  const databaseUrl = process.env.DATABASE_URL || bundledDatabaseUrl(dataDir, ports.postgres);
  const natsUrl = process.env.NATS_URL || bundledBrokerUrl(dataDir, ports.nats);
  const say = (line: string): void => console.log(line);
  try {
    if (reader !== undefined) await rebuildReader(databaseUrl, natsUrl, reader, say);
    await republishOutboxes(databaseUrl, say);
    return 0;
  } catch (error) {
    console.error(describeError(error));
    return 1;
  }
}

function readFlags(): { rebuild?: string | undefined; help?: boolean | undefined } | undefined {
  try {
    return parseArgs({ options: { rebuild: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${errorText(error)}\n${USAGE}`);
    return undefined;
  }
}
