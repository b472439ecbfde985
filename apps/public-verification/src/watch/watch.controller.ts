import { Access, CurrentPrincipal, Idempotent, own, PageQuery, ShowsPersons, type Principal } from '@app/platform';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { AskerService } from '../asker/asker.service.js';
import { AskLimited } from '../ask-limit/ask-limit.guard.js';
import {
  DeliveryPage,
  DeliveryQuery,
  DeliveryView,
  deliveryView,
  NewWebhookView,
  WatchDto,
  WatchedView,
  WatchPage,
  watchView,
  WebhookDto,
  WebhookList,
  webhookView,
} from './watch.dto.js';
import { WatchService } from './watch.service.js';
import { WebhookService } from './webhook.service.js';

/** To be told when a certificate that an organisation relies on is revoked, cancelled or replaced (docs/operations/api-clients.md). */
@Controller()
export class WatchController {
  constructor(
    @Inject(WatchService) private readonly watches: WatchService,
    @Inject(AskerService) private readonly askers: AskerService,
    @Inject(WebhookService) private readonly webhooks: WebhookService,
  ) {}

  @Get('watches')
  @Access(own('employer', 'agency-clerk', 'agency-admin'))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<WatchPage> {
    const page = await this.watches.list(principal, query);
    return { ...page, items: page.items.map(watchView) };
  }

  /** Every certificate that two facts name, for a year. */
  @Post('watches')
  @Idempotent()
  @ShowsPersons<WatchedView>(({ items }) => items.map(({ certificateId }) => `certificate/${certificateId}`))
  @Access(own('employer', 'agency-clerk', 'agency-admin'))
  @AskLimited()
  async ask(@CurrentPrincipal() principal: Principal, @Body() { purpose, ...inquiry }: WatchDto): Promise<WatchedView> {
    await this.askers.keep(principal);
    return { items: (await this.watches.ask(principal, inquiry, purpose)).map(watchView) };
  }

  @Delete('watches/:id')
  @HttpCode(204)
  @Access(own('employer', 'agency-clerk', 'agency-admin'))
  async end(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.watches.end(principal, id);
  }

  /** None or one. */
  @Get('webhooks')
  @Access(own('employer', 'agency-clerk', 'agency-admin'))
  async listWebhooks(@CurrentPrincipal() principal: Principal): Promise<WebhookList> {
    return { items: (await this.webhooks.list(principal)).map(webhookView) };
  }

  /** Sets the organisation's address, or another one in its place, with a new secret. */
  @Post('webhooks')
  @Idempotent({ keepsAnswer: false })
  @Header('cache-control', 'no-store')
  @Access(own('employer', 'agency-admin'))
  async setWebhook(@CurrentPrincipal() principal: Principal, @Body() { url }: WebhookDto): Promise<NewWebhookView> {
    const { webhook, secret } = await this.webhooks.put(principal, url);
    return { ...webhookView(webhook), secret };
  }

  @Delete('webhooks/:id')
  @HttpCode(204)
  @Access(own('employer', 'agency-admin'))
  async removeWebhook(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.webhooks.remove(principal, id);
  }

  /** What was told, what waits, and what failed for good. */
  @Get('webhook-deliveries')
  @Access(own('employer', 'agency-clerk', 'agency-admin'))
  async deliveries(@CurrentPrincipal() principal: Principal, @Query() query: DeliveryQuery): Promise<DeliveryPage> {
    const page = await this.webhooks.deliveries(principal, query, query.state);
    return { ...page, items: page.items.map(deliveryView) };
  }

  /** One that failed for good is tried anew, under the same id. */
  @Post('webhook-deliveries/:id/resend')
  @HttpCode(200)
  @Idempotent()
  @Access(own('employer', 'agency-admin'))
  async resend(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DeliveryView> {
    return deliveryView(await this.webhooks.resend(principal, id));
  }
}
