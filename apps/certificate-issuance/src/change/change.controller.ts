import {
  Access,
  CurrentPrincipal,
  Idempotent,
  own,
  PageQuery,
  type Principal,
  ShowsPersons,
  supervised,
} from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ChangePage, ChangeView, changeView, ProposalDto } from './change.dto.js';
import { ChangeService } from './change.service.js';

const CLERKS = own('agency-clerk', 'agency-reviewer', 'agency-admin');
const OFFICERS = supervised('city-officer', 'province-officer');
const personsOf = ({ certificateIds }: ChangeView): string[] => certificateIds.map((id) => `certificate/${id}`);

/** 证书变更: one person proposes, another one decides. */
@Controller('changes')
export class ChangeController {
  constructor(@Inject(ChangeService) private readonly changes: ChangeService) {}

  @Get()
  @Access(CLERKS, OFFICERS, supervised('auditor'))
  @ShowsPersons<ChangePage>(({ items }) => items.flatMap(personsOf))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<ChangePage> {
    const page = await this.changes.list(principal, query);
    return { ...page, items: page.items.map(changeView) };
  }

  @Get(':id')
  @Access(CLERKS, OFFICERS, supervised('auditor'))
  @ShowsPersons<ChangeView>(personsOf)
  async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ChangeView> {
    return changeView(await this.changes.get(principal, id));
  }

  /** 提请: revocation, cancellation, correction or reissue, with its reason and document. */
  @Post()
  @Idempotent()
  @Access(CLERKS, OFFICERS)
  async propose(@CurrentPrincipal() principal: Principal, @Body() asked: ProposalDto): Promise<ChangeView> {
    return changeView(await this.changes.propose(principal, asked));
  }

  /** 批准: carries the change out; never by the one who proposed it. */
  @Post(':id/approve')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  async approve(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ChangeView> {
    return changeView(await this.changes.approve(principal, id));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  async refuse(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ChangeView> {
    return changeView(await this.changes.refuse(principal, id));
  }

  /** 撤回, by the one who proposed it. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Idempotent()
  @Access(CLERKS, OFFICERS)
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ChangeView> {
    return changeView(await this.changes.withdraw(principal, id));
  }
}
