import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { IdentityAuditModule } from '../audit/audit.module.js';
import { OidcModule } from '../oidc/oidc.module.js';
import { SecondFactorModule } from '../second-factor/second-factor.module.js';
import { InteractionController } from './interaction.controller.js';
import { InteractionService } from './interaction.service.js';

@Module({
  imports: [AccountModule, IdentityAuditModule, OidcModule, SecondFactorModule],
  controllers: [InteractionController],
  providers: [InteractionService],
})
export class InteractionModule {}
