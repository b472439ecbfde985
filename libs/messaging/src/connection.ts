import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';

const RECONNECT_WAIT_MS = 500;

/** An open connection to the broker. It outlives broker restarts; callers see errors only while it is away. */
export interface Broker {
  connection: NatsConnection;
  client: JetStreamClient;
  manager: JetStreamManager;
  /** Sets apart installations that share one broker; empty for none. */
  namespace: string;
}

/**
 * Connects, and keeps trying while the broker is away, because services start in any order.
 * @param url `nats://[user:password@]host:port`
 * @param namespace first token of every subject on the wire, and the prefix of stream names
 */
export async function connectBroker(url: string, name: string, namespace = ''): Promise<Broker> {
  const { host, username, password } = new URL(url);
  const connection = await connect({
    servers: host,
    name,
    ...(username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {}),
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_WAIT_MS,
  });
  const manager = await jetstreamManager(connection, { checkAPI: false });
  return { connection, client: jetstream(connection), manager, namespace };
}
