import { Public } from '@app/platform';
import { Controller, Get, Inject } from '@nestjs/common';
import { KeySetView, keyView } from './signing-key.dto.js';
import { SigningKeyService } from './signing-key.service.js';

@Controller('keys')
export class SigningKeyController {
  constructor(@Inject(SigningKeyService) private readonly keys: SigningKeyService) {}

  /** Public keys of every body that has issued here, for anyone who verifies a credential. */
  @Get()
  @Public()
  async published(): Promise<KeySetView> {
    return { keys: (await this.keys.published()).map(keyView) };
  }
}
