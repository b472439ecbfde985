import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from './access/principal.js';

/** The creating request that is being answered. */
export interface IdempotentRequest {
  subject: string;
  key: string;
  requestSha256: string;
  /** Its first transaction has committed: the work is done. */
  done: boolean;
}

/** What a transaction has to know of the request it works for. */
export interface CurrentRequest {
  requestId: string;
  /** `filing.submit` */
  action: string;
  /** `filing/<id>`; empty when the address names nothing. */
  object: string;
  address: string;
  principal: Principal | undefined;
  /** A transaction of this request has left its audit row. */
  recorded: boolean;
  /** The use case says better what happened than the address does, and leaves its own rows. */
  recordsItself: boolean;
  idempotent?: IdempotentRequest;
}

/** Not an ambient transaction: it only carries the running request to the transaction that does its work. */
export const currentRequest = new AsyncLocalStorage<CurrentRequest>();
