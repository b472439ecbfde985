import { connectBroker, type Broker } from '@app/messaging';
import type { Logger } from 'pino';

/** The one broker connection of a process; it is made in the background, because services start in any order. */
export class BrokerLink {
  private readonly connecting: Promise<Broker>;
  private readonly available: Promise<Broker>;
  private giveUp: () => void = () => undefined;
  private readonly reconnected: (() => void)[] = [];
  private up = false;

  constructor(url: string, name: string, namespace: string, logger: Logger) {
    this.connecting = connectBroker(url, name, namespace);
    this.available = new Promise((resolve, reject) => {
      this.connecting.then(resolve, reject);
      this.giveUp = () => reject(new Error('stopped before the broker was there'));
    });
    // Nobody may be waiting for it.
    this.available.catch(() => undefined);
    this.connecting
      .then((broker) => this.watch(broker, logger))
      .catch((error: unknown) => {
        logger.error({ err: error }, 'the broker refuses the connection');
      });
  }

  readonly broker = (): Promise<Broker> => this.available;

  /** Whoever still waits for the first connection gets an error instead: the process is about to end. */
  stopWaiting(): void {
    this.giveUp();
  }

  get connected(): boolean {
    return this.up;
  }

  onReconnect(action: () => void): void {
    this.reconnected.push(action);
  }

  /** Sends what is still to be sent (acknowledgements) and closes; does not wait for a broker that is away. */
  async close(): Promise<void> {
    if (this.up) {
      const { connection } = await this.connecting;
      await connection.drain();
      return;
    }
    void this.connecting.then(({ connection }) => connection.close()).catch(() => undefined);
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
