import { Public } from '@app/platform';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { LogStatusView } from './log.dto.js';
import { LogService } from './log.service.js';

@Controller('log-status')
export class LogStatusController {
  constructor(@Inject(LogService) private readonly log: LogService) {}

  /** How far the published log is, since when, and who cosigned it. */
  @Get()
  @Public()
  @Header('cache-control', 'no-cache')
  status(): Promise<LogStatusView> {
    return this.log.status();
  }
}
