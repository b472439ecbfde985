import { Module } from '@nestjs/common';
import { AskerModule } from '../asker/asker.module.js';
import { CertificateModule } from '../certificate/certificate.module.js';
import { WatchController } from './watch.controller.js';
import { WatchService } from './watch.service.js';
import { WebhookSender } from './webhook-sender.service.js';
import { WebhookService } from './webhook.service.js';

@Module({
  imports: [AskerModule, CertificateModule],
  controllers: [WatchController],
  providers: [WatchService, WebhookService, WebhookSender],
  exports: [WatchService],
})
export class WatchModule {}
