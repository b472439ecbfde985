import { Module } from '@nestjs/common';
import { SessionRecorder } from './session-recorder.service.js';

@Module({ providers: [SessionRecorder], exports: [SessionRecorder] })
export class SessionModule {}
