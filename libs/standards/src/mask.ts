const STAR = '*';

function maskWord(word: string): string {
  const chars = Array.from(word);
  return (chars[0] ?? '') + STAR.repeat(Math.max(0, chars.length - 1));
}

/**
 * A name for public display (domain.md §10): `张三` → `张*`, `张三丰` → `张*丰`, `欧阳娜娜` → `欧**娜`. Names with `·` or
 * spaces keep the first character of each part. Counts code points, so rare characters are not torn.
 */
export function maskName(name: string): string {
  const text = name.trim();
  if (/[·\s]/u.test(text) || !/\p{Script=Han}/u.test(text)) {
    return text
      .split(/([·\s]+)/u)
      .map((part, index) => (index % 2 === 1 ? part : maskWord(part)))
      .join('');
  }
  const chars = Array.from(text);
  if (chars.length < 2) return STAR.repeat(chars.length);
  if (chars.length === 2) return `${chars[0]}${STAR}`;
  return `${chars[0]}${STAR.repeat(chars.length - 2)}${chars.at(-1)}`;
}

/** Keeps `head` and `tail` characters; a text too short for that keeps at most a quarter at each end. */
function maskMiddle(text: string, head: number, tail: number): string {
  const chars = Array.from(text.trim());
  const short = chars.length < head + tail + 3;
  const left = short ? Math.min(head, Math.floor(chars.length / 4)) : head;
  const right = short ? Math.min(tail, Math.floor(chars.length / 4)) : tail;
  return [...chars.slice(0, left), STAR.repeat(chars.length - left - right), ...chars.slice(chars.length - right)].join(
    '',
  );
}

/** First 3 and last 4 characters (domain.md §10): `230***********004X`. Other document numbers keep less when short. */
export function maskResidentId(number: string): string {
  return maskMiddle(number, 3, 4);
}

/** `13800000001` → `138****0001` (domain.md §10). */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 4);
}
