import {
  Access,
  all,
  CurrentPrincipal,
  Exports,
  Idempotent,
  own,
  PageQuery,
  receiveFile,
  ShowsPersons,
  supervised,
  type AuthenticatedRequest,
  type Principal,
} from '@app/platform';
import {
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PURPOSE_NAMES } from './batch.js';
import {
  BatchPage,
  BatchRowPage,
  BatchRowQuery,
  batchRowView,
  BatchTermsView,
  BatchView,
  batchView,
  termsView,
} from './batch.dto.js';
import { BatchProgress } from './batch-progress.service.js';
import { BatchService } from './batch.service.js';
import { readDeclaration } from './declaration.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ASKING = own('employer', 'agency-clerk', 'agency-reviewer', 'agency-admin');
const OFFICERS = supervised('city-officer', 'province-officer');
const LOOKING_ON = supervised('auditor');

/** 批量查验: an organisation's list of people in, one verdict per line out. */
@Controller()
export class BatchController {
  constructor(
    @Inject(BatchService) private readonly batches: BatchService,
    @Inject(BatchProgress) private readonly progress: BatchProgress,
  ) {}

  /** Purposes, consent statement, and what is left of the quota. */
  @Get('batch-terms')
  @Access(ASKING, all('city-officer', 'province-officer'))
  async terms(@CurrentPrincipal() principal: Principal): Promise<BatchTermsView> {
    return termsView(await this.batches.terms(principal));
  }

  /** The list of people and what for. Two of 姓名, 证件号码 and 证书编号 in each line; worked off in the background. */
  @Post('batches')
  @Idempotent()
  @Access(ASKING, all('city-officer', 'province-officer'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        purpose: { type: 'string', enum: PURPOSE_NAMES },
        purposeText: { type: 'string', minLength: 4, maxLength: 200 },
        consent: { type: 'string', description: 'Edition of the consent statement that is accepted' },
        watch: { type: 'string', enum: ['true', 'false'] },
        file: { type: 'string', format: 'binary', description: '.xlsx, .xls or .csv' },
      },
      required: ['purpose', 'purposeText', 'consent', 'file'],
    },
  })
  async ask(@CurrentPrincipal() principal: Principal, @Req() request: AuthenticatedRequest): Promise<BatchView> {
    const { bytes, fields } = await receiveFile(request);
    return batchView(await this.batches.ask(principal, readDeclaration(fields), bytes));
  }

  @Get('batches')
  @Access(ASKING, OFFICERS, LOOKING_ON)
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<BatchPage> {
    const page = await this.batches.list(principal, query);
    return { ...page, items: page.items.map(batchView) };
  }

  @Get('batches/:id')
  @Access(ASKING, OFFICERS, LOOKING_ON)
  async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<BatchView> {
    return batchView(await this.batches.get(principal, id));
  }

  /** Answered lines in the order of the file, the people masked. */
  @Get('batches/:id/rows')
  @ShowsPersons<BatchRowPage>(({ items }) =>
    items.flatMap(({ certificates }) => certificates.map(({ certificateId }) => `certificate/${certificateId}`)),
  )
  @Access(ASKING, OFFICERS)
  async rows(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { after, limit, verdict }: BatchRowQuery,
  ): Promise<BatchRowPage> {
    const { items, next } = await this.batches.rows(principal, id, { after: Number(after ?? 0) || 0, limit, verdict });
    return { items: items.map(batchRowView), ...(next === undefined ? {} : { next: String(next) }) };
  }

  /** Server-sent events: `progress` with the batch as `GET /batches/:id` has it, until it is at its end. */
  @Get('batches/:id/events')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Access(ASKING, OFFICERS, LOOKING_ON)
  async events(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.progress.stream(principal, id, reply);
  }

  /** After the chunk that is in hand; what is answered stays answered, and charged. */
  @Post('batches/:id/stop')
  @HttpCode(200)
  @Access(ASKING, OFFICERS)
  async stop(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<BatchView> {
    return batchView(await this.batches.stop(principal, id));
  }

  @Post('batches/:id/resume')
  @HttpCode(200)
  @Access(ASKING, OFFICERS)
  async resume(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<BatchView> {
    return batchView(await this.batches.resume(principal, id));
  }

  /** For good; what was uploaded is deleted. */
  @Post('batches/:id/cancel')
  @HttpCode(200)
  @Access(ASKING, OFFICERS)
  async cancel(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<BatchView> {
    return batchView(await this.batches.cancel(principal, id));
  }

  /** The lines as they came, each with its answer at the right end. */
  @Get('batches/:id/workbook')
  @Exports()
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Access(ASKING, OFFICERS)
  async workbook(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const bytes = await this.batches.workbook(principal, id);
    return new StreamableFile(bytes, { type: XLSX, disposition: `attachment; filename="batch-${id}.xlsx"` });
  }
}
