import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import { factsOf, type FactFault, type Facts } from '../api/verification.ts';
import { sentence } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { DayField } from './day-field.tsx';

interface FieldProps {
  label: string;
  help: string;
  value: string;
  invalid: boolean;
  /** What the registry says about this entry. */
  fault: string;
  describedBy: string;
  code?: boolean;
  onChange: (value: string) => void;
}

/** Nothing a person types is offered to the browser to remember. */
function Field({ label, help, value, invalid, fault, describedBy, code = false, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={code ? 'code' : undefined}
        type="text"
        value={value}
        maxLength={100}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize={code ? 'characters' : 'off'}
        spellCheck={false}
        aria-invalid={invalid || undefined}
        aria-describedby={`${id}-fault ${id}-help ${describedBy}`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-fault`} className="field-fault">
        {fault}
      </p>
      <p id={`${id}-help`} className="field-help">
        {help}
      </p>
    </div>
  );
}

const EMPTY = { name: '', documentNumber: '', certificateNumber: '' };

interface FormProps {
  /** Whether the person asked for the form, so that the focus belongs in it. */
  hasFocus: boolean;
  busy: boolean;
  /** Faults of the last submission; null when it was not refused. */
  faults: readonly FactFault[] | null;
  onSubmit: (facts: Facts, at: string) => void;
}

export function VerifyForm({ hasFocus, busy, faults, onSubmit }: FormProps) {
  const t = useTexts();
  const { lang } = useLocale();
  const [typed, setTyped] = useState<Required<Facts>>(EMPTY);
  const [at, setAt] = useState('');
  const [tooFew, setTooFew] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faultId = useId();

  useEffect(() => {
    if (!faults && !hasFocus) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    (wrong ?? form.current?.querySelector('input'))?.focus();
  }, [faults, hasFocus]);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    const facts = factsOf(typed);
    const isEnough = Object.keys(facts).length >= 2;
    setTooFew(!isEnough);
    if (isEnough) onSubmit(facts, at);
    else [...(form.current?.querySelectorAll('input') ?? [])].find((input) => !input.value.trim())?.focus();
  };
  const field = (key: keyof Facts) => {
    const fault = tooFew ? undefined : faults?.find(({ fact }) => fact === key);
    return {
      value: typed[key],
      invalid: fault !== undefined || (tooFew && !typed[key].trim()),
      fault: fault?.words ? sentence(lang, ...fault.words) : '',
      describedBy: faultId,
      onChange: (value: string) => setTyped({ ...typed, [key]: value }),
    };
  };
  const summary = tooFew ? t('formNeedTwo') : faults ? t('formRefused') : '';

  return (
    <form ref={form} className="verify-form" method="post" noValidate autoComplete="off" onSubmit={submit}>
      <fieldset>
        <legend>{t('formTitle')}</legend>
        <p className="form-why">{t('formWhy')}</p>
        <Field label={t('fieldName')} help={t('fieldNameHelp')} {...field('name')} />
        <Field label={t('fieldDocument')} help={t('fieldDocumentHelp')} code {...field('documentNumber')} />
        <Field label={t('fieldNumber')} help={t('fieldNumberHelp')} code {...field('certificateNumber')} />
      </fieldset>
      <details>
        <summary>{t('formAt')}</summary>
        <DayField value={at} onChange={setAt} />
      </details>
      <p id={faultId} className="field-fault" role="alert">
        {summary}
      </p>
      <button type="submit" className="button button-wide" aria-disabled={busy}>
        {busy ? t('formChecking') : t('formSubmit')}
      </button>
      <p className="form-privacy">{t('formPrivacy')}</p>
    </form>
  );
}
