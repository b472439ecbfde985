import { useId } from 'react';
import { useTexts } from '../i18n/locale.tsx';

/** While the device works off a challenge: why, how far, and a way out. */
export function ProofNotice({ share, onStop }: { share: number; onStop: () => void }) {
  const t = useTexts();
  const titleId = useId();
  return (
    <section className="notice proof" aria-labelledby={titleId} role="status">
      <strong id={titleId}>{t('proofTitle')}</strong>
      <p>{t('proofText')}</p>
      <progress max={1} value={share} aria-labelledby={titleId} />
      <button type="button" className="button button-quiet" onClick={onStop}>
        {t('cancel')}
      </button>
    </section>
  );
}
