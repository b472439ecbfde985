import { Module } from '@nestjs/common';
import { SecurityTrail } from './security-fact.js';

@Module({ providers: [SecurityTrail], exports: [SecurityTrail] })
export class IdentityAuditModule {}
