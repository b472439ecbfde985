import { PROOF_BITS_MAX } from '@app/credential';
import { DataConfig } from '@app/platform';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';

const toInteger = ({ value }: { value: unknown }): number => Number(value);

export class VerificationConfig extends DataConfig {
  /** Public queries of one address in a minute before each costs a proof of work. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  ASK_FREE_PER_ADDRESS = 60;

  /** Public queries of one address in a minute, with or without proof; above it they are refused. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  ASK_CEILING_PER_ADDRESS = 600;

  /** Public queries after one number, document or token in ten minutes before each costs a proof of work. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  ASK_FREE_PER_SUBJECT = 20;

  /** Leading zero bits of the first proof: 14 are a tenth of a second of a desk computer. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  @Max(PROOF_BITS_MAX)
  ASK_PROOF_BITS = 14;

  /** Days for which an organisation is told of changes of a certificate. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  WATCH_DAYS = 365;

  /** `true` lets a demonstration post webhooks to this machine over http; without effect in production. */
  @IsIn(['true', 'false'])
  WATCH_ALLOW_LOOPBACK: 'true' | 'false' = 'false';

  get mayLoop(): boolean {
    return this.JZ_MODE === 'demo' && this.WATCH_ALLOW_LOOPBACK === 'true';
  }
}
