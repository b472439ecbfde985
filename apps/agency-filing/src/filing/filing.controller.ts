import { Access, CurrentPrincipal, Idempotent, own, PageQuery, type Principal, supervised } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { FilingContentDto, FilingPage, filingView, FilingView, ReviewDto } from './filing.dto.js';
import type { FilingContent } from './filing.js';
import { FilingService } from './filing.service.js';

/** Names and editions come from the catalogue, so the client does not send them. */
const contentOf = (body: FilingContentDto): FilingContent => ({
  ...body,
  publicPhone: body.publicPhone ?? '',
  publicAddress: body.publicAddress ?? '',
  scope: body.scope.map((line) => ({ ...line, occupationName: '', occupationEdition: '' })),
});

@Controller('filings')
export class FilingController {
  constructor(@Inject(FilingService) private readonly filings: FilingService) {}

  /** 初次备案: starts a draft. */
  @Post()
  @Idempotent()
  @Access(own('agency-clerk', 'agency-admin'))
  async draft(@CurrentPrincipal() principal: Principal, @Body() body: FilingContentDto): Promise<FilingView> {
    return filingView(await this.filings.draft(principal, contentOf(body)));
  }

  @Get()
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<FilingPage> {
    const page = await this.filings.list(principal, query);
    return { ...page, items: page.items.map((filing) => filingView(filing)) };
  }

  @Get(':id')
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<FilingView> {
    const { filing, siteCodes } = await this.filings.get(principal, id);
    return filingView(filing, siteCodes);
  }

  @Put(':id')
  @Access(own('agency-clerk', 'agency-admin'))
  async revise(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FilingContentDto,
  ): Promise<FilingView> {
    return filingView(await this.filings.revise(principal, id, contentOf(body)));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access(own('agency-clerk', 'agency-admin'))
  async submit(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<FilingView> {
    return filingView(await this.filings.submit(principal, id));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access(own('agency-clerk', 'agency-admin'))
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FilingView> {
    return filingView(await this.filings.withdraw(principal, id));
  }

  @Post(':id/city-review')
  @HttpCode(200)
  @Access(supervised('city-officer'))
  async cityReview(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviewDto,
  ): Promise<FilingView> {
    return filingView(await this.filings.cityReview(principal, id, body));
  }

  @Post(':id/province-review')
  @HttpCode(200)
  @Access(supervised('province-officer'))
  async provinceReview(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviewDto,
  ): Promise<FilingView> {
    return filingView(await this.filings.provinceReview(principal, id, body));
  }

  /** 备案赋码, after publicity. */
  @Post(':id/complete')
  @HttpCode(200)
  @Access(supervised('province-officer'))
  async complete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FilingView> {
    const { filing, siteCodes } = await this.filings.complete(principal, id);
    return filingView(filing, siteCodes);
  }
}
