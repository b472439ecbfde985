import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { IdentityAuditModule } from '../audit/audit.module.js';
import { SecondFactorModule } from '../second-factor/second-factor.module.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationService } from './invitation.service.js';

@Module({
  imports: [AccountModule, IdentityAuditModule, SecondFactorModule],
  controllers: [InvitationController],
  providers: [InvitationService],
})
export class InvitationModule {}
