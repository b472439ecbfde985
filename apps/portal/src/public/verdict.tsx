import type { ReactNode } from 'react';
import type { CertificateVerdict, MissVerdict } from '../api/verification.ts';
import { useTexts } from '../i18n/locale.tsx';
import { CheckIcon, CrossIcon, QuestionIcon, SearchIcon, SwapIcon } from '../ui/icons.tsx';

export type VerdictKind = CertificateVerdict | MissVerdict | 'failed' | 'refused';

const LOOKS = {
  valid: { icon: CheckIcon, tone: 'good', title: 'verdictValid', text: 'verdictValidText' },
  revoked: { icon: CrossIcon, tone: 'bad', title: 'verdictRevoked', text: 'verdictRevokedText' },
  cancelled: { icon: CrossIcon, tone: 'bad', title: 'verdictCancelled', text: 'verdictCancelledText' },
  replaced: { icon: SwapIcon, tone: 'neutral', title: 'verdictReplaced', text: 'verdictReplacedText' },
  unclear: { icon: QuestionIcon, tone: 'open', title: 'verdictUnclear', text: 'verdictUnclearText' },
  'not-found': { icon: SearchIcon, tone: 'neutral', title: 'verdictNotFound', text: 'verdictNotFoundText' },
  mismatch: { icon: SearchIcon, tone: 'neutral', title: 'verdictMismatch', text: 'verdictMismatchText' },
  'other-scheme': { icon: SearchIcon, tone: 'neutral', title: 'verdictOther', text: 'verdictOtherText' },
  failed: { icon: QuestionIcon, tone: 'open', title: 'verdictFailed', text: 'verdictFailedText' },
  refused: { icon: QuestionIcon, tone: 'open', title: 'verdictInvalidRequest', text: null },
} as const satisfies Record<VerdictKind, unknown>;

const ICON_SIZE = 52;

/** The one thing to see: sign, words and shape of the frame say it; colour only supports them. */
export function Verdict({ kind, level, children }: { kind: VerdictKind; level: 1 | 2; children?: ReactNode }) {
  const t = useTexts();
  const { icon: Sign, tone, title, text } = LOOKS[kind];
  const Heading = `h${level}` as const;
  return (
    <div className={`verdict verdict-${tone}`}>
      <Sign size={ICON_SIZE} />
      <div>
        <Heading>{t(title)}</Heading>
        {text && <p>{t(text)}</p>}
        {children}
      </div>
    </div>
  );
}
