import { Public, receiveFile, ShowsPersons, type AuthenticatedRequest } from '@app/platform';
import { Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { AskLimited } from '../ask-limit/ask-limit.guard.js';
import { DocumentAnswerView, documentAnswerView } from './document.dto.js';
import { DocumentService } from './document.service.js';

@Controller()
export class DocumentController {
  constructor(@Inject(DocumentService) private readonly documents: DocumentService) {}

  /**
   * A certificate page (PDF), a digital credential or the text of a code, as a file of at most 5 MB: whether it is as it
   * was issued, and what the register says of it. Nothing of it is kept.
   */
  @Post('verify/file')
  @ShowsPersons<DocumentAnswerView>(({ certificates }) =>
    certificates.map(({ certificateId }) => `certificate/${certificateId}`),
  )
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Public()
  @AskLimited()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  async verify(@Req() request: AuthenticatedRequest): Promise<DocumentAnswerView> {
    const { bytes } = await receiveFile(request);
    return documentAnswerView(await this.documents.verify(bytes));
  }
}
