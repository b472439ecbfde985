import { Module } from '@nestjs/common';
import { CandidateController } from './candidate.controller.js';
import { CandidateService } from './candidate.service.js';
import { RosterService } from './roster.service.js';

@Module({ controllers: [CandidateController], providers: [CandidateService, RosterService] })
export class CandidateModule {}
