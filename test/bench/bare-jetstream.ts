import { randomUUID } from 'node:crypto';
import { fork } from 'node:child_process';
import path from 'node:path';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, headers, type NatsConnection } from '@nats-io/transport-node';

const WINDOW = 256;
const BODY = JSON.stringify({ paperId: randomUUID(), contentSha256: '0'.repeat(64), itemCount: 70, totalPoints: 100 });

export function openBare(url: string): Promise<NatsConnection> {
  const { host, username, password } = new URL(url);
  return connect({ servers: host, user: decodeURIComponent(username), pass: decodeURIComponent(password) });
}

/** Messages a second from one process through JetStream to another, with `Nats-Msg-Id` and acknowledgements both ways. */
export async function bareLimit(url: string, count: number, run: number): Promise<number> {
  const connection = await openBare(url);
  const manager = await jetstreamManager(connection);
  const stream = `BARE_${run}`;
  await manager.streams.add({ name: stream, subjects: [`bare-${run}.>`] });
  await manager.consumers.add(stream, {
    durable_name: 'reader',
    ack_policy: AckPolicy.Explicit,
    max_ack_pending: 2048,
  });
  const child = fork(path.join(import.meta.dirname, 'bare-reader.ts'), [url, stream, String(count)]);
  const done = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the bare reader ended with ${code}`)));
  });
  const client = jetstream(connection);
  const began = performance.now();
  for (let sent = 0; sent < count; sent += WINDOW) {
    const size = Math.min(WINDOW, count - sent);
    await Promise.all(
      Array.from({ length: size }, () => {
        const id = randomUUID();
        const fields = headers();
        fields.set('ce-id', id);
        return client.publish(`bare-${run}.fact`, BODY, { msgID: id, headers: fields });
      }),
    );
  }
  await done;
  const seconds = (performance.now() - began) / 1000;
  child.kill();
  await manager.streams.delete(stream);
  await connection.close();
  return count / seconds;
}
