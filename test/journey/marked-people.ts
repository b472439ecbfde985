import * as xlsx from '@e965/xlsx';

/** Shorter texts occur by chance. */
const LENGTH_MIN = 2;

/** What must be found nowhere in clear: names, document numbers and phones of a roster, as typed and as normalised. */
export function markersOf(roster: Uint8Array): string[] {
  const book = xlsx.read(roster, { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('the roster has no sheet');
  const rows = xlsx.utils.sheet_to_json<Record<string, string>>(sheet, { defval: '', raw: false });
  const texts = rows.flatMap((row) =>
    ['姓名', '证件号码', '手机号码'].flatMap((column) => {
      const typed = row[column] ?? '';
      const plain = typed.normalize('NFKC').replaceAll(/\s/g, '');
      return [typed, plain, plain.toUpperCase(), plain.toLowerCase()];
    }),
  );
  return [...new Set(texts)].filter((text) => text.length >= LENGTH_MIN);
}

/** Which markers stand in these bytes, as they are or in an escape that a log or a URL may use. */
export function markersIn(bytes: Buffer, markers: readonly string[]): string[] {
  return markers.filter((marker) =>
    [
      marker,
      encodeURIComponent(marker),
      escaped(marker),
      Buffer.from(marker).toString('base64').replace(/=+$/, ''),
    ].some((form) => bytes.includes(form)),
  );
}

const escaped = (text: string): string =>
  Array.from(text, (char) =>
    char < '\u007f' ? char : `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  ).join('');
