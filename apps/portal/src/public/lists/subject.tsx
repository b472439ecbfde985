import { levelName, specialtyName } from '../../i18n/format.ts';
import { useLocale } from '../../i18n/locale.tsx';

interface SubjectProps {
  occupationCode: string;
  occupationName: string;
  specialty: string;
}

/** Occupation with its code, and the specialty when there is one. */
export function Occupation({ occupationCode, occupationName, specialty }: SubjectProps) {
  const name = specialtyName(specialty);
  return (
    <>
      {occupationName}
      {name !== '--' && `（${name}）`} <span className="code fact-aside">{occupationCode}</span>
    </>
  );
}

export function Level({ level }: { level: string }) {
  const { lang } = useLocale();
  return levelName(lang, level);
}
