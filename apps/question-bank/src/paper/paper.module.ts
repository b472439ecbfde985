import { Module } from '@nestjs/common';
import { PaperConsumer } from './paper.consumer.js';
import { PaperController } from './paper.controller.js';
import { PaperService } from './paper.service.js';

@Module({ controllers: [PaperController, PaperConsumer], providers: [PaperService] })
export class PaperModule {}
