import { PageQuery, Public } from '@app/platform';
import { Controller, Get, Header, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { PublicAppointmentView, publicAppointmentView } from './appointment.dto.js';
import { RunningAppointmentPage, runningAppointmentView } from './appointment-publicity.dto.js';
import { AppointmentPublicityService } from './appointment-publicity.service.js';

@Controller('appointment-publicity')
export class AppointmentPublicityController {
  constructor(@Inject(AppointmentPublicityService) private readonly publicity: AppointmentPublicityService) {}

  /** 公示: the appointments that are public today, newest first. */
  @Get()
  @Header('cache-control', 'public, max-age=60')
  @Public()
  async running(@Query() query: PageQuery): Promise<RunningAppointmentPage> {
    const page = await this.publicity.running(query);
    return { ...page, items: page.items.map(runningAppointmentView) };
  }

  /** 公示 of one appointment, masked, while it runs. */
  @Get(':id')
  @Public()
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<PublicAppointmentView> {
    return publicAppointmentView(await this.publicity.get(id));
  }
}
