import { Public } from '@app/platform';
import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { LogKeyView } from './log.dto.js';
import { LogService } from './log.service.js';

/** The log's files, as C2SP tlog-tiles lays them out below one prefix. */
@Controller('log')
export class LogController {
  constructor(@Inject(LogService) private readonly log: LogService) {}

  /** The latest checkpoint: a signed note with the log's signature and its witnesses' cosignatures. */
  @Get('checkpoint')
  @Public()
  @Header('cache-control', 'no-cache')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  checkpoint(): Promise<Buffer> {
    return this.log.checkpoint();
  }

  /** Name and key of the log, as golang.org/x/mod/sumdb/note takes them. */
  @Get('key')
  @Public()
  key(): Promise<LogKeyView> {
    return this.log.key();
  }

  /** A tile of hashes or a bundle of entries: `tile/0/000`, `tile/entries/x001/234.p/17`. It never changes. */
  @Get('tile/*')
  @Public()
  @Header('cache-control', 'public, max-age=31536000, immutable')
  @Header('content-type', 'application/octet-stream')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  tile(@Param('*') path: string): Promise<Buffer> {
    return this.log.tile(`tile/${path}`);
  }
}
