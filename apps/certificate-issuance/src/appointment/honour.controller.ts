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
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import {
  ChiefTechnicianCountsView,
  countsView,
  HonourDto,
  HonourPage,
  honourView,
  HonourView,
} from './appointment.dto.js';
import { HonourService } from './honour.service.js';

const personOf = ({ id }: HonourView): string[] => [`honour/${id}`];

/** 首席技师 as an honour: the province's, a city's, or the older scheme of an enterprise. */
@Controller()
export class HonourController {
  constructor(@Inject(HonourService) private readonly honours: HonourService) {}

  /** The province records its own and the cities' honours, an enterprise its own scheme; rank 8 is refused here. */
  @Post('honours')
  @Idempotent()
  @ShowsPersons(personOf)
  @Access(own('agency-clerk', 'agency-admin'), supervised('province-officer'))
  async record(@CurrentPrincipal() principal: Principal, @Body() content: HonourDto): Promise<HonourView> {
    const { kind, jurisdiction, givenOn, decisionNumber, ...person } = content;
    const honour = { kind, jurisdiction, givenOn, documentNumber: decisionNumber };
    return honourView(await this.honours.record(principal, honour, person));
  }

  @Get('honours')
  @ShowsPersons<HonourPage>(({ items }) => items.flatMap(personOf))
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<HonourPage> {
    const page = await this.honours.list(principal, query);
    return { ...page, items: page.items.map(honourView) };
  }

  /** How many of each of the things called 首席技师; they are never added together. */
  @Get('chief-technician-counts')
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async counts(@CurrentPrincipal() principal: Principal): Promise<ChiefTechnicianCountsView> {
    return countsView(await this.honours.counts(principal));
  }
}
