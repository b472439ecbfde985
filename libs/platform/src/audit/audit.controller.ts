import { Controller, Get, Inject, Query } from '@nestjs/common';
import { supervised } from '../access/access-rule.js';
import { Access, CurrentPrincipal, type Principal } from '../access/principal.js';
import { AuditPage, auditPage, AuditQuery } from './audit.dto.js';
import { AuditService } from './audit.service.js';

/** 审计: who changed what, and who looked at whom, in this service. */
@Controller('audit')
export class AuditController {
  constructor(@Inject(AuditService) private readonly audit: AuditService) {}

  /** Newest first; a row appears here half a second after it was committed. */
  @Get()
  @Access(supervised('province-officer', 'auditor'))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: AuditQuery): Promise<AuditPage> {
    const { limit, ...filter } = query;
    const { links, head } = await this.audit.list(principal, filter, limit);
    return auditPage(links, limit, head);
  }
}
