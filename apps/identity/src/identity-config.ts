import { DataConfig } from '@app/platform';
import { Transform, type TransformFnParams } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MinLength,
  Validate,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { MACHINE_SECRET_LENGTH_MIN, readMachineClients } from './client/machine-client.js';

/** Public knowledge by design; accounts with it exist in demo mode only. */
const DEMO_PASSWORD_DEFAULT = 'jiangzheng-demo-2026';
const DEMO_TOTP_SECRET_DEFAULT = 'JIANGZHENGDEMOTOTPSECRETFORALL26';
/** 160 bits, base 32. */
const TOTP_SECRET_FORM = /^[A-Z2-7]{32}$/;
const COOKIE_KEY_LENGTH_MIN = 24;
const PASSWORD_LENGTH_MIN = 12;

const commaSeparated = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' ? value.split(',').map((part) => part.trim()) : (value as unknown);

function machineClientsFault(value: unknown): string | undefined {
  try {
    readMachineClients(String(value));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

@ValidatorConstraint({ name: 'machineClients' })
class MachineClientsRule implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return machineClientsFault(value) === undefined;
  }

  defaultMessage(given?: ValidationArguments): string {
    return machineClientsFault(given?.value) ?? '';
  }
}

@ValidatorConstraint({ name: 'demoOnly' })
class DemoOnlyRule implements ValidatorConstraintInterface {
  validate(_value: unknown, given?: ValidationArguments): boolean {
    return (given?.object as IdentityConfig | undefined)?.JZ_MODE === 'demo';
  }

  defaultMessage(): string {
    return 'only allowed when JZ_MODE is demo';
  }
}

export class IdentityConfig extends DataConfig {
  /** Keys that sign cookies, newest first, separated by commas; by default derived from the index key. */
  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMinSize(1)
  @IsString({ each: true })
  @MinLength(COOKIE_KEY_LENGTH_MIN, { each: true })
  OIDC_COOKIE_KEYS?: string[];

  /** Machine clients as JSON, see `readMachineClients`. */
  @IsOptional()
  @IsString()
  @Validate(MachineClientsRule)
  MACHINE_CLIENTS?: string;

  /** Secret of the demo client `employer-api`; used in demo mode only. */
  @IsOptional()
  @IsString()
  @MinLength(MACHINE_SECRET_LENGTH_MIN)
  DEMO_MACHINE_SECRET?: string;

  /** Password of all demo accounts; used in demo mode only. */
  @IsString()
  @MinLength(PASSWORD_LENGTH_MIN)
  DEMO_PASSWORD: string = DEMO_PASSWORD_DEFAULT;

  /** Secret of the authenticator app of the demo accounts that need one, 160 bits in base 32; refused outside demo mode. */
  @IsOptional()
  @Matches(TOTP_SECRET_FORM, { message: '$property must be 32 characters of base 32 (A-Z, 2-7)' })
  @Validate(DemoOnlyRule)
  DEMO_TOTP_SECRET?: string;
}

export const demoTotpSecret = (config: IdentityConfig): string => config.DEMO_TOTP_SECRET ?? DEMO_TOTP_SECRET_DEFAULT;
