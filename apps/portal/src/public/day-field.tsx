import { useId } from 'react';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/locale.tsx';

/** A day up to today, by the browser's own calendar. */
export function DayField({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const t = useTexts();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('fieldAt')}</label>
      <input
        id={id}
        type="date"
        value={value}
        max={today()}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-help`} className="field-help">
        {t('fieldAtHelp')}
      </p>
    </div>
  );
}
