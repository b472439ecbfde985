import type { ReactNode } from 'react';
import { VERDICTS, type Verdict as VerdictCode } from '../api/verdicts.ts';
import { sentence } from '../i18n/format.ts';
import { pick, useLocale, useTexts } from '../i18n/locale.tsx';
import { CheckIcon, CrossIcon, QuestionIcon, SearchIcon, SwapIcon } from '../ui/icons.tsx';

/** Filled for a certain answer, framed for a miss, dashed for no answer. */
const LOOKS = {
  VALID: { icon: CheckIcon, tone: 'good' },
  REVOKED: { icon: CrossIcon, tone: 'bad' },
  CANCELLED: { icon: CrossIcon, tone: 'bad' },
  REPLACED: { icon: SwapIcon, tone: 'neutral' },
  MISMATCH: { icon: SearchIcon, tone: 'neutral' },
  NOT_FOUND: { icon: SearchIcon, tone: 'neutral' },
  OTHER_SCHEME: { icon: SearchIcon, tone: 'neutral' },
  COULD_NOT_CHECK: { icon: QuestionIcon, tone: 'open' },
} as const satisfies Record<VerdictCode, unknown>;

const ICON_SIZE = 52;

interface VerdictProps {
  code: VerdictCode;
  level: 1 | 2;
  children?: ReactNode;
}

/** The one thing to see: sign, words and shape of the frame say it; colour only supports them. */
export function Verdict({ code, level, children }: VerdictProps) {
  const { lang } = useLocale();
  const { icon: Sign, tone } = LOOKS[code];
  const { zh, en, advice } = VERDICTS[code];
  const Heading = `h${level}` as const;
  return (
    <div className={`verdict verdict-${tone}`} data-verdict={code}>
      <Sign size={ICON_SIZE} />
      <div>
        <Heading>{pick(lang, zh, en)}</Heading>
        <p>{sentence(lang, advice.zh, advice.en)}</p>
        {children}
      </div>
    </div>
  );
}

/** Not an answer about a certificate: the question was not understood. */
export function NotUnderstood({ level, children }: Omit<VerdictProps, 'code'>) {
  const t = useTexts();
  const Heading = `h${level}` as const;
  return (
    <div className="verdict verdict-open">
      <QuestionIcon size={ICON_SIZE} />
      <div>
        <Heading>{t('verdictInvalidRequest')}</Heading>
        {children}
      </div>
    </div>
  );
}
