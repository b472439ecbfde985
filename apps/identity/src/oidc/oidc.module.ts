import { CONFIG, LOGGER, PersonalDataVault } from '@app/platform';
import { Module } from '@nestjs/common';
import type { Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AccountModule } from '../account/account.module.js';
import { AccountService } from '../account/account.service.js';
import { ClientModule } from '../client/client.module.js';
import { ClientService } from '../client/client.service.js';
import type { IdentityConfig } from '../identity-config.js';
import { SessionModule } from '../session/session.module.js';
import { SessionRecorder } from '../session/session-recorder.service.js';
import { SigningKeyModule } from '../signing-key/signing-key.module.js';
import { SigningKeyService } from '../signing-key/signing-key.service.js';
import { ClientAdapter } from './client-adapter.js';
import { createProvider } from './create-provider.js';
import { ExpiryService } from './expiry.service.js';
import { PayloadAdapter } from './payload-adapter.js';

/** Injection token of the OpenID provider. */
export const OIDC_PROVIDER = Symbol('OIDC_PROVIDER');

@Module({
  imports: [AccountModule, ClientModule, SessionModule, SigningKeyModule],
  providers: [
    ExpiryService,
    {
      provide: OIDC_PROVIDER,
      inject: [
        CONFIG,
        LOGGER,
        DataSource,
        PersonalDataVault,
        AccountService,
        ClientService,
        SigningKeyService,
        SessionRecorder,
      ],
      useFactory: async (
        config: IdentityConfig,
        logger: Logger,
        dataSource: DataSource,
        vault: PersonalDataVault,
        accounts: AccountService,
        clients: ClientService,
        signingKeys: SigningKeyService,
        sessions: SessionRecorder,
      ): Promise<Provider> => {
        const adapter = (model: string): ClientAdapter | PayloadAdapter =>
          model === 'Client' ? new ClientAdapter(clients) : new PayloadAdapter(model, dataSource, vault);
        return createProvider(
          { config, vault, keys: await signingKeys.keys(), adapter, accounts, clients, sessions },
          logger,
        );
      },
    },
  ],
  exports: [OIDC_PROVIDER],
})
export class OidcModule {}
