import { Button, Drawer } from 'antd';
import type { Member } from '../../api/people.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { Code, fact, Facts } from '../record-parts.tsx';
import type { Offer, Step } from './people.ts';
import { peopleDictionary } from './people-dictionary.ts';
import { MemberState, RoleTags, useFactorText } from './people-table.tsx';

const WIDTH = 560;
const STYLES = { body: { padding: 0, overflow: 'hidden' } } as const;

interface OffersProps {
  offers: readonly Offer[];
  onStep: (step: Step) => void;
}

/** What cannot be done stays in its place, with the reason instead of the button. */
function Offers({ offers, onStep }: OffersProps) {
  const t = useTexts(peopleDictionary);
  return (
    <section className="drawer-part">
      <h2>{t('actions')}</h2>
      <ul className="offers">
        {offers.map(({ step, obstacle }) => (
          <li key={step}>
            <div>
              {obstacle && <strong>{t(`step:${step}`)}</strong>}
              <p className={obstacle ? 'warning-text' : undefined}>
                {t(obstacle ? `obstacle:${obstacle}` : `about:${step}`)}
              </p>
            </div>
            {!obstacle && (
              <Button danger={step === 'disable'} onClick={() => onStep(step)}>
                {t(`step:${step}`)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props extends OffersProps {
  person: Member | undefined;
  onClose: () => void;
}

export function MemberDrawer({ person, offers, onStep, onClose }: Props) {
  const t = useTexts(peopleDictionary);
  const { lang } = useLocale();
  const factorText = useFactorText();
  return (
    <Drawer
      open={person !== undefined}
      onClose={onClose}
      size={WIDTH}
      title={person?.displayName}
      destroyOnHidden
      styles={STYLES}
    >
      {person && (
        // A keyboard scrolls it.
        <div className="drawer-scroll" tabIndex={0} role="region" aria-label={person.displayName}>
          <Facts
            facts={[
              fact(t('username'), <Code>{person.username}</Code>),
              fact(t('state'), <MemberState person={person} />),
              fact(t('roles'), <RoleTags roles={person.roles} />),
              fact(t('secondFactor'), factorText(person)),
              ...(person.invitationExpiresAt
                ? [fact(t('invitationUntil'), formatInstant(lang, person.invitationExpiresAt, 'minute'))]
                : []),
              fact(t('added'), formatInstant(lang, person.createdAt, 'minute')),
              fact(t('id'), <Code>{person.id}</Code>),
            ]}
          />
          <Offers offers={offers} onStep={onStep} />
        </div>
      )}
    </Drawer>
  );
}
