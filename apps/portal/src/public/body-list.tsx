import { Link } from 'react-router';
import type { FiledBody, FiledScopeLine } from '../api/directory.ts';
import { formatDay, levelName, regionName, specialtyName } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';

const SCOPE_SHOWN = 4;

interface ScopeGroup {
  key: string;
  title: string;
  code: string;
  levels: string[];
}

/** One entry per occupation and specialty, with its levels together. */
function groupsOf(scope: readonly FiledScopeLine[]): ScopeGroup[] {
  const groups = new Map<string, ScopeGroup>();
  for (const { occupationCode, occupationName, specialty, level } of scope) {
    const key = `${occupationCode}|${specialty}`;
    const name = specialtyName(specialty);
    const title = name === '--' ? occupationName : `${occupationName}（${name}）`;
    const group = groups.get(key) ?? { key, title, code: occupationCode, levels: [] };
    group.levels.push(level);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function ScopeItems({ groups }: { groups: readonly ScopeGroup[] }) {
  const { lang } = useLocale();
  return (
    <ul className="scope">
      {groups.map(({ key, title, code, levels }) => (
        <li key={key}>
          <span>{title}</span> <span className="code fact-aside">{code}</span>
          <span className="scope-levels">
            {levels.map((level) => (
              <span key={level}>{levelName(lang, level)}</span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Scope({ scope }: { scope: readonly FiledScopeLine[] }) {
  const t = useTexts();
  const groups = groupsOf(scope);
  const rest = groups.slice(SCOPE_SHOWN);
  return (
    <>
      <ScopeItems groups={groups.slice(0, SCOPE_SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>{t('scopeMore', { n: rest.length })}</summary>
          <ScopeItems groups={rest} />
        </details>
      )}
    </>
  );
}

function Validity({ body }: { body: FiledBody }) {
  const t = useTexts();
  const { lang } = useLocale();
  return t('bodyUntil', { from: formatDay(lang, body.filedOn), until: formatDay(lang, body.validUntil) });
}

function SiteName({ body }: { body: FiledBody }) {
  return body.siteName && body.siteName !== body.agencyName && <span className="body-site">{body.siteName}</span>;
}

const BodyLink = ({ body }: { body: FiledBody }) => (
  <Link to={`/bodies/${encodeURIComponent(body.siteCode)}`}>{body.agencyName}</Link>
);

function useRegionOf(): (body: FiledBody) => string {
  const { lang } = useLocale();
  return (body) => (lang === 'en' ? regionName(lang, body.regionCode) : body.regionName);
}

export function BodyTable({ bodies }: { bodies: readonly FiledBody[] }) {
  const t = useTexts();
  const regionOf = useRegionOf();
  return (
    <table className="body-table">
      <caption className="visually-hidden">{t('bodiesTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('bodyName')}</th>
          <th scope="col">{t('bodyRegion')}</th>
          <th scope="col">{t('bodyScope')}</th>
          <th scope="col">{t('bodyValid')}</th>
        </tr>
      </thead>
      <tbody>
        {bodies.map((body) => (
          <tr key={body.siteCode}>
            <th scope="row">
              <BodyLink body={body} />
              <SiteName body={body} />
              <span className="code fact-aside">{body.siteCode}</span>
            </th>
            <td className="nowrap">{regionOf(body)}</td>
            <td>
              <Scope scope={body.scope} />
            </td>
            <td className="validity">
              <Validity body={body} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function BodyCards({ bodies }: { bodies: readonly FiledBody[] }) {
  const t = useTexts();
  const regionOf = useRegionOf();
  return (
    <ul className="body-cards">
      {bodies.map((body) => (
        <li key={body.siteCode} className="panel">
          <h2>
            <BodyLink body={body} />
          </h2>
          <SiteName body={body} />
          <p className="body-meta">
            <span>{regionOf(body)}</span>
            <span className="code">{body.siteCode}</span>
          </p>
          <h3>{t('bodyScope')}</h3>
          <Scope scope={body.scope} />
          <p className="body-meta">
            {t('bodyValid')}: <Validity body={body} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Everything about one site, with its whole scope. */
export function BodyFacts({ body }: { body: FiledBody }) {
  const t = useTexts();
  const regionOf = useRegionOf();
  const { publicPhone, publicAddress } = body;
  const facts = [
    [t('bodySite'), body.siteName],
    [t('bodyCode'), <span className="code">{body.siteCode}</span>],
    [t('bodyRegion'), regionOf(body)],
    [t('bodyValid'), <Validity body={body} />],
    [
      t('issuerPhone'),
      publicPhone ? <a href={`tel:${publicPhone.replaceAll(/[^\d+]/g, '')}`}>{publicPhone}</a> : t('bodyNoPhone'),
    ],
    [t('issuerAddress'), publicAddress ?? t('bodyNoPhone')],
  ] as const;
  return (
    <>
      <dl className="facts panel">
        {facts.map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className="panel">
        <h2>{t('bodyScope')}</h2>
        <ScopeItems groups={groupsOf(body.scope)} />
      </section>
    </>
  );
}
