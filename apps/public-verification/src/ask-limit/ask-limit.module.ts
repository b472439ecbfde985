import { Global, Module } from '@nestjs/common';
import { AskLimitService } from './ask-limit.service.js';

/** Global, because every room with a public route counts in the same counters. */
@Global()
@Module({ providers: [AskLimitService], exports: [AskLimitService] })
export class AskLimitModule {}
