import { hash } from 'node:crypto';
import { statusLists, type StatusLists } from '@app/credential';
import type { EntityManager } from 'typeorm';
import { appendLog } from '../log/log.repository.js';
import { keepEpoch, lockDirtyLists, lockList, statesOf } from './status-list.repository.js';
import { STATUS_LIST_ENTRIES } from './status.order.js';

async function listsOf(tx: EntityManager, list: number): Promise<StatusLists> {
  return statusLists(STATUS_LIST_ENTRIES, await statesOf(tx, list));
}

async function advance(tx: EntityManager, list: number, epoch: number, now: Date): Promise<StatusLists> {
  const lists = await listsOf(tx, list);
  await keepEpoch(tx, list, epoch);
  const sha256 = hash('sha256', lists.message.bytes, 'base64url');
  await appendLog(tx, [{ type: 'status-epoch', list, epoch, sha256, at: now.toISOString() }]);
  return lists;
}

/** Logs a new epoch of every list that changed. */
export async function advanceEpochs(tx: EntityManager, now: Date): Promise<void> {
  for (const { list, epoch } of await lockDirtyLists(tx)) await advance(tx, list, epoch + 1, now);
}

/** A list as its logged epoch has it; undefined when no certificate stands in it. */
export async function currentLists(
  tx: EntityManager,
  list: number,
  now: Date,
): Promise<{ epoch: number; lists: StatusLists } | undefined> {
  const head = await lockList(tx, list);
  if (!head) return undefined;
  if (!head.dirty) return { epoch: head.epoch, lists: await listsOf(tx, list) };
  return { epoch: head.epoch + 1, lists: await advance(tx, list, head.epoch + 1, now) };
}
