import type { FormInstance } from 'antd';
import { ProblemError } from '../api/http.ts';
import { pick, type Lang } from '../i18n/locale.tsx';

/** Puts a refusal at the fields that it names, and the cursor into the first; false when it names none of the form. */
export function showFaults<T extends object>(form: FormInstance<T>, error: unknown, lang: Lang): boolean {
  if (!(error instanceof ProblemError)) return false;
  const names = Object.keys(form.getFieldsValue(true) as object);
  const faults = (error.problem.errors ?? []).flatMap(({ field, zh, en }) => {
    const name = names.find((each) => field === `/${each}`);
    return name ? [{ name: name as never, errors: [pick(lang, zh, en)] }] : [];
  });
  const [first] = faults;
  if (!first) return false;
  form.setFields(faults);
  form.focusField(first.name);
  return true;
}
