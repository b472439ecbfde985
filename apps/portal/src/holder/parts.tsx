import { VERDICTS } from '../api/verdicts.ts';
import { levelName } from '../i18n/format.ts';
import { pick, useLocale, useTexts } from '../i18n/locale.tsx';
import { CheckIcon, CrossIcon, SwapIcon } from '../ui/icons.tsx';
import type { OwnCertificate } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';

const ICON_SIZE = 20;
const SIGNS = { VALID: CheckIcon, REVOKED: CrossIcon, CANCELLED: CrossIcon, REPLACED: SwapIcon } as const;
const TONES = { VALID: 'good', REVOKED: 'bad', CANCELLED: 'bad', REPLACED: 'neutral' } as const;
type Told = keyof typeof SIGNS;
const isTold = (verdict: string): verdict is Told => Object.hasOwn(SIGNS, verdict);

/** The words and the sign say it; colour only supports them. */
export function VerdictTag({ verdict }: Pick<OwnCertificate, 'verdict'>) {
  const { lang } = useLocale();
  const { zh, en } = VERDICTS[verdict];
  const Sign = isTold(verdict) ? SIGNS[verdict] : null;
  return (
    <span className={`verdict-tag verdict-tag-${isTold(verdict) ? TONES[verdict] : 'neutral'}`} data-verdict={verdict}>
      {Sign && <Sign size={ICON_SIZE} />}
      {pick(lang, zh, en)}
    </span>
  );
}

/** What a person calls a certificate. */
export function useCertificateName(): (certificate: Pick<OwnCertificate, 'occupationName' | 'level'>) => string {
  const { lang } = useLocale();
  return ({ occupationName, level }) => `${occupationName} ${levelName(lang, level)}`;
}

type HolderKey = keyof typeof holderDictionary;
const isKey = (key: string): key is HolderKey => Object.hasOwn(holderDictionary, key);

/** The words for a code such as `reason:lost`; a code that is not known here is shown as it is. */
export function useCodeWords(): (group: string, code: string) => string {
  const t = useTexts(holderDictionary);
  return (group, code) => {
    const key = `${group}:${code}`;
    return isKey(key) ? t(key) : code;
  };
}

interface MoreProps {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

export function More({ pages }: MoreProps) {
  const t = useTexts(holderDictionary);
  if (!pages.hasNextPage) return null;
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-disabled={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {t('more')}
    </button>
  );
}
