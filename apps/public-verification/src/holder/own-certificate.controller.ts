import { Access, CurrentPrincipal, oneself, PageQuery, ShowsPersons, type Principal } from '@app/platform';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { LookPage, lookPage, OwnCertificatesView, ownCertificatesView } from './own-certificate.dto.js';
import { OwnCertificateService } from './own-certificate.service.js';

/** What a holder sees of the own certificates. */
@Controller('my')
@Access(oneself('candidate'))
export class OwnCertificateController {
  constructor(@Inject(OwnCertificateService) private readonly own: OwnCertificateService) {}

  /** All versions, also those that are not valid any more. */
  @Get('certificates')
  @ShowsPersons<OwnCertificatesView>(({ items }) => items.map(({ certificateId }) => `certificate/${certificateId}`))
  async certificates(@CurrentPrincipal() principal: Principal): Promise<OwnCertificatesView> {
    return ownCertificatesView(await this.own.list(principal));
  }

  /** 谁查过: looks of others in this service, newest first; never the address or name of a private person. */
  @Get('checks')
  async checks(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<LookPage> {
    return lookPage(await this.own.looks(principal, query));
  }
}
