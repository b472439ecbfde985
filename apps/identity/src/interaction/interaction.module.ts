import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { OidcModule } from '../oidc/oidc.module.js';
import { InteractionController } from './interaction.controller.js';
import { InteractionService } from './interaction.service.js';

@Module({
  imports: [AccountModule, OidcModule],
  controllers: [InteractionController],
  providers: [InteractionService],
})
export class InteractionModule {}
