import { ExportConfig } from '@app/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, IsUrl } from 'class-validator';

const toList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').filter((each) => each !== '') : value;

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
}
