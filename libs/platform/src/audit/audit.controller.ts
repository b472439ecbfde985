import { readAs } from '@app/messaging';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { supervised } from '../access/access-rule.js';
import {
  Access,
  assertSupervises,
  CurrentPrincipal,
  PROVINCE_JURISDICTION,
  type Principal,
} from '../access/principal.js';
import { AuditPage, auditPage, AuditQuery } from './audit.dto.js';
import { auditHead, findAudit } from './audit.repository.js';

/** 审计: who changed what, and who looked at whom, in this service. */
@Controller('audit')
export class AuditController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Newest first; a row appears here half a second after it was committed. */
  @Get()
  @Access(supervised('province-officer', 'auditor'))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: AuditQuery): Promise<AuditPage> {
    assertSupervises(principal, PROVINCE_JURISDICTION);
    const { limit, ...filter } = query;
    return readAs(this.dataSource, principal, async (tx) =>
      auditPage(await findAudit(tx, filter, limit), limit, await auditHead(tx)),
    );
  }
}
