import { defineService } from '@app/platform';
import { CandidateEntity } from './candidate/candidate.entity.js';
import { candidatesExport } from './candidate/candidate.export.js';
import { examPersons } from './candidate/candidate.records.js';
import { RosterImportEntity, RosterRowEntity } from './candidate/roster.entity.js';
import { ExamSchedulingConfig } from './exam-scheduling.config.js';
import { ExamSchedulingModule } from './exam-scheduling.module.js';
import { ExamScheduling1760000300000 } from './migrations/1760000300000-exam-scheduling.js';
import { ExamWalls1761000300000 } from './migrations/1761000300000-walls.js';
import { ExamPersons1762000300000 } from './migrations/1762000300000-persons.js';
import { Announcements1767060300000 } from './migrations/1767060300000-announcements.js';
import { PlanEntity } from './plan/plan.entity.js';
import { problems } from './problems.js';
import { FiledSiteEntity, ScopeLineEntity } from './scope/scope.entity.js';
import { ScoreEntity } from './score/score.entity.js';

export const service = defineService({
  name: 'exam-scheduling',
  title: { zh: '考务', en: 'Exam scheduling' },
  module: ExamSchedulingModule,
  config: ExamSchedulingConfig,
  problems,
  exports: [candidatesExport],
  data: {
    entities: [
      FiledSiteEntity,
      ScopeLineEntity,
      PlanEntity,
      RosterImportEntity,
      RosterRowEntity,
      CandidateEntity,
      ScoreEntity,
    ],
    migrations: [
      ExamScheduling1760000300000,
      ExamWalls1761000300000,
      ExamPersons1762000300000,
      Announcements1767060300000,
    ],
    personalData: [
      { table: 'roster_row', key: ['import_id', 'row_number'], column: 'cells_sealed', purpose: 'person' },
      { table: 'candidate', key: ['id'], column: 'person_sealed', purpose: 'person' },
      { table: 'candidate', key: ['id'], column: 'phone_sealed', purpose: 'phone' },
      { table: 'candidate', key: ['id'], column: 'row_sealed', purpose: 'person' },
    ],
    persons: examPersons,
  },
});
