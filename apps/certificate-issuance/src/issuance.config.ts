import { ExportConfig } from '@app/platform';
import { Transform } from 'class-transformer';
import { isRealDay } from '@app/standards';
import { ArrayMaxSize, IsArray, IsIn, IsString, IsUrl, ValidateBy } from 'class-validator';
import { OPEN_SCHEMES, type NumberFormat } from './number/number-format.js';

const toList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').filter((each) => each !== '') : value;

function parsed({ value }: { value: unknown }): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const isDay = (value: unknown): boolean => typeof value === 'string' && isRealDay(value);

function isFormat(value: unknown): value is NumberFormat {
  const format = (value ?? {}) as Partial<Record<keyof NumberFormat, unknown>>;
  return (
    (OPEN_SCHEMES as readonly unknown[]).includes(format.scheme) &&
    isDay(format.from) &&
    (format.until === null || isDay(format.until)) &&
    typeof format.letter === 'string' &&
    /^[A-Z]$/.test(format.letter) &&
    typeof format.source === 'string' &&
    format.source.trim() !== ''
  );
}

const IsFormats = (): PropertyDecorator =>
  ValidateBy({
    name: 'isFormats',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.every(isFormat),
      defaultMessage: () =>
        '$property must be JSON such as [{"scheme":"special-technician","from":"2027-01-01","until":null,"letter":"T",' +
        `"source":"<document>"}]; schemes: ${OPEN_SCHEMES.join(', ')}`,
    },
  });

export class IssuanceConfig extends ExportConfig {
  /** Folder of the transparency log's files, checkpoint and tiles: read by anyone, shared by all processes of the service. */
  @IsString()
  LOG_DIR!: string;

  /** Addresses of the witnesses that cosign checkpoints, separated by commas. */
  @Transform(toList)
  @IsArray()
  @ArrayMaxSize(16)
  @IsUrl({ require_tld: false, require_protocol: true }, { each: true })
  LOG_WITNESSES: string[] = [];

  /** Where new signing keys are made and kept: sealed in the database, or in the token that the `PKCS11_…` variables name. */
  @IsIn(['software', 'pkcs11'])
  SIGNING_KEY_HOLDER: 'software' | 'pkcs11' = 'software';

  /** Dated: forms of numbers that only the customer can confirm (domain.md §14 item 4). None is in force. */
  @Transform(parsed)
  @IsFormats()
  NUMBER_FORMATS: readonly NumberFormat[] = [];
}
