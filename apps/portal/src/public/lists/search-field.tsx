import { useId, useState } from 'react';
import { useTexts } from '../../i18n/locale.tsx';

/** As the services have it. */
const QUERY_MAX = 40;

/** Words are looked for when they are sent, not with every letter: an input method writes letters before words. */
export function SearchField({ label, onSearch }: { label: string; onSearch: (words: string) => void }) {
  const t = useTexts();
  const id = useId();
  const [typed, setTyped] = useState('');
  return (
    <form
      className="field search-field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <span>
        <input
          id={id}
          type="search"
          value={typed}
          maxLength={QUERY_MAX}
          onChange={(event) => {
            setTyped(event.target.value);
            if (event.target.value === '') onSearch('');
          }}
        />
        <button type="submit" className="button">
          {t('search')}
        </button>
      </span>
    </form>
  );
}
