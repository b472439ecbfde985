import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { StartError } from './errors.ts';
import { streamOf } from './outbox-replay.ts';
import { DATA_SERVICES } from './settings.ts';

/**
 * Messages carry sealed values as they were published. One that a reader has not taken yet still needs its key.
 * @throws StartError that names the readers which are behind
 */
export async function requireQuietBroker(natsUrl: string): Promise<void> {
  const { host, username, password } = new URL(natsUrl);
  const user = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {};
  const connection = await connect({ servers: host, ...user, reconnect: false }).catch(() => {
    throw new StartError('消息服务没有应答。请先运行 npm start。', 'The broker does not answer. Run npm start first.');
  });
  try {
    const manager = await jetstreamManager(connection);
    const own = new Set(DATA_SERVICES.map(streamOf));
    const behind: string[] = [];
    for await (const { config } of manager.streams.list()) {
      if (!own.has(config.name)) continue;
      for await (const consumer of manager.consumers.list(config.name)) {
        const waiting = consumer.num_pending + consumer.num_ack_pending;
        if (waiting > 0) behind.push(`  ${config.name} → ${consumer.name}: ${waiting}`);
      }
    }
    if (behind.length === 0) return;
    throw new StartError(
      '还有事件没有被读取，其中的值可能需要旧密钥。请等各服务读完再试。',
      'Events have not been read yet, and values in them may need the old key. Wait until the services have read them.',
      behind,
    );
  } finally {
    await connection.close();
  }
}
