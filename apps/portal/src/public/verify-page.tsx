import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import { VerifyPanel } from './verify-panel.tsx';

export function VerifyPage() {
  const t = useTexts();
  usePageTitle(t('verifyTitle'));
  return (
    <div className="wrap page narrow">
      <h1>{t('verifyTitle')}</h1>
      <VerifyPanel />
    </div>
  );
}
