import { DataConfig } from '@app/platform';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

const toInteger = ({ value }: { value: unknown }): number => Number(value);

export class QuestionBankConfig extends DataConfig {
  /** Hours before the exam day (China) from which two persons may release its paper (unverified, domain.md §4.7). */
  @Transform(toInteger)
  @IsInt()
  @Min(0)
  @Max(72)
  PAPER_RELEASE_LEAD_HOURS = 2;
}
