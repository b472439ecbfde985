import { Access, CurrentPrincipal, Idempotent, PageQuery, supervised, type Principal } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { KeyChangePage, KeyChangeReasonDto, KeyChangeView, keyChangeView } from './key-change.dto.js';
import { KeyChangeService } from './key-change.service.js';

/** 密钥轮换与泄露处置: two officers of the province. */
@Controller()
export class KeyChangeController {
  constructor(@Inject(KeyChangeService) private readonly changes: KeyChangeService) {}

  /** 申请轮换: the body's next key is to take the place of the active one. */
  @Post('keys/:organisationId/rotate')
  @Idempotent()
  @Access(supervised('province-officer'))
  async rotate(
    @CurrentPrincipal() principal: Principal,
    @Param('organisationId') organisationId: string,
    @Body() { reason }: KeyChangeReasonDto,
  ): Promise<KeyChangeView> {
    return keyChangeView(await this.changes.proposeRotation(principal, organisationId, reason));
  }

  /** 申报泄露: what the key signs from now on is to be worth nothing. */
  @Post('keys/:kid/compromise')
  @Idempotent()
  @Access(supervised('province-officer'))
  async compromise(
    @CurrentPrincipal() principal: Principal,
    @Param('kid') kid: string,
    @Body() { reason }: KeyChangeReasonDto,
  ): Promise<KeyChangeView> {
    return keyChangeView(await this.changes.proposeCompromise(principal, kid, reason));
  }

  @Get('key-changes')
  @Access(supervised('province-officer', 'auditor'))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<KeyChangePage> {
    const page = await this.changes.list(principal, query);
    return { ...page, items: page.items.map(keyChangeView) };
  }

  /** By another officer than the one who proposed it: it is carried out at once. */
  @Post('key-changes/:id/confirm')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  async confirm(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<KeyChangeView> {
    return keyChangeView(await this.changes.confirm(principal, id));
  }

  /** By any officer of the province; whoever proposed it takes it back so. */
  @Post('key-changes/:id/refuse')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  async refuse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: KeyChangeReasonDto,
  ): Promise<KeyChangeView> {
    return keyChangeView(await this.changes.refuse(principal, id, reason));
  }
}
