import { useId, type ReactNode } from 'react';

interface Option<V extends string> {
  value: V;
  label: string;
}

interface Props<V extends string> {
  id?: string;
  value?: V;
  onChange?: (value: V) => void;
  options: readonly Option<V>[];
  /** Shown as long as nothing is chosen. */
  placeholder?: string;
  label?: ReactNode;
}

/**
 * The browser's own list: a telephone shows it in its way, a screen reader knows it, and it opens where it should. Ant
 * Design's (6.6) opens outside of the window for those who want no motion.
 */
export function Choice<V extends string>({ id, value, onChange, options, placeholder, label, ...rest }: Props<V>) {
  const ownId = useId();
  const select = (
    <select
      {...rest}
      id={id ?? ownId}
      className="choice"
      value={value ?? ''}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value);
        if (chosen) onChange?.(chosen.value);
      }}
    >
      {placeholder !== undefined && (
        <option value="" disabled>
          {placeholder}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (label === undefined) return select;
  return (
    <div className="choice-line">
      <label htmlFor={id ?? ownId}>{label}</label>
      {select}
    </div>
  );
}
