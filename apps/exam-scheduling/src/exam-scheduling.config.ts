import { ExportConfig } from '@app/platform';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

const toInteger = ({ value }: { value: unknown }): number => Number(value);

export class ExamSchedulingConfig extends ExportConfig {
  /** Working days between handing in a 考前计划 and the exam (unverified for Heilongjiang, domain.md §3.6). */
  @Transform(toInteger)
  @IsInt()
  @Min(0)
  @Max(60)
  PLAN_LEAD_WORKING_DAYS = 5;

  /** 成绩公示 in working days [S-HLJ2]. */
  @Transform(toInteger)
  @IsInt()
  @Min(0)
  @Max(60)
  PUBLICITY_WORKING_DAYS = 5;

  /** Working days after publicity within which passed persons are reported [S-HLJ2]; a later report is noted. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  @Max(60)
  REPORT_WORKING_DAYS = 10;
}
