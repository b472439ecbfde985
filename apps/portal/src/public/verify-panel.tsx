import { lazy, Suspense, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { verifyFacts, verifyFile, type Facts } from '../api/verification.ts';
import { useTexts } from '../i18n/locale.tsx';
import { CheckOutcome } from './check-outcome.tsx';
import { FilePanel } from './file-panel.tsx';
import { ProofNotice } from './proof-notice.tsx';
import { useCheck } from './use-check.ts';
import { VerifyForm } from './verify-form.tsx';

/** The reader of codes is larger than the rest of the page; it comes when it is asked for. */
const ScanPanel = lazy(async () => ({ default: (await import('../scan/scan-panel.tsx')).ScanPanel }));

const WAYS = [
  ['facts', 'wayFacts'],
  ['scan', 'wayScan'],
  ['file', 'wayFile'],
] as const;
type Way = (typeof WAYS)[number][0];

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Tabs as WAI-ARIA has them: one stop of the Tab key, arrows between them. */
function Ways({ way, onChoose }: { way: Way; onChoose: (way: Way) => void }) {
  const t = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = WAYS.findIndex(([key]) => key === way);
    const next = (at + step + WAYS.length) % WAYS.length;
    onChoose(WAYS[next]?.[0] ?? way);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div ref={list} className="ways" role="tablist" aria-label={t('waysTitle')} onKeyDown={move}>
      {WAYS.map(([key, text]) => (
        <button
          key={key}
          id={`way-${key}`}
          type="button"
          role="tab"
          aria-selected={key === way}
          aria-controls="way-panel"
          tabIndex={key === way ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {t(text)}
        </button>
      ))}
    </div>
  );
}

/** The ways to ask, then the answer in their place. The facts live in this component only and go with it. */
export function VerifyPanel() {
  const t = useTexts();
  const navigate = useNavigate();
  const [way, setWay] = useState<Way>('facts');
  const [isAgain, setIsAgain] = useState(false);
  const { busy, result, proofShare, ask, stop, clear } = useCheck();
  const answer = useRef<HTMLElement>(null);

  // With the answer, not after it: a key pressed in between would have moved the focus already.
  useLayoutEffect(() => {
    if (!answer.current) return;
    answer.current.focus({ preventScroll: true });
    answer.current.scrollIntoView({ block: 'start' });
  }, [result]);

  const again = () => {
    setIsAgain(true);
    clear();
  };
  const choose = (next: Way) => {
    setIsAgain(false);
    clear();
    setWay(next);
  };
  const askFacts = (facts: Facts, at: string) => void ask((asking) => verifyFacts(facts, at, asking));
  const askFile = (file: Blob) => void ask((asking) => verifyFile(file, asking));

  const isOver = result?.kind === 'found';
  const faults = way === 'facts' && result?.kind === 'refused' && result.faults.length > 0 ? result.faults : null;
  return (
    <div className="verify-panel">
      {result && !faults && (
        <section ref={answer} tabIndex={-1} className="answer" aria-label={t('resultTitle')}>
          <CheckOutcome result={result} level={2} />
        </section>
      )}
      {proofShare !== null && <ProofNotice share={proofShare} onStop={stop} />}
      {isOver ? (
        <p className="no-print">
          <button type="button" className="button button-quiet" onClick={again}>
            {t('formAgain')}
          </button>
        </p>
      ) : (
        <div className="verify-box no-print">
          <Ways way={way} onChoose={choose} />
          <div id="way-panel" role="tabpanel" aria-labelledby={`way-${way}`}>
            {way === 'facts' && <VerifyForm hasFocus={isAgain} busy={busy} faults={faults} onSubmit={askFacts} />}
            {way === 'scan' && (
              <Suspense fallback={<p role="status">{t('loading')}</p>}>
                <ScanPanel busy={busy} onToken={(token) => void navigate(`/v/${token}`)} onPaper={askFile} />
              </Suspense>
            )}
            {way === 'file' && <FilePanel busy={busy} onFile={askFile} />}
          </div>
        </div>
      )}
    </div>
  );
}
