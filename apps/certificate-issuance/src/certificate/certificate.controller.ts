import { Access, CurrentPrincipal, Exports, own, type Principal, ShowsPersons, supervised } from '@app/platform';
import { Controller, Get, Header, Inject, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import {
  CertificatePage,
  CertificateQuery,
  certificateView,
  CertificateView,
  CredentialQuery,
} from './certificate.dto.js';
import { CertificateService } from './certificate.service.js';
import { DigitalCredentialService } from './digital-credential.service.js';

@Controller('certificates')
@Access(
  own('agency-clerk', 'agency-reviewer', 'agency-admin'),
  supervised('city-officer', 'province-officer', 'auditor'),
)
export class CertificateController {
  constructor(
    @Inject(CertificateService) private readonly certificates: CertificateService,
    @Inject(DigitalCredentialService) private readonly credentials: DigitalCredentialService,
  ) {}

  /** The own body's certificates, or those of the own jurisdiction; names and documents masked. */
  @Get()
  @ShowsPersons<CertificatePage>(({ items }) => items.map(({ id }) => `certificate/${id}`))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: CertificateQuery): Promise<CertificatePage> {
    const page = await this.certificates.list(principal, query);
    return { ...page, items: page.items.map(certificateView) };
  }

  @Get(':id')
  @ShowsPersons<CertificateView>(({ id }) => [`certificate/${id}`])
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CertificateView> {
    return certificateView(await this.certificates.get(principal, id));
  }

  /** The certificate page, A4. */
  @Get(':id/pdf')
  @Exports()
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { number, bytes } = await this.certificates.pdf(principal, id);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `inline; filename="certificate-${number}.pdf"`,
    });
  }

  /** The digital certificate for its holder: `vc+jwt` (W3C VC 2.0) or `dc+sd-jwt` (SD-JWT VC). */
  @Get(':id/credential')
  @Exports()
  @Header('cache-control', 'private, no-store')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async credential(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { form }: CredentialQuery,
  ): Promise<string> {
    return this.credentials.make(await this.certificates.get(principal, id), form);
  }
}
