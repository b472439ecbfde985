import { Public } from '@app/platform';
import { Controller, Get, Header, Inject, Param, ParseEnumPipe, ParseIntPipe } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces } from '@nestjs/swagger';
import { STATUS_FORMS, type StatusForm } from './status-address.js';
import { StatusListService } from './status-list.service.js';

const FORMS = Object.fromEntries(STATUS_FORMS.map((form) => [form, form]));

/** Whether certificates are valid, revoked, cancelled or replaced, for readers who do not ask about one by name. */
@Controller('status-lists')
export class StatusListController {
  constructor(@Inject(StatusListService) private readonly lists: StatusListService) {}

  /**
   * W3C Bitstring Status List (`revocation`: 1 bit, `message`: 2 bits, which state) as `vc+jwt`, or IETF Token Status List
   * (`token`: 4 bits) as `statuslist+jwt`, with 131,072 entries.
   */
  @Get(':list/:form')
  @Public()
  @Header('cache-control', 'public, max-age=1')
  @Header('content-type', 'application/jwt')
  @ApiParam({ name: 'form', enum: STATUS_FORMS })
  @ApiProduces('application/jwt')
  @ApiOkResponse({ schema: { type: 'string' } })
  async list(
    @Param('list', ParseIntPipe) list: number,
    @Param('form', new ParseEnumPipe(FORMS)) form: StatusForm,
  ): Promise<string> {
    return this.lists.signed(list, form);
  }
}
