import { Public } from '@app/platform';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { FreshnessView, freshnessView } from './freshness.dto.js';
import { FreshnessService } from './freshness.service.js';

@Controller('freshness')
export class FreshnessController {
  constructor(@Inject(FreshnessService) private readonly freshness: FreshnessService) {}

  /** How old the data behind the answers is, source by source. */
  @Get()
  @Header('cache-control', 'no-store')
  @Public()
  async read(): Promise<FreshnessView> {
    return freshnessView(await this.freshness.read());
  }
}
