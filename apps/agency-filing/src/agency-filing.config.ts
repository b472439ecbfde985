import { DataConfig } from '@app/platform';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

const toInteger = ({ value }: { value: unknown }): number => Number(value);

/** Figures that no source at hand confirms for Heilongjiang (domain.md §3.5): the customer sets them. */
export class AgencyFilingConfig extends DataConfig {
  /** 备案公示 in working days (unverified). */
  @Transform(toInteger)
  @IsInt()
  @Min(0)
  @Max(60)
  FILING_PUBLICITY_WORKING_DAYS = 5;

  /** Validity of a filing in years (usually 3, unverified). */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  @Max(10)
  FILING_VALIDITY_YEARS = 3;
}
