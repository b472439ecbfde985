import { Access, all, CurrentPrincipal, Public, ShowsPersons, type Principal } from '@app/platform';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { AnswerView, answerView, AsOfQuery, InquiryDto, OrganisationInquiryDto } from './certificate.dto.js';
import { AskerService } from '../asker/asker.service.js';
import { AskLimited } from '../ask-limit/ask-limit.guard.js';
import { CertificateService } from './certificate.service.js';

const certificatesOf = ({ certificates }: AnswerView): string[] =>
  certificates.map(({ certificateId }) => `certificate/${certificateId}`);

@Controller()
export class CertificateController {
  constructor(
    @Inject(CertificateService) private readonly certificates: CertificateService,
    @Inject(AskerService) private readonly askers: AskerService,
  ) {}

  /** 证书查询: a POST, because names and document numbers do not belong into an address. */
  @Post('verify')
  @ShowsPersons(certificatesOf)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Public()
  @AskLimited()
  async verify(@Body() body: InquiryDto, @Query() { at }: AsOfQuery): Promise<AnswerView> {
    return answerView(await this.certificates.verify(body, at));
  }

  /** 机构查询: whoever signs in and says what for is told which fact differs, where the public gets "not found". */
  @Post('inquiries')
  @ShowsPersons(certificatesOf)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Access(
    all('employer', 'agency-clerk', 'agency-reviewer', 'agency-admin', 'city-officer', 'province-officer', 'auditor'),
  )
  async inquire(
    @CurrentPrincipal() principal: Principal,
    @Body() body: OrganisationInquiryDto,
    @Query() { at }: AsOfQuery,
  ): Promise<AnswerView> {
    await this.askers.keep(principal);
    return answerView(await this.certificates.inquire(body, at));
  }

  /** What the QR code on a certificate points to. */
  @Get('verify/:token')
  @ShowsPersons(certificatesOf)
  @Header('cache-control', 'no-store')
  @Public()
  @AskLimited()
  async verifyToken(@Param('token') token: string, @Query() { at }: AsOfQuery): Promise<AnswerView> {
    return answerView(await this.certificates.verifyToken(token, at));
  }
}
