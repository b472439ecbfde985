import { useTexts } from '../../i18n/locale.tsx';
import { correctionsDictionary } from './corrections-dictionary.ts';

type Key = keyof typeof correctionsDictionary;
const isKey = (key: string): key is Key => Object.hasOwn(correctionsDictionary, key);

/** The words for what is said to be wrong; a class that is not known here is shown as it is. */
export function useFieldName(): (field: string) => string {
  const t = useTexts(correctionsDictionary);
  return (field) => {
    const key = `field:${field}`;
    return isKey(key) ? t(key) : field;
  };
}
