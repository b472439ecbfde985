import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';
import { keySettingFaults } from './personal-data/key-settings.js';

const URL_RULES = { require_tld: false, require_protocol: true } as const;
const toInteger = ({ value }: { value: unknown }): unknown => (value === undefined ? value : Number(value));

/** What every process of the house reads from its environment. A service adds its own class beside it. */
export class PlatformConfig {
  /** `demo` opens the doors a demonstration needs (shiftable clock, demo accounts); `production` has none of them. */
  @IsIn(['production', 'demo'])
  JZ_MODE: 'production' | 'demo' = 'production';

  @IsString()
  @IsNotEmpty()
  HOST = '127.0.0.1';

  @Transform(toInteger)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT!: number;

  /** Where the public reaches the gateway; verification links are built on it. */
  @IsUrl(URL_RULES)
  PUBLIC_URL!: string;

  /** Issuer whose tokens are accepted, as in their `iss` claim. */
  @IsUrl(URL_RULES)
  OIDC_ISSUER!: string;

  /** Where the issuer's keys are fetched; by default `<issuer>/jwks`. */
  @IsOptional()
  @IsUrl(URL_RULES)
  OIDC_JWKS_URL?: string;

  @IsString()
  @IsNotEmpty()
  LOG_LEVEL = 'info';

  @IsOptional()
  @IsUrl(URL_RULES)
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;
}

/** For processes that keep data and tell or hear events. */
export class DataConfig extends PlatformConfig {
  @IsUrl({ ...URL_RULES, protocols: ['postgres', 'postgresql'] })
  DATABASE_URL!: string;

  @IsUrl({ ...URL_RULES, protocols: ['nats', 'tls'] })
  NATS_URL!: string;

  /** Sets apart installations that share one broker. */
  @Matches(/^[a-z0-9-]*$/)
  NATS_NAMESPACE = '';

  /** The keys of personal data, wrapped; `keySettingFaults` has the rules for this and the following ones. */
  @IsOptional()
  @IsString()
  KEYRING_FILE!: string;

  /** Who holds the key-encryption key: `file`, `environment` or `pkcs11`. */
  @IsOptional()
  @IsString()
  KEY_PROVIDER = 'file';

  /** `file`: 32 bytes in base64, readable by the owner only. */
  @IsOptional()
  @IsString()
  KEY_FILE?: string;

  /** `environment`: 32 bytes in base64. */
  @IsOptional()
  @IsString()
  KEY_BASE64?: string;

  /** `pkcs11`: the vendor's library. */
  @IsOptional()
  @IsString()
  PKCS11_MODULE?: string;

  @IsOptional()
  @IsString()
  PKCS11_TOKEN_LABEL?: string;

  /** Position among the slots that hold a token, when the token is not named by its label. */
  @IsOptional()
  @IsString()
  PKCS11_SLOT?: string;

  @IsOptional()
  @IsString()
  PKCS11_PIN?: string;

  @IsOptional()
  @IsString()
  PKCS11_PIN_FILE?: string;

  @IsOptional()
  @IsString()
  PKCS11_KEY_LABEL?: string;

  /** A file that holds the demo clock's offset; refused outside demo mode. */
  @IsOptional()
  @IsString()
  DEMO_CLOCK_FILE?: string;
}

/** The environment is wrong: the message names every variable and rule, and never a value. */
export class ConfigError extends Error {
  constructor(lines: readonly string[]) {
    super(`the environment is not usable 环境变量有误:\n${lines.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads and checks the environment once, at start.
 * @throws ConfigError that names each wrong variable
 */
export function readConfig<T extends PlatformConfig>(type: new () => T, environment: NodeJS.ProcessEnv): T {
  const known = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const config = plainToInstance(type, known, { exposeDefaultValues: true });
  const lines = validateSync(config).map(
    (fault) => `${fault.property}: ${Object.values(fault.constraints ?? {}).join('; ')}`,
  );
  if (config instanceof DataConfig) {
    lines.push(...keySettingFaults(config));
    if (config.DEMO_CLOCK_FILE && config.JZ_MODE !== 'demo') {
      lines.push('DEMO_CLOCK_FILE: only allowed when JZ_MODE is demo');
    }
  }
  if (lines.length > 0) throw new ConfigError(lines);
  return config;
}
