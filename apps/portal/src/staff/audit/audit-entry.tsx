import { Button, Drawer } from 'antd';
import type { AuditLook, AuditRow } from '../../api/audit.ts';
import { formatInstant, regionName } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { Code, fact, Facts, type Fact } from '../record-parts.tsx';
import type { FilterField } from './audit.ts';
import { auditDictionary } from './audit-dictionary.ts';
import { Outcome } from './audit-table.tsx';
import { useAuditWords } from './audit-words.ts';

const WIDTH = 640;
const STYLES = { body: { padding: 0, overflow: 'hidden' } } as const;
/** A look at a whole list names up to a thousand. */
const PERSONS_SHOWN = 50;

type OnlyThis = (field: FilterField, id: string) => void;

/** An id, and the filter for it. */
function Id({ field, id, onOnly }: { field: FilterField; id: string; onOnly: OnlyThis }) {
  const t = useTexts(auditDictionary);
  if (id === '') return '–';
  return (
    <span className="audit-only">
      <Code>{id}</Code>
      <Button size="small" aria-label={t('onlyThisOf', { what: id })} onClick={() => onOnly(field, id)}>
        {t('onlyThis')}
      </Button>
    </span>
  );
}

function useEntryFacts(): (row: AuditRow, onOnly: OnlyThis) => Fact[] {
  const t = useTexts(auditDictionary);
  const { lang } = useLocale();
  const words = useAuditWords();
  return (row, onOnly) => [
    fact(t('at'), formatInstant(lang, row.at)),
    fact(t('kind'), words.kind(row)),
    fact(
      t('action'),
      <>
        {words.action(row)} {words.action(row) !== row.action && <Code>{row.action}</Code>}
      </>,
    ),
    fact(t('outcome'), <Outcome row={row} />),
    ...(row.rule ? [fact(t('rule'), <Code>{row.rule}</Code>)] : []),
    fact(t('actor'), row.actor ? <Id field="actor" id={row.actor} onOnly={onOnly} /> : t('nobody')),
    fact(t('actorRoles'), row.actor ? words.actor(row) : '–'),
    fact(t('organisation'), row.organisationId ? <Code>{row.organisationId}</Code> : '–'),
    fact(t('jurisdiction'), row.jurisdiction ? regionName(lang, row.jurisdiction) : '–'),
    fact(t('object'), <Id field="object" id={row.object} onOnly={onOnly} />),
    ...(row.requestId ? [fact(t('requestId'), <Code>{row.requestId}</Code>)] : []),
    ...(row.address ? [fact(t('address'), <Code>{row.address}</Code>)] : []),
    fact(t('position'), row.position),
    fact(t('id'), <Code>{row.id}</Code>),
    fact(t('hash'), <Code>{row.sha256}</Code>),
  ];
}

function Persons({ persons, onOnly }: { persons: readonly string[]; onOnly: OnlyThis }) {
  const t = useTexts(auditDictionary);
  if (persons.length === 0) return null;
  const rest = persons.length - PERSONS_SHOWN;
  return (
    <section className="drawer-part">
      <h2>{t('personsShown', { n: persons.length })}</h2>
      <ul className="audit-persons">
        {persons.slice(0, PERSONS_SHOWN).map((id) => (
          <li key={id}>
            <Id field="person" id={id} onOnly={onOnly} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{t('personsMore', { n: rest })}</p>}
    </section>
  );
}

/** Who saw whom and when, of a row that keeps the looks of many strangers. */
function Looks({ looks, onOnly }: { looks: readonly AuditLook[]; onOnly: OnlyThis }) {
  const t = useTexts(auditDictionary);
  const { lang } = useLocale();
  return (
    <section className="drawer-part">
      <h2>{t('looksKept', { n: looks.length })}</h2>
      <ol className="audit-persons">
        {looks.map(({ at, persons, requestId, address }, index) => (
          <li key={requestId ?? index}>
            {formatInstant(lang, at)} {address && <Code>{address}</Code>}{' '}
            {persons.length === 0
              ? t('lookOfNobody')
              : persons.map((id) => <Id key={id} field="person" id={id} onOnly={onOnly} />)}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface Props {
  row: AuditRow | null;
  onOnly: OnlyThis;
  onClose: () => void;
}

export function AuditEntry({ row, onOnly, onClose }: Props) {
  const t = useTexts(auditDictionary);
  const factsOf = useEntryFacts();
  const title = row ? t('entry', { n: row.position }) : '';
  return (
    <Drawer open={row !== null} onClose={onClose} size={WIDTH} title={title} destroyOnHidden styles={STYLES}>
      {row && (
        // A keyboard scrolls it.
        <div className="drawer-scroll" tabIndex={0} role="region" aria-label={title}>
          <Facts facts={factsOf(row, onOnly)} />
          {row.looks ? <Looks looks={row.looks} onOnly={onOnly} /> : <Persons persons={row.persons} onOnly={onOnly} />}
        </div>
      )}
    </Drawer>
  );
}
