import { hash } from 'node:crypto';
import { Public } from '@app/platform';
import { Controller, Get, Header, Headers, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RegistryCaService } from './registry-ca.service.js';
import { KeySetView, keyView } from './signing-key.dto.js';
import { KEY_SET_MAX_AGE_S } from './signing-key.js';
import { SigningKeyService } from './signing-key.service.js';

const NOT_MODIFIED = 304;

@Controller('keys')
export class SigningKeyController {
  constructor(
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
    @Inject(RegistryCaService) private readonly ca: RegistryCaService,
  ) {}

  /**
   * Public keys of every body that has issued here, for anyone who verifies a credential: those in use, those made ahead,
   * and those of the past with what became of them.
   */
  @Get()
  @Public()
  @Header('cache-control', `public, max-age=${KEY_SET_MAX_AGE_S}`)
  async published(
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeySetView | undefined> {
    const set = { keys: (await this.keys.published()).map(keyView) };
    const etag = `"${hash('sha256', JSON.stringify(set), 'base64url')}"`;
    void reply.header('etag', etag);
    if (!known?.includes(etag)) return set;
    void reply.code(NOT_MODIFIED);
    return undefined;
  }

  /** The registry's own certificate, which vouches for those in signed documents, as PEM. */
  @Get('ca')
  @Public()
  @Header('cache-control', 'public, max-age=86400')
  @Header('content-type', 'application/pem-certificate-chain')
  @ApiProduces('application/pem-certificate-chain')
  @ApiOkResponse({ schema: { type: 'string' } })
  authority(): Promise<string> {
    return this.ca.certificatePem();
  }
}
