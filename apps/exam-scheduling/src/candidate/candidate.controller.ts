import {
  Access,
  type AuthenticatedRequest,
  CurrentPrincipal,
  Exports,
  Idempotent,
  own,
  PageQuery,
  type Principal,
  receiveFile,
  ShowsPersons,
  supervised,
} from '@app/platform';
import { Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import { CandidatePage, candidateView, rosterImportView, RosterImportView } from './candidate.dto.js';
import { CandidateService } from './candidate.service.js';
import { RosterService } from './roster.service.js';

const XLS = 'application/vnd.ms-excel';

@Controller('plans/:id')
export class CandidateController {
  constructor(
    @Inject(RosterService) private readonly rosters: RosterService,
    @Inject(CandidateService) private readonly candidates: CandidateService,
  ) {}

  /** 考生信息 in 33 columns: good rows go in, bad rows come back. */
  @Post('roster')
  @Idempotent()
  @Access(own('agency-clerk'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  async importRoster(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: AuthenticatedRequest,
  ): Promise<RosterImportView> {
    const { bytes } = await receiveFile(request);
    return rosterImportView(await this.rosters.importRoster(principal, id, bytes));
  }

  /** The uploaded workbook with the column 错误原因 at the right end. */
  @Get('roster-imports/:importId/marked')
  @Exports()
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Access(own('agency-clerk'))
  async marked(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('importId', ParseUUIDPipe) importId: string,
  ): Promise<StreamableFile> {
    const bytes = await this.rosters.marked(principal, id, importId);
    return new StreamableFile(bytes, { type: XLS, disposition: `attachment; filename="roster-${importId}.xls"` });
  }

  @Get('candidates')
  @ShowsPersons<CandidatePage>(({ items }) => items.map(({ id }) => `candidate/${id}`))
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<CandidatePage> {
    const page = await this.candidates.list(principal, id, query);
    return { ...page, items: page.items.map(candidateView) };
  }
}
