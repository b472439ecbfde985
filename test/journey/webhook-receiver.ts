import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Told {
  certificateId: string;
  verdict: string;
}

export interface WebhookReceiver {
  url: string;
  /** What came with a good signature, in its order. */
  told: Told[];
  /** Messages whose signature was not good. */
  refused: number;
  /** The secret that the registry gave; until then nothing is taken. */
  trust(secret: string): void;
  close(): void;
}

/** A receiver as docs/operations/api-clients.md describes it (Standard Webhooks). */
export async function receiveWebhooks(): Promise<WebhookReceiver> {
  let key: Buffer | undefined;
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) =>
        String(request.headers[`webhook-${name}`]),
      );
      const made = createHmac('sha256', key ?? '')
        .update(`${id}.${timestamp}.${body}`)
        .digest('base64');
      const [given, wanted] = [Buffer.from(signature ?? ''), Buffer.from(`v1,${made}`)];
      const isGood = key !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
      if (isGood) receiver.told.push((JSON.parse(body) as { data: Told }).data);
      else receiver.refused += 1;
      reply.writeHead(isGood ? 204 : 401).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${port}/hook`,
    told: [],
    refused: 0,
    trust: (secret) => void (key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')),
    close: () => void server.close(),
  };
  return receiver;
}
