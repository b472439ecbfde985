import { Public } from '@app/platform';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { BodyPage, bodyView, BodyView, DirectoryQuery, filterOf } from './body.dto.js';
import { BodyService } from './body.service.js';

/** 评价机构公示查询: which body may assess what, where and until when. */
@Controller('bodies')
export class BodyController {
  constructor(@Inject(BodyService) private readonly bodies: BodyService) {}

  /** One item per filed site, by site code; searched by name, region, occupation and level. */
  @Get()
  @Public()
  async list(@Query() query: DirectoryQuery): Promise<BodyPage> {
    const page = await this.bodies.list(filterOf(query), query.after, query.limit);
    return { ...page, items: page.items.map((site) => bodyView(site)) };
  }

  @Get(':siteCode')
  @Public()
  async get(@Param('siteCode') siteCode: string): Promise<BodyView> {
    return bodyView(await this.bodies.get(siteCode));
  }
}
