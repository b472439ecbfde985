import { KeyringError } from './keyring-error.js';
import type { KeyProvider } from './key-provider.js';
import { readKey, wrappingWith } from './key-wrapping.js';

/** For orchestrators that hand secrets to a process in its environment. */
export function environmentProvider(keyBase64: string): KeyProvider {
  const kek = readKey(keyBase64);
  if (kek) return wrappingWith(kek);
  throw new KeyringError(
    'KEY_BASE64 应为 32 字节的 base64（44 个字符，以 = 结尾）。',
    'KEY_BASE64 must be 32 bytes in base64 (44 characters, the last one =).',
  );
}
