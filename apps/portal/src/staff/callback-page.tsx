import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import { returnPath, users } from './auth.ts';
import { workDictionary } from './work-dictionary.ts';

/** A code works once; React may run an effect twice. */
let exchange: Promise<string> | undefined;
const finishSignIn = (): Promise<string> =>
  (exchange ??= users.signinRedirectCallback().then((user) => returnPath(user.state)));

/** The identity provider sends people back here. */
export function CallbackPage() {
  const t = useTexts(workDictionary);
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  usePageTitle(t('workspace'));
  useEffect(() => {
    finishSignIn()
      .then(
        (path) => navigate(path, { replace: true }),
        () => {
          // The code and state leave the address bar, whatever became of them.
          window.history.replaceState(null, '', '/callback');
          setFailed(true);
        },
      )
      .finally(() => {
        exchange = undefined;
      });
  }, [navigate]);
  if (!failed) {
    return (
      <p className="wrap waiting" role="status">
        {t('finishing')}
      </p>
    );
  }
  return (
    <div className="wrap page narrow" role="alert">
      <h1>{t('signInFailed')}</h1>
      <p>{t('signInFailedText')}</p>
      <p>
        <Link className="button" to="/staff">
          {t('signInTitle')}
        </Link>{' '}
        <Link className="button button-quiet" to="/my">
          {t('myCertificates')}
        </Link>
      </p>
    </div>
  );
}
