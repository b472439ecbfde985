import {
  Access,
  CurrentPrincipal,
  Idempotent,
  own,
  PageQuery,
  ShowsPersons,
  supervised,
  type Principal,
} from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  AcceptanceDto,
  CorrectionRequestPage,
  CorrectionRequestView,
  OpenedRequestView,
  openedRequestView,
  RequestRefusalDto,
  requestView,
} from './correction-request.dto.js';
import { CorrectionRequestService } from './correction-request.service.js';

const CLERKS = own('agency-clerk', 'agency-reviewer', 'agency-admin');
const REGULATORS = supervised('city-officer', 'province-officer', 'auditor');
const personOf = ({ certificateId }: CorrectionRequestView): string => `certificate/${certificateId}`;

/** 更正申请: what holders say is wrong. The body answers; a correction itself stays a change by two persons. */
@Controller('correction-requests')
export class CorrectionRequestController {
  constructor(@Inject(CorrectionRequestService) private readonly requests: CorrectionRequestService) {}

  @Get()
  @Access(CLERKS, REGULATORS)
  @ShowsPersons<CorrectionRequestPage>(({ items }) => items.map(personOf))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<CorrectionRequestPage> {
    const page = await this.requests.list(principal, query);
    return { ...page, items: page.items.map(requestView) };
  }

  @Get(':id')
  @Access(CLERKS, REGULATORS)
  @ShowsPersons<OpenedRequestView>((request) => [personOf(request)])
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OpenedRequestView> {
    return openedRequestView(await this.requests.get(principal, id));
  }

  /** 受理: with the correction that was proposed for it. */
  @Post(':id/accept')
  @HttpCode(200)
  @Idempotent()
  @Access(CLERKS)
  async accept(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { changeId }: AcceptanceDto,
  ): Promise<CorrectionRequestView> {
    return requestView(await this.requests.accept(principal, id, changeId));
  }

  /** 不予更正: also after the proposed change was refused. */
  @Post(':id/refuse')
  @HttpCode(200)
  @Idempotent()
  @Access(CLERKS)
  async refuse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { refusal }: RequestRefusalDto,
  ): Promise<CorrectionRequestView> {
    return requestView(await this.requests.refuse(principal, id, refusal));
  }
}
