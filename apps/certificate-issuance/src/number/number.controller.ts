import {
  Access,
  type AuthenticatedRequest,
  CurrentPrincipal,
  Idempotent,
  own,
  type Principal,
  receiveFile,
  supervised,
} from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  ImportNumbersDto,
  numberImportView,
  NumberImportView,
  SeriesPageView,
  seriesPageView,
  SeriesQueryDto,
  VoidNumbersDto,
  voidedNumbersView,
  VoidedNumbersView,
} from './number.dto.js';
import { NumberService } from './number.service.js';

@Controller('numbers')
export class NumberController {
  constructor(@Inject(NumberService) private readonly numbers: NumberService) {}

  /** Numbers that a body filed with the Ministry brings: good rows go in, bad rows come back. */
  @Post('imports')
  @HttpCode(200)
  @Idempotent()
  @Access(own('agency-clerk', 'agency-admin'), supervised('province-officer'))
  async importRows(
    @CurrentPrincipal() principal: Principal,
    @Body() { numbers }: ImportNumbersDto,
  ): Promise<NumberImportView> {
    const rows = numbers.map((text, index) => ({ row: index + 1, text }));
    return numberImportView(await this.numbers.importRows(principal, rows));
  }

  /** The same from an `.xls` or `.xlsx` with one column 证书编号. */
  @Post('imports/workbook')
  @HttpCode(200)
  @Idempotent()
  @Access(own('agency-clerk', 'agency-admin'), supervised('province-officer'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  async importWorkbook(
    @CurrentPrincipal() principal: Principal,
    @Req() request: AuthenticatedRequest,
  ): Promise<NumberImportView> {
    const { bytes } = await receiveFile(request);
    return numberImportView(await this.numbers.importWorkbook(principal, bytes));
  }

  /** Numbers that no certificate will bear, with the reason; the log says so at once. */
  @Post('voids')
  @Idempotent()
  @Access(supervised('province-officer'))
  async voidNumbers(
    @CurrentPrincipal() principal: Principal,
    @Body() wish: VoidNumbersDto,
  ): Promise<VoidedNumbersView> {
    return voidedNumbersView(await this.numbers.voidNumbers(principal, wish));
  }

  /** Per site, year and level: what became of every serial. `gaps` and `strays` must be empty. */
  @Get('series')
  @Access(supervised('city-officer', 'province-officer', 'auditor'))
  async series(@CurrentPrincipal() principal: Principal, @Query() query: SeriesQueryDto): Promise<SeriesPageView> {
    return seriesPageView(await this.numbers.series(principal, query));
  }
}
