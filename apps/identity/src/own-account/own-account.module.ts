import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { IdentityAuditModule } from '../audit/audit.module.js';
import { OidcModule } from '../oidc/oidc.module.js';
import { SecondFactorModule } from '../second-factor/second-factor.module.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';

@Module({
  imports: [AccountModule, IdentityAuditModule, OidcModule, SecondFactorModule],
  controllers: [OwnAccountController],
  providers: [OwnAccountService],
})
export class OwnAccountModule {}
