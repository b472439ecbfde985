import { PlatformConfig } from '@app/platform';
import { Transform } from 'class-transformer';
import { IsInt, IsString, IsUrl, Min } from 'class-validator';

const URL_RULES = { require_tld: false, require_protocol: true } as const;
const toInteger = ({ value }: { value: unknown }): number => Number(value);

export class GatewayConfig extends PlatformConfig {
  @IsUrl(URL_RULES)
  UPSTREAM_IDENTITY!: string;

  @IsUrl(URL_RULES)
  UPSTREAM_AGENCY_FILING!: string;

  @IsUrl(URL_RULES)
  UPSTREAM_QUESTION_BANK!: string;

  @IsUrl(URL_RULES)
  UPSTREAM_EXAM_SCHEDULING!: string;

  @IsUrl(URL_RULES)
  UPSTREAM_CERTIFICATE_ISSUANCE!: string;

  @IsUrl(URL_RULES)
  UPSTREAM_PUBLIC_VERIFICATION!: string;

  /** Folder of the built portal. */
  @IsString()
  PORTAL_DIR = 'dist/portal';

  /** The page that checks certificates without a network: one file. */
  @IsString()
  OFFLINE_PAGE = 'dist/offline/verify.html';

  /** Folder of the services' OpenAPI documents. */
  @IsString()
  OPENAPI_DIR = 'docs/openapi';

  /** Requests of one address per minute. */
  @Transform(toInteger)
  @IsInt()
  @Min(1)
  GATEWAY_REQUESTS_PER_MINUTE = 1200;
}
