import {
  Access,
  CurrentPrincipal,
  Exports,
  Idempotent,
  own,
  PageQuery,
  type Principal,
  supervised,
} from '@app/platform';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { AskPrintDto, PrintJobPage, PrintJobView, printJobView } from './print-job.dto.js';
import { PrintJobService, type PrintFileDownload } from './print-job.service.js';

/** The body that issues a certificate is the one that prints it [S-STYLE1]. */
const PRINTING = own('agency-clerk', 'agency-reviewer', 'agency-admin');
const LOOKING_ON = supervised('city-officer', 'province-officer', 'auditor');

@Controller('print-jobs')
export class PrintJobController {
  constructor(@Inject(PrintJobService) private readonly jobs: PrintJobService) {}

  /** Asks for all certificates of a roll as one file; it is made in the background. */
  @Post()
  @Idempotent()
  @Access(PRINTING)
  async ask(@CurrentPrincipal() principal: Principal, @Body() { rollId }: AskPrintDto): Promise<PrintJobView> {
    return printJobView(await this.jobs.ask(principal, rollId));
  }

  @Get()
  @Access(PRINTING, LOOKING_ON)
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<PrintJobPage> {
    const page = await this.jobs.list(principal, query);
    return { ...page, items: page.items.map(printJobView) };
  }

  /** How far it is: `done` of `total`. */
  @Get(':id')
  @Access(PRINTING, LOOKING_ON)
  async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<PrintJobView> {
    return printJobView(await this.jobs.get(principal, id));
  }

  /** Stops it before its next piece; what is made already is dropped. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Access(PRINTING)
  async cancel(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PrintJobView> {
    return printJobView(await this.jobs.cancel(principal, id));
  }

  /** The file, for a day: every page names its holder in full. */
  @Get(':id/file')
  @Exports<PrintFileDownload>(({ certificateIds }) => certificateIds.map((id) => `certificate/${id}`))
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Access(PRINTING)
  async file(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PrintFileDownload> {
    return this.jobs.file(principal, id);
  }
}
