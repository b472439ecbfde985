import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { dictionary, type Dictionary } from './dictionary.ts';

export type Lang = 'zh-CN' | 'en';
const STORAGE_KEY = 'jiangzheng.lang';

interface LocaleValue {
  lang: Lang;
  setLang: (lang: Lang) => void;
}

const LocaleContext = createContext<LocaleValue>({ lang: 'zh-CN', setLang: () => undefined });

/** Storage may be closed to us; the language then lasts as long as the page. */
function rememberedLang(): Lang {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

function remember(lang: Lang): void {
  try {
    localStorage.setItem(STORAGE_KEY, lang);
  } catch {
    // See rememberedLang.
  }
}

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [lang, setLangState] = useState<Lang>(rememberedLang);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const value = useMemo<LocaleValue>(
    () => ({
      lang,
      setLang: (next) => {
        remember(next);
        setLangState(next);
      },
    }),
    [lang],
  );
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

export const useLocale = (): LocaleValue => useContext(LocaleContext);

export type Texts<D extends Dictionary> = (key: keyof D, params?: Readonly<Record<string, string | number>>) => string;

export const pick = (lang: Lang, zh: string, en: string): string => (lang === 'en' ? en : zh);

/** The texts of a dictionary in the current language; without one, those of the shell. */
export function useTexts(): Texts<typeof dictionary>;
export function useTexts<D extends Dictionary>(own: D): Texts<D>;
export function useTexts(own: Dictionary = dictionary): Texts<Dictionary> {
  const { lang } = useLocale();
  return useMemo(
    () => (key, params) => {
      const [zh, en] = own[key] ?? [key, key];
      const text = pick(lang, zh, en);
      return params ? text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)) : text;
    },
    [lang, own],
  );
}

/** Sets the title of the browser window while the page is shown. */
export function usePageTitle(title: string): void {
  const t = useTexts();
  const site = t('siteName');
  useEffect(() => {
    document.title = title ? `${title} · ${site}` : site;
  }, [title, site]);
}
