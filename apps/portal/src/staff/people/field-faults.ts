import type { FormInstance } from 'antd';
import { ProblemError } from '../../api/http.ts';
import { pick, type Lang } from '../../i18n/locale.tsx';
import { fieldFaultsOf } from './people.ts';

/** Puts a refusal at the fields it is about, and the cursor into the first; false when it is about none. */
export function showFieldFaults<T>(form: FormInstance<T>, error: unknown, lang: Lang): boolean {
  if (!(error instanceof ProblemError)) return false;
  const faults = fieldFaultsOf(error.problem);
  const [first] = faults;
  if (!first) return false;
  form.setFields(faults.map(({ field, zh, en }) => ({ name: field as never, errors: [pick(lang, zh, en)] })));
  form.focusField(first.field as never);
  return true;
}
