import {
  Access,
  type AuthenticatedRequest,
  CurrentPrincipal,
  Idempotent,
  own,
  PageQuery,
  type Principal,
  receiveFile,
  ShowsPersons,
  supervised,
} from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { AcknowledgementService } from './acknowledgement.service.js';
import {
  DraftedPackageView,
  draftedPackageView,
  DraftPackageDto,
  ManifestView,
  manifestView,
  MatchingView,
  matchingView,
  PackagePage,
  PackageView,
  packageView,
  RefusalPage,
  refusalView,
  SendPackageDto,
} from './hand-over.dto.js';
import { HandOverPackageService } from './hand-over-package.service.js';

const WORKBOOK = {
  schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
};

/** What goes to the 省人事考试中心, and what comes back. The file itself is asked for at `POST /exports`. */
@Controller()
export class HandOverPackageController {
  constructor(
    @Inject(HandOverPackageService) private readonly packages: HandOverPackageService,
    @Inject(AcknowledgementService) private readonly acknowledgements: AcknowledgementService,
  ) {}

  /** Certificates of a period that were not handed over yet, at most 10,000. */
  @Post('hand-over-packages')
  @Idempotent()
  @Access(supervised('province-officer'))
  async draft(@CurrentPrincipal() principal: Principal, @Body() wish: DraftPackageDto): Promise<DraftedPackageView> {
    return draftedPackageView(await this.packages.draft(principal, wish));
  }

  @Get('hand-over-packages')
  @Access(supervised('province-officer', 'auditor'))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<PackagePage> {
    const page = await this.packages.list(principal, query);
    return { ...page, items: page.items.map(packageView) };
  }

  /** The manifest: count, files with their digests, version and columns of the map, answers. */
  @Get('hand-over-packages/:id')
  @Access(supervised('province-officer', 'auditor'))
  async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ManifestView> {
    return manifestView(await this.packages.get(principal, id));
  }

  /** Says which file went out. */
  @Post('hand-over-packages/:id/send')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  async send(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { sha256 }: SendPackageDto,
  ): Promise<PackageView> {
    return packageView(await this.packages.send(principal, id, sha256));
  }

  /** What the centre's workbook says of the package; keeps nothing. */
  @Post('hand-over-packages/:id/acknowledgement-preview')
  @HttpCode(200)
  @Access(supervised('province-officer'))
  @ApiConsumes('multipart/form-data')
  @ApiBody(WORKBOOK)
  async preview(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: AuthenticatedRequest,
  ): Promise<MatchingView> {
    const { bytes } = await receiveFile(request);
    return matchingView(await this.acknowledgements.preview(principal, id, bytes));
  }

  /** Keeps the answers that are new; the same file again changes nothing. */
  @Post('hand-over-packages/:id/acknowledgements')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  @ApiConsumes('multipart/form-data')
  @ApiBody(WORKBOOK)
  async acknowledge(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: AuthenticatedRequest,
  ): Promise<MatchingView> {
    const { bytes } = await receiveFile(request);
    return matchingView(await this.acknowledgements.commit(principal, id, bytes));
  }

  /** Certificates that the centre refused, for correction. */
  @Get('hand-over-refusals')
  @ShowsPersons<RefusalPage>(({ items }) => items.map(({ id }) => `certificate/${id}`))
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async refusals(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<RefusalPage> {
    const page = await this.acknowledgements.refusals(principal, query);
    return { ...page, items: page.items.map(refusalView) };
  }
}
