import { Public } from '@app/platform';
import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { OccupationPage, OccupationQueryDto, occupationView } from './occupation.dto.js';
import { OccupationService } from './occupation.service.js';

@Controller('occupations')
export class OccupationController {
  constructor(@Inject(OccupationService) private readonly occupations: OccupationService) {}

  /** 职业目录, by code: levels, 工种, how sure each is, and how many bodies are filed. */
  @Get()
  @Header('cache-control', 'public, max-age=60')
  @Public()
  async list(@Query() { query, after, limit }: OccupationQueryDto): Promise<OccupationPage> {
    const page = await this.occupations.list(query, after, limit);
    return { ...page, items: page.items.map(occupationView) };
  }
}
