import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { ClientService } from '../client/client.service.js';

/** Shows the provider our machine clients; it never writes any. */
export class ClientAdapter implements Adapter {
  constructor(private readonly clients: ClientService) {}

  async find(id: string): Promise<AdapterPayload | undefined> {
    const client = await this.clients.find(id);
    if (!client) return undefined;
    return {
      client_id: client.id,
      client_name: client.name,
      // The digest stands where the provider expects the secret; `compareClientSecret` knows.
      client_secret: client.secretSha256,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    };
  }

  async findByUid(): Promise<undefined> {
    return undefined;
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async upsert(): Promise<void> {
    throw new Error('clients are not made by the provider');
  }

  async consume(): Promise<void> {
    throw new Error('clients are not consumed');
  }

  async destroy(): Promise<void> {
    throw new Error('clients are not deleted by the provider');
  }

  async revokeByGrantId(): Promise<void> {
    throw new Error('clients have no grants of their own');
  }
}
