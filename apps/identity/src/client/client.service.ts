import { CONFIG, inTransaction, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Profile } from '../account/account.service.js';
import type { IdentityConfig } from '../identity-config.js';
import { organisationName } from '../organisation/organisation.repository.js';
import type { ClientEntity } from './client.entity.js';
import { findActiveClient, putSeededClients, type SeededRow } from './client.repository.js';
import { secretDigest } from './client-secret.js';
import type { MachineClient } from './machine-client.js';
import { seededClients } from './seeded-clients.js';

const entityOf = (client: MachineClient): SeededRow => ({
  id: client.id,
  name: client.name,
  secretSha256: secretDigest(client.secret),
  organisationId: client.organisation ?? null,
  roles: client.roles,
  jurisdiction: client.jurisdiction ?? null,
  isSeeded: true,
  disabledAt: null,
});

@Injectable()
export class ClientService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: IdentityConfig,
  ) {}

  async seed(): Promise<void> {
    const clients = seededClients(this.config).map(entityOf);
    await inTransaction(this.dataSource, SERVICE, (tx) => putSeededClients(tx, clients));
  }

  async find(id: string): Promise<ClientEntity | undefined> {
    return findActiveClient(this.dataSource.manager, id);
  }

  async profileOf(id: string): Promise<Profile | undefined> {
    const client = await this.find(id);
    if (!client) return undefined;
    const { organisationId, jurisdiction } = client;
    const name = organisationId ? await organisationName(this.dataSource.manager, organisationId) : undefined;
    return {
      subject: client.id,
      name: client.name,
      roles: client.roles,
      ...(organisationId ? { organisation: organisationId } : {}),
      ...(name ? { organisationName: name } : {}),
      ...(jurisdiction ? { jurisdiction } : {}),
    };
  }
}
