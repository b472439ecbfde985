import { Module } from '@nestjs/common';
import { IdentityAuditModule } from '../audit/audit.module.js';
import { PersonController } from './person.controller.js';
import { PersonService } from './person.service.js';

@Module({ imports: [IdentityAuditModule], controllers: [PersonController], providers: [PersonService] })
export class PersonModule {}
