import { Module } from '@nestjs/common';
import { IdentityAuditModule } from '../audit/audit.module.js';
import { AccountService } from './account.service.js';
import { DemoAccountsService } from './demo-accounts.service.js';

@Module({
  imports: [IdentityAuditModule],
  providers: [AccountService, DemoAccountsService],
  exports: [AccountService, DemoAccountsService],
})
export class AccountModule {}
