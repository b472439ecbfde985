import { useEffect, useRef, useState } from 'react';
import { verifyFacts, type CheckResult, type Facts } from '../api/verification.ts';
import { useTexts } from '../i18n/locale.tsx';
import { CheckOutcome } from './check-outcome.tsx';
import { VerifyForm } from './verify-form.tsx';

/** The form, then the answer in its place. The facts live in this component only and go with it. */
export function VerifyPanel() {
  const t = useTexts();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<CheckResult | null>(null);
  const [isAgain, setIsAgain] = useState(false);
  const answer = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!answer.current) return;
    answer.current.focus({ preventScroll: true });
    answer.current.scrollIntoView({ block: 'start' });
  }, [result]);

  const ask = async (facts: Facts) => {
    setBusy(true);
    setResult(await verifyFacts(facts));
    setBusy(false);
  };

  const again = () => {
    setIsAgain(true);
    setResult(null);
  };

  const isOver = result?.kind === 'found';
  const faults = result?.kind === 'refused' ? result.faults : null;
  return (
    <div className="verify-panel">
      {result && !faults && (
        <section ref={answer} tabIndex={-1} className="answer" aria-label={t('resultTitle')}>
          <CheckOutcome result={result} level={2} />
        </section>
      )}
      {isOver ? (
        <p>
          <button type="button" className="button button-quiet" onClick={again}>
            {t('formAgain')}
          </button>
        </p>
      ) : (
        <VerifyForm hasFocus={isAgain} busy={busy} faults={faults} onSubmit={(facts) => void ask(facts)} />
      )}
    </div>
  );
}
