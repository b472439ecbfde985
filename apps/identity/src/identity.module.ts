import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { AccountModule } from './account/account.module.js';
import { DemoAccountsService } from './account/demo-accounts.service.js';
import { ClientModule } from './client/client.module.js';
import { ClientService } from './client/client.service.js';
import { InteractionModule } from './interaction/interaction.module.js';
import { InvitationModule } from './invitation/invitation.module.js';
import { OidcModule } from './oidc/oidc.module.js';
import { OwnAccountModule } from './own-account/own-account.module.js';
import { PersonModule } from './person/person.module.js';

@Module({
  imports: [
    AccountModule,
    ClientModule,
    OidcModule,
    InteractionModule,
    InvitationModule,
    OwnAccountModule,
    PersonModule,
  ],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    @Inject(DemoAccountsService) private readonly demoAccounts: DemoAccountsService,
    @Inject(ClientService) private readonly clients: ClientService,
  ) {}

  /** In this order: a machine client may act for an organisation of the demonstration. */
  async onModuleInit(): Promise<void> {
    await this.demoAccounts.settle();
    await this.clients.seed();
  }
}
