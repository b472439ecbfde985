// Not the platform's: entries are no part of the request that needs them.
import { inTransaction } from '@app/messaging';
import { PersonalDataVault, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { takeStatusEntries } from './status-list.repository.js';
import { STATUS_SEED_BYTES, statusOrder, type StatusEntry } from './status.order.js';

@Injectable()
export class StatusEntriesService {
  private readonly orders = new Map<number, Uint32Array>();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /** Entries never given out before. Those of an issue that fails stay unused: a list has no order to have gaps in. */
  async take(count: number): Promise<StatusEntry[]> {
    if (count === 0) return [];
    const blocks = await inTransaction(this.dataSource, SERVICE, (tx) => takeStatusEntries(tx, count));
    return blocks.flatMap(({ list, first, count: size }) =>
      Array.from(this.orderOf(list).subarray(first, first + size), (index) => ({ list, index })),
    );
  }

  private orderOf(list: number): Uint32Array {
    const known = this.orders.get(list);
    if (known) return known;
    const order = statusOrder(this.vault.derive(`status-list/${list}`, STATUS_SEED_BYTES));
    this.orders.set(list, order);
    return order;
  }
}
