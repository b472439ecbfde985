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
import { AwardDecidingService } from './award-deciding.service.js';
import { AwardIssuingService } from './award-issuing.service.js';
import { AwardContentDto, AwardRowsDto, RefusalDto } from './award.dto.js';
import {
  AwardDetailView,
  awardDetailView,
  AwardFiledView,
  awardFiledView,
  AwardPage,
  awardView,
} from './award-view.dto.js';
import { AwardService } from './award.service.js';

const personsOf = ({ rows }: AwardDetailView): string[] => rows.map(({ id }) => `award-row/${id}`);

/** 不经考试取得证书的申请: certificates that rest on something else than an exam. */
@Controller('awards')
export class AwardController {
  constructor(
    @Inject(AwardService) private readonly awards: AwardService,
    @Inject(AwardDecidingService) private readonly deciding: AwardDecidingService,
    @Inject(AwardIssuingService) private readonly issuing: AwardIssuingService,
  ) {}

  /** Drafts an application. Rows that are wrong come back in `rejected`, each with field and rule; the others are in it. */
  @Post()
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(own('agency-clerk'))
  async draft(@CurrentPrincipal() principal: Principal, @Body() content: AwardContentDto): Promise<AwardFiledView> {
    const { rows, ...head } = content;
    return awardFiledView(await this.awards.draft(principal, head, rows));
  }

  /** Adds corrected rows to a draft; an application holds at most 500. */
  @Post(':id/rows')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(own('agency-clerk'))
  async addRows(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { rows }: AwardRowsDto,
  ): Promise<AwardFiledView> {
    return awardFiledView(await this.awards.addRows(principal, id, rows));
  }

  @Get()
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<AwardPage> {
    const page = await this.awards.list(principal, query);
    return { ...page, items: page.items.map(awardView) };
  }

  /** The application with its persons, masked, and what became of each. */
  @Get(':id')
  @ShowsPersons(personsOf)
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.awards.get(principal, id));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(own('agency-clerk'))
  async submit(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.awards.submit(principal, id));
  }

  /** Before publicity. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(own('agency-clerk'))
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.awards.withdraw(principal, id));
  }

  /** 受理, by the first officer. */
  @Post(':id/accept')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(supervised('city-officer', 'province-officer'))
  async accept(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.deciding.accept(principal, id));
  }

  /** 批准, by another officer: scope and every row are looked at again as of today. */
  @Post(':id/approve')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(supervised('province-officer'))
  async approve(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.deciding.approve(principal, id));
  }

  /** 不予通过, with the reason. */
  @Post(':id/refuse')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(supervised('city-officer', 'province-officer'))
  async refuse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RefusalDto,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.deciding.refuse(principal, id, reason));
  }

  /** 公示 starts. */
  @Post(':id/publish')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(supervised('province-officer'))
  async publish(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.deciding.publish(principal, id));
  }

  /** Publicity is over: what is not under objection can be issued. */
  @Post(':id/close')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(supervised('province-officer'))
  async close(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.deciding.close(principal, id));
  }

  /** 核发 of the rows without objection, in one commit; again when an objection was dismissed later. */
  @Post(':id/issue')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(supervised('province-officer'))
  async issue(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.issuing.issue(principal, id));
  }
}
