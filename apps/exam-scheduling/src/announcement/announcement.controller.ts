import { Public } from '@app/platform';
import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { AnnouncementPage, AnnouncementQuery, announcementView, wantedOf } from './announcement.dto.js';
import { AnnouncementService } from './announcement.service.js';

@Controller('public-plans')
export class AnnouncementController {
  constructor(@Inject(AnnouncementService) private readonly announcements: AnnouncementService) {}

  /** 认定公告: approved plans, next exam day first. */
  @Get()
  @Header('cache-control', 'public, max-age=60')
  @Public()
  async list(@Query() query: AnnouncementQuery): Promise<AnnouncementPage> {
    const page = await this.announcements.list(wantedOf(query), query.after, query.limit);
    return { ...page, items: page.items.map(announcementView) };
  }
}
