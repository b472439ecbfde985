import { KEY_PROVIDER_NAMES, type KeyProvider, type KeyProviderName } from './key-provider.js';
import { environmentProvider } from './key-provider-environment.js';
import { fileProvider } from './key-provider-file.js';
import { pkcs11Provider } from './key-provider-pkcs11.js';
import { KeyringError } from './keyring-error.js';
import type { Pkcs11Token } from './pkcs11-session.js';

const PKCS11_KEY_LABEL_DEFAULT = 'jiangzheng-kek';

/** Where the keyring is and who unwraps it; each is an environment variable of that name. */
export interface KeySettings {
  KEYRING_FILE?: string | undefined;
  KEY_PROVIDER?: string | undefined;
  KEY_FILE?: string | undefined;
  KEY_BASE64?: string | undefined;
  PKCS11_MODULE?: string | undefined;
  PKCS11_TOKEN_LABEL?: string | undefined;
  PKCS11_SLOT?: string | undefined;
  PKCS11_PIN?: string | undefined;
  PKCS11_PIN_FILE?: string | undefined;
  PKCS11_KEY_LABEL?: string | undefined;
}

const SETTINGS = [
  'KEYRING_FILE',
  'KEY_PROVIDER',
  'KEY_FILE',
  'KEY_BASE64',
  'PKCS11_MODULE',
  'PKCS11_TOKEN_LABEL',
  'PKCS11_SLOT',
  'PKCS11_PIN',
  'PKCS11_PIN_FILE',
  'PKCS11_KEY_LABEL',
] as const satisfies (keyof KeySettings)[];

/** One line for each wrong variable, without its value. */
export function keySettingFaults(settings: KeySettings): string[] {
  const lines: string[] = [];
  if (!settings.KEYRING_FILE) lines.push('KEYRING_FILE: must name the keyring file');
  const provider = settings.KEY_PROVIDER ?? 'file';
  if (provider === 'file' && !settings.KEY_FILE) lines.push('KEY_FILE: must name the key file');
  if (provider === 'environment' && !settings.KEY_BASE64) lines.push('KEY_BASE64: must be 32 bytes in base64');
  if (provider === 'pkcs11') lines.push(...pkcs11Faults(settings));
  if (!KEY_PROVIDER_NAMES.includes(provider as KeyProviderName)) {
    lines.push(`KEY_PROVIDER: must be one of ${KEY_PROVIDER_NAMES.join(', ')}`);
  }
  return lines;
}

/** As `keySettingFaults`, for the token alone. */
export function pkcs11Faults(settings: KeySettings): string[] {
  const lines: string[] = [];
  if (!settings.PKCS11_MODULE) lines.push('PKCS11_MODULE: must name the library of the security module');
  if (!settings.PKCS11_TOKEN_LABEL && !settings.PKCS11_SLOT) {
    lines.push('PKCS11_TOKEN_LABEL: this or PKCS11_SLOT must name the token');
  }
  if (settings.PKCS11_SLOT && !/^\d+$/.test(settings.PKCS11_SLOT)) lines.push('PKCS11_SLOT: must be a whole number');
  if (!settings.PKCS11_PIN && !settings.PKCS11_PIN_FILE) lines.push('PKCS11_PIN: this or PKCS11_PIN_FILE must be set');
  return lines;
}

/**
 * Takes the settings out of an environment; `prefix` stands before each name.
 * @throws KeyringError that names each wrong variable
 */
export function readKeySettings(environment: NodeJS.ProcessEnv, prefix = ''): KeySettings & { KEYRING_FILE: string } {
  const settings: KeySettings = Object.fromEntries(
    SETTINGS.map((name) => [name, environment[prefix + name]?.trim() || undefined]),
  );
  const faults = keySettingFaults(settings);
  if (faults.length === 0) return { ...settings, KEYRING_FILE: settings.KEYRING_FILE ?? '' };
  const lines = faults.map((line) => `\n  ${prefix}${line}`).join('');
  throw new KeyringError('密钥的环境变量有误：', `the environment of the keys is not usable:${lines}`);
}

export const providerName = (settings: KeySettings): KeyProviderName =>
  (settings.KEY_PROVIDER ?? 'file') as KeyProviderName;

/** @throws KeyringError when what the settings name cannot be used */
export function keyProviderOf(settings: KeySettings): KeyProvider {
  switch (providerName(settings)) {
    case 'file':
      return fileProvider(settings.KEY_FILE ?? '');
    case 'environment':
      return environmentProvider(settings.KEY_BASE64 ?? '');
    case 'pkcs11':
      return pkcs11Provider({
        ...pkcs11TokenOf(settings),
        keyLabel: settings.PKCS11_KEY_LABEL ?? PKCS11_KEY_LABEL_DEFAULT,
      });
  }
}

/** The token that the settings name, unchecked. */
export function pkcs11TokenOf(settings: KeySettings): Pkcs11Token {
  return {
    module: settings.PKCS11_MODULE ?? '',
    tokenLabel: settings.PKCS11_TOKEN_LABEL,
    slot: settings.PKCS11_SLOT === undefined ? undefined : Number(settings.PKCS11_SLOT),
    pin: settings.PKCS11_PIN,
    pinFile: settings.PKCS11_PIN_FILE,
  };
}
