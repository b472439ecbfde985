import { Link } from 'react-router';
import type { Miss, MissReason } from '../api/verification.ts';
import { sentence } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';

/** The registry's reasons, in the words of this site. */
const REASON_CODES = [
  'WRONG_CHARACTER',
  'INCOMPLETE_LINK',
  'NOT_YET_APPROVED',
  'LATE_UPLOAD',
  'WRONG_SITE',
  'OTHER_SCHEME',
  'SITE_NOT_FILED',
] as const;
type ReasonCode = (typeof REASON_CODES)[number];

/** Why it may not be found, and what to do next. Nothing here calls a paper false. */
export function MissReasons({ miss, byToken }: { miss: Miss; byToken: boolean }) {
  const t = useTexts();
  const { lang } = useLocale();
  const known = (code: string): code is ReasonCode => (REASON_CODES as readonly string[]).includes(code);
  const words = ({ code, words }: MissReason): string =>
    known(code) ? t(code) : words ? sentence(lang, ...words) : code;
  const first = byToken ? 'INCOMPLETE_LINK' : 'WRONG_CHARACTER';
  const others = miss.verdict === 'mismatch' ? [] : REASON_CODES.slice(2, -1);
  const usual = [first, ...others].map((code) => ({ code, words: null }));
  const reasons = (miss.reasons.length > 0 ? miss.reasons : usual).map((reason) => words(reason));
  const isOther = miss.verdict === 'other-scheme';
  // Only the issuing body can answer, as the hint says.
  if (isOther && !miss.askHost) return null;
  const national = `http://${miss.askHost || 'jndj.osta.org.cn'}`;
  return (
    <section className="panel">
      {!isOther && (
        <>
          <h2>{t('reasonsTitle')}</h2>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('nextTitle')}</h2>
      <ul>
        {!isOther && <li>{byToken ? <Link to="/verify">{t('nextRetype')}</Link> : t('nextRetype')}</li>}
        <li>
          {t('nextNational')} <a href={national}>{national}</a>
        </li>
        {!isOther && (
          <li>
            <Link to="/bodies">{t('nextBody')}</Link>
            {miss.issuer && ` (${t('nextIssuer')}: ${miss.issuer})`}
          </li>
        )}
      </ul>
    </section>
  );
}
