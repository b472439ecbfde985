import { connectBroker, type Broker } from '@app/messaging';
import type { Logger } from 'pino';

/** The one broker connection of a process; it is made in the background, because services start in any order. */
export class BrokerLink {
  private readonly connecting: Promise<Broker>;
  private readonly reconnected: (() => void)[] = [];
  private up = false;

  constructor(url: string, name: string, namespace: string, logger: Logger) {
    this.connecting = connectBroker(url, name, namespace);
    this.connecting
      .then((broker) => this.watch(broker, logger))
      .catch((error: unknown) => {
        logger.error({ err: error }, 'the broker refuses the connection');
      });
  }

  readonly broker = (): Promise<Broker> => this.connecting;

  get connected(): boolean {
    return this.up;
  }

  onReconnect(action: () => void): void {
    this.reconnected.push(action);
  }

  /** Sends what is still to be sent (acknowledgements) and closes; gives up at once when the broker is away. */
  async close(): Promise<void> {
    if (!this.up) return;
    const { connection } = await this.connecting;
    await connection.drain();
  }

  private async watch({ connection }: Broker, logger: Logger): Promise<void> {
    this.up = true;
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') {
        this.up = false;
        logger.warn('broker connection lost');
      }
      if (status.type === 'reconnect') {
        this.up = true;
        logger.info('broker connection restored');
        for (const action of this.reconnected) action();
      }
    }
    this.up = false;
  }
}
