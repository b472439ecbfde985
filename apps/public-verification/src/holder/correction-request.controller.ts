import { Access, CurrentPrincipal, Idempotent, oneself, PageQuery, type Principal } from '@app/platform';
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import {
  CorrectionWishDto,
  OwnRequestPage,
  ownRequestPage,
  OwnRequestView,
  ownRequestView,
} from './correction-request.dto.js';
import { CorrectionRequestService } from './correction-request.service.js';

/** 更正申请: to the body that issued the certificate. */
@Controller('my/correction-requests')
@Access(oneself('candidate'))
export class CorrectionRequestController {
  constructor(@Inject(CorrectionRequestService) private readonly requests: CorrectionRequestService) {}

  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<OwnRequestPage> {
    return ownRequestPage(await this.requests.list(principal, query));
  }

  @Post()
  @Idempotent()
  async ask(@CurrentPrincipal() principal: Principal, @Body() wish: CorrectionWishDto): Promise<OwnRequestView> {
    return ownRequestView(await this.requests.ask(principal, wish));
  }
}
