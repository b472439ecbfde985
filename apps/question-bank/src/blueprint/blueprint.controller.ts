import { Access, all, CurrentPrincipal, type Principal } from '@app/platform';
import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { BlueprintDto, blueprintView, BlueprintView } from './blueprint.dto.js';
import { BlueprintService } from './blueprint.service.js';

@Controller('element-tables/:id/blueprint')
export class BlueprintController {
  constructor(@Inject(BlueprintService) private readonly blueprints: BlueprintService) {}

  @Put()
  @Access(all('item-author'))
  async set(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: BlueprintDto,
  ): Promise<BlueprintView> {
    return blueprintView(await this.blueprints.set(principal, id, body));
  }

  @Get()
  @Access(all('item-author', 'item-reviewer', 'province-officer', 'auditor'))
  async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<BlueprintView> {
    return blueprintView(await this.blueprints.get(principal, id));
  }
}
