import { readAs } from '@app/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { assertSupervises, PROVINCE_JURISDICTION, type Principal } from '../access/principal.js';
import type { AuditHead, AuditLink } from './audit-chain.js';
import { auditHead, findAudit, type AuditFilter } from './audit.repository.js';

@Injectable()
export class AuditService {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Newest first, one row more than `limit`; for those who watch over the whole province. */
  async list(
    principal: Principal,
    filter: AuditFilter,
    limit: number,
  ): Promise<{ links: AuditLink[]; head: AuditHead | undefined }> {
    assertSupervises(principal, PROVINCE_JURISDICTION);
    return readAs(this.dataSource, principal, async (tx) => ({
      links: await findAudit(tx, filter, limit),
      head: await auditHead(tx),
    }));
  }
}
