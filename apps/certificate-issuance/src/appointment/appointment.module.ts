import { Module } from '@nestjs/common';
import { AppointmentController, AppointmentPublicityController } from './appointment.controller.js';
import { AppointmentService } from './appointment.service.js';
import { HonourController } from './honour.controller.js';
import { HonourService } from './honour.service.js';
import { PostController } from './post.controller.js';
import { PostService } from './post.service.js';

@Module({
  controllers: [PostController, AppointmentController, AppointmentPublicityController, HonourController],
  providers: [PostService, AppointmentService, HonourService],
})
export class AppointmentModule {}
