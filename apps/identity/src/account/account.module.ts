import { Module } from '@nestjs/common';
import { AccountService } from './account.service.js';
import { DemoAccountsService } from './demo-accounts.service.js';

@Module({ providers: [AccountService, DemoAccountsService], exports: [AccountService, DemoAccountsService] })
export class AccountModule {}
