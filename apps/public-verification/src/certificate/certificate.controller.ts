import { Public, ShowsPersons } from '@app/platform';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { AnswerView, answerView, InquiryDto } from './certificate.dto.js';
import { CertificateService } from './certificate.service.js';

const certificatesOf = ({ certificates }: AnswerView): string[] =>
  certificates.map(({ certificateId }) => `certificate/${certificateId}`);

@Controller()
export class CertificateController {
  constructor(@Inject(CertificateService) private readonly certificates: CertificateService) {}

  /** 证书查询: a POST, because names and document numbers do not belong into an address. */
  @Post('verify')
  @ShowsPersons(certificatesOf)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Public()
  async verify(@Body() body: InquiryDto): Promise<AnswerView> {
    return answerView(await this.certificates.verify(body));
  }

  /** What the QR code on a certificate points to. */
  @Get('verify/:token')
  @ShowsPersons(certificatesOf)
  @Header('cache-control', 'no-store')
  @Public()
  async verifyToken(@Param('token') token: string): Promise<AnswerView> {
    return answerView(await this.certificates.verifyToken(token));
  }
}
