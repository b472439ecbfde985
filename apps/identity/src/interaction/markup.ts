const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that we made; only `markup` and `rawHtml` give one. */
export class Html {
  constructor(readonly text: string) {}
}

/** For HTML that the provider made. */
export const rawHtml = (text: string): Html => new Html(text);

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/** Template whose values are escaped unless they are HTML themselves. */
export function markup(parts: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  const text = parts.map((part, index) => {
    const value = values[index - 1];
    if (value === undefined) return part;
    return (value instanceof Html ? value.text : escape(String(value))) + part;
  });
  return new Html(text.join(''));
}

/** One after the other, each on a line. */
export const all = (parts: readonly Html[]): Html => new Html(parts.map((part) => part.text).join('\n'));
