import {
  Access,
  CurrentPrincipal,
  Exports,
  own,
  Public,
  ShowsPersons,
  supervised,
  type Principal,
} from '@app/platform';
import { Controller, Get, Header, Inject, Param, ParseIntPipe, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ProofKeyView, proofKeyView, ProofView, proofView } from './proof.dto.js';
import { ProofKeyService } from './proof-key.service.js';
import { ProofService } from './proof.service.js';

const ASKING = own('employer', 'agency-clerk', 'agency-reviewer', 'agency-admin');
const OFFICERS = supervised('city-officer', 'province-officer');
const PDF = 'application/pdf';
const BINARY = { schema: { type: 'string', format: 'binary' } };

/** 查验证明: signed papers about what was asked and answered. */
@Controller()
export class ProofController {
  constructor(
    @Inject(ProofService) private readonly proofs: ProofService,
    @Inject(ProofKeyService) private readonly keys: ProofKeyService,
  ) {}

  /** Of the batch: verdicts, digests and the position of the log. It names no person. */
  @Get('batches/:id/proof')
  @Exports()
  @Header('cache-control', 'private, no-store')
  @ApiProduces(PDF)
  @ApiOkResponse(BINARY)
  @Access(ASKING, OFFICERS)
  async batch(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const bytes = await this.proofs.ofBatch(principal, id);
    return new StreamableFile(bytes, { type: PDF, disposition: `attachment; filename="proof-${id}.pdf"` });
  }

  /** Of one line of it. */
  @Get('batches/:id/rows/:position/proof')
  @Exports<StreamableFile & { certificateIds: string[] }>(({ certificateIds }) =>
    certificateIds.map((id) => `certificate/${id}`),
  )
  @Header('cache-control', 'private, no-store')
  @ApiProduces(PDF)
  @ApiOkResponse(BINARY)
  @Access(ASKING, OFFICERS)
  async row(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('position', ParseIntPipe) position: number,
  ): Promise<StreamableFile> {
    const { bytes, certificateIds } = await this.proofs.ofRow(principal, id, position);
    const disposition = `attachment; filename="proof-${id}-${position}.pdf"`;
    return Object.assign(new StreamableFile(bytes, { type: PDF, disposition }), { certificateIds });
  }

  /** Whether there is a proof of this code, and what it says. */
  @Get('proofs/:code')
  @ShowsPersons<ProofView>(({ row }) => (row?.certificateIds ?? []).map((id) => `certificate/${id}`))
  @Header('cache-control', 'no-store')
  @Public()
  async check(@Param('code') code: string): Promise<ProofView> {
    return proofView(await this.proofs.check(code));
  }

  /** The key that signs proofs, with its certificate. */
  @Get('proof-key')
  @Header('cache-control', 'public, max-age=3600')
  @Public()
  async key(): Promise<ProofKeyView> {
    return proofKeyView(await this.keys.published());
  }
}
