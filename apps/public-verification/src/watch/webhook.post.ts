import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AttemptResult } from './watch.js';
import { isLoopback, isPublicAddress } from './webhook.address.js';

const ATTEMPT_MS_MAX = 5_000;
const GONE = 410;
export const SECRET_PREFIX = 'whsec_';

export interface Message {
  /** `webhook-id` */
  id: string;
  /** `webhook-timestamp`, seconds. */
  timestamp: number;
  body: string;
}

/** Standard Webhooks, symmetric: `v1,<base64>` over id, time and body. */
export function signatureOf(secret: string, { id, timestamp, body }: Message): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

const failed = (failure: string, isFinal = false): AttemptResult => ({ ok: false, failure, isFinal });

/** Within the time of the attempt: a resolver may take its own. */
async function addressesOf(host: string, signal: AbortSignal): Promise<string[]> {
  if (isIP(host)) return [host];
  const late = new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(new Error('late')), { once: true }),
  );
  return (await Promise.race([lookup(host, { all: true }), late])).map(({ address }) => address);
}

/**
 * Posts one message. The name is resolved once, every address of it has to be public, and the connection goes to the
 * address that was looked at; no redirect is followed and nothing of the answer is read but its status.
 * @param mayLoop a receiver on this machine, for demonstrations
 */
export async function postWebhook(
  url: string,
  secret: string,
  message: Message,
  mayLoop: boolean,
): Promise<AttemptResult> {
  const target = new URL(url);
  const signal = AbortSignal.timeout(ATTEMPT_MS_MAX);
  try {
    const addresses = await addressesOf(target.hostname.replaceAll(/[[\]]/g, ''), signal);
    const [address] = addresses;
    if (!address || !addresses.every((each) => isPublicAddress(each) || (mayLoop && isLoopback(each)))) {
      return failed('address not public');
    }
    const status = await send(target, address, secret, message, signal);
    return status >= 200 && status < 300 ? { ok: true } : failed(`status ${status}`, status === GONE);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (signal.aborted) return failed('timeout');
    return failed(typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'connection');
  }
}

function send(target: URL, address: string, secret: string, message: Message, signal: AbortSignal): Promise<number> {
  const pinned: LookupFunction = (_host, options, found) => {
    const family = isIP(address);
    if (options.all) found(null, [{ address, family }]);
    else found(null, address, family);
  };
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? overHttps : overHttp)(target, {
      method: 'POST',
      agent: false,
      lookup: pinned,
      signal,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(message.body),
        'user-agent': 'jiangzheng-webhook',
        'webhook-id': message.id,
        'webhook-timestamp': String(message.timestamp),
        'webhook-signature': signatureOf(secret, message),
      },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.end(message.body);
  });
}
