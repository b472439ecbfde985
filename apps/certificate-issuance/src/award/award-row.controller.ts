import {
  Access,
  all,
  CurrentPrincipal,
  Idempotent,
  own,
  PageQuery,
  Public,
  type Principal,
  ShowsPersons,
  supervised,
} from '@app/platform';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { AwardDecidingService } from './award-deciding.service.js';
import { AwardPublicityService } from './award-publicity.service.js';
import { RunningAwardPage, runningAwardView } from './award-publicity.dto.js';
import { ObjectionDecisionDto, ObjectionDto, SkillNormDto } from './award.dto.js';
import {
  AwardDetailView,
  awardDetailView,
  AwardRowDetailView,
  awardRowDetailView,
  publicAwardView,
  PublicAwardView,
  SkillNormPage,
  skillNormView,
  SkillNormView,
} from './award-view.dto.js';
import { AwardService } from './award.service.js';

const personsOf = ({ rows }: AwardDetailView): string[] => rows.map(({ id }) => `award-row/${id}`);

@Controller('award-rows')
export class AwardRowController {
  constructor(
    @Inject(AwardService) private readonly awards: AwardService,
    @Inject(AwardDecidingService) private readonly deciding: AwardDecidingService,
  ) {}

  /** One person in clear with the papers that were named, for the officer who compares them. */
  @Get(':id')
  @ShowsPersons<AwardRowDetailView>(({ id }) => [`award-row/${id}`])
  @Access(own('agency-clerk'), supervised('city-officer', 'province-officer'))
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AwardRowDetailView> {
    return awardRowDetailView(await this.awards.getRow(principal, id));
  }

  /** 异议: records an objection, which stops this row and no other. */
  @Post(':id/objection')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(supervised('city-officer', 'province-officer'))
  async object(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() objection: ObjectionDto,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.deciding.object(principal, id, objection));
  }

  /** Upheld: the row is refused. Dismissed: it goes on. By another person than the one who recorded it. */
  @Post(':id/objection-decision')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personsOf)
  @Access(supervised('province-officer'))
  async decideObjection(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decision }: ObjectionDecisionDto,
  ): Promise<AwardDetailView> {
    return awardDetailView(await this.deciding.decideObjection(principal, id, decision));
  }
}

@Controller()
export class AwardPublicityController {
  constructor(@Inject(AwardPublicityService) private readonly publicity: AwardPublicityService) {}

  /** 公示: the lists that are public today, newest first. */
  @Get('award-publicity')
  @Header('cache-control', 'public, max-age=60')
  @Public()
  async running(@Query() query: PageQuery): Promise<RunningAwardPage> {
    const page = await this.publicity.running(query);
    return { ...page, items: page.items.map(runningAwardView) };
  }

  /** 公示名单, masked, while publicity runs. */
  @Get('award-publicity/:id')
  @Public()
  async list(@Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<PublicAwardView> {
    return publicAwardView(await this.publicity.list(id, query));
  }

  /** Enters a 专项职业能力考核规范 that the province has published. */
  @Post('skill-norms')
  @Idempotent()
  @Access(supervised('province-officer'))
  async publishNorm(@CurrentPrincipal() principal: Principal, @Body() norm: SkillNormDto): Promise<SkillNormView> {
    const { validUntil = null, ...rest } = norm;
    return skillNormView(await this.publicity.publishNorm(principal, { ...rest, validUntil }));
  }

  @Get('skill-norms')
  @Access(
    all('agency-clerk', 'agency-reviewer', 'agency-admin', 'city-officer', 'province-officer', 'auditor', 'employer'),
  )
  async norms(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<SkillNormPage> {
    const page = await this.publicity.norms(principal, query);
    return { ...page, items: page.items.map(skillNormView) };
  }
}
