import { Module } from '@nestjs/common';
import { AppointmentController } from './appointment.controller.js';
import { AppointmentPublicityController } from './appointment-publicity.controller.js';
import { AppointmentPublicityService } from './appointment-publicity.service.js';
import { AppointmentService } from './appointment.service.js';
import { HonourController } from './honour.controller.js';
import { HonourService } from './honour.service.js';
import { PostController } from './post.controller.js';
import { PostService } from './post.service.js';

@Module({
  controllers: [PostController, AppointmentController, AppointmentPublicityController, HonourController],
  providers: [PostService, AppointmentService, AppointmentPublicityService, HonourService],
})
export class AppointmentModule {}
