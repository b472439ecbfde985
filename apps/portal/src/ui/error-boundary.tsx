import { Component, type ReactNode } from 'react';
import { useTexts } from '../i18n/locale.tsx';

function Broken() {
  const t = useTexts();
  return (
    <div className="wrap page" role="alert">
      <p>{t('pageBroken')}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t('reload')}
      </button>
    </div>
  );
}

/** A page that fails (or whose part cannot be loaded) says so instead of going blank. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}
