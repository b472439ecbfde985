import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { testNatsUrl } from '@app/testing';

export interface BrokerLine {
  /** Services that are started while it is laid reach the broker through it. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** A line to the broker that can be cut, as a cable can. */
export async function layBrokerLine(): Promise<BrokerLine> {
  const sockets = new Set<Socket>();
  const brokerUrl = new URL(testNatsUrl());
  let isCut = false;
  const line = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = createConnection(Number(brokerUrl.port), brokerUrl.hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => socket.destroy()));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const url = new URL(brokerUrl);
  url.port = String((line.address() as AddressInfo).port);
  process.env['TEST_NATS_URL'] = url.href;
  return {
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => void (isCut = false),
    close: () => {
      process.env['TEST_NATS_URL'] = brokerUrl.href;
      line.close();
    },
  };
}
