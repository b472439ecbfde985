import { Link } from 'react-router';
import type { Answer, Issuer } from '../api/answer.ts';
import { MISS_REASONS, type MissReason } from '../api/verdicts.ts';
import { sentence } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';

type Miss = Extract<Answer, { kind: 'miss' }>;

const isKnown = (code: string): code is MissReason => Object.hasOwn(MISS_REASONS, code);

/** When the registry gives none: what is usually the reason. */
const usualReasons = (first: MissReason): MissReason[] => [
  first,
  'NOT_YET_APPROVED',
  'LATE_UPLOAD',
  'WRONG_SITE',
  'OTHER_SCHEME',
];

/** Whom to ask: the only ones who know why a genuine certificate is not here. */
function IssuerContact({ issuer }: { issuer: Issuer }) {
  const t = useTexts();
  return (
    <div className="issuer">
      <h2>{t('issuerTitle')}</h2>
      <p className="issuer-name">{issuer.agencyName}</p>
      {issuer.phone ? (
        <p>
          {t('issuerPhone')} <a href={`tel:${issuer.phone.replaceAll(/[^\d+]/g, '')}`}>{issuer.phone}</a>
        </p>
      ) : (
        <p>{t('issuerNoPhone')}</p>
      )}
      {issuer.address && (
        <p>
          {t('issuerAddress')} {issuer.address}
        </p>
      )}
      {issuer.siteCode && (
        <p>
          <Link to={`/bodies/${encodeURIComponent(issuer.siteCode)}`}>{t('issuerPage')}</Link>
        </p>
      )}
    </div>
  );
}

/** Why it may not be found, and what to do next. Nothing here calls a paper false. */
export function MissReasons({ miss, byToken }: { miss: Miss; byToken: boolean }) {
  const t = useTexts();
  const { lang } = useLocale();
  const isOther = miss.verdict === 'OTHER_SCHEME';
  const usual = miss.verdict === 'NOT_FOUND' ? usualReasons(byToken ? 'INCOMPLETE_LINK' : 'WRONG_CHARACTER') : [];
  const given = miss.reasons.length > 0 ? miss.reasons : usual.map((code) => ({ code, words: null }));
  const reasons = given.map(({ code, words }) => {
    if (words) return sentence(lang, ...words);
    return isKnown(code) ? sentence(lang, MISS_REASONS[code].zh, MISS_REASONS[code].en) : code;
  });
  // Only the issuing body can answer, as the hint says.
  if (isOther && !miss.askHost) return null;
  const national = `http://${miss.askHost || 'jndj.osta.org.cn'}`;
  return (
    <section className="panel">
      {reasons.length > 0 && (
        <>
          <h2>{t('reasonsTitle')}</h2>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {miss.issuer && <IssuerContact issuer={miss.issuer} />}
      <h2>{t('nextTitle')}</h2>
      <ul>
        {!isOther && <li>{byToken ? <Link to="/verify">{t('nextRetype')}</Link> : t('nextRetype')}</li>}
        <li>
          {t('nextNational')} <a href={national}>{national}</a>
        </li>
        {!isOther && !miss.issuer && (
          <li>
            <Link to="/bodies">{t('nextBody')}</Link>
          </li>
        )}
        {!isOther && (
          <li>
            <Link to="/help">{t('nextHelp')}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
