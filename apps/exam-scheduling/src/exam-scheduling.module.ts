import { Module } from '@nestjs/common';
import { AnnouncementModule } from './announcement/announcement.module.js';
import { CandidateModule } from './candidate/candidate.module.js';
import { PlanModule } from './plan/plan.module.js';
import { ReportModule } from './report/report.module.js';
import { ScopeModule } from './scope/scope.module.js';
import { ScoreModule } from './score/score.module.js';
import { SeatModule } from './seat/seat.module.js';

@Module({
  imports: [ScopeModule, PlanModule, CandidateModule, SeatModule, ScoreModule, ReportModule, AnnouncementModule],
})
export class ExamSchedulingModule {}
