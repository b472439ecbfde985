import { IsString, MaxLength } from 'class-validator';
import type { Binding } from './binding.js';

const NAME_LENGTH_MAX = 100;
const NUMBER_LENGTH_MAX = 60;
const LINK_LENGTH_MAX = 500;

/** Name and document number as on the certificate, and the code that is printed on it. */
export class ClaimDto {
  @IsString()
  @MaxLength(NAME_LENGTH_MAX)
  name!: string;

  /** 证件号码 */
  @IsString()
  @MaxLength(NUMBER_LENGTH_MAX)
  documentNumber!: string;

  /** What the QR code of the paper or PDF says: the whole link, or its last part. */
  @IsString()
  @MaxLength(LINK_LENGTH_MAX)
  token!: string;
}

export class BindingView {
  isBound!: boolean;
  /** RFC 3339; absent when not bound. */
  boundAt?: string;
}

export const bindingView = (binding: Binding | null): BindingView =>
  binding ? { isBound: true, boundAt: binding.boundAt.toISOString() } : { isBound: false };
