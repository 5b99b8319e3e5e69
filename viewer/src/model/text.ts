/**
 * Small things about strings: showing strangers' text without letting it act, folding for search,
 * sentences around a span, numbers for people.
 */

/**
 * Characters that would act rather than show: C0/C1 controls except tab and newline, bidi
 * embeddings, overrides and isolates, and other invisible format controls. The direction marks
 * U+200E/F and joiners U+200C/D stay: right-to-left prose and emoji need them.
 */
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** `⟨U+202E⟩`: visible, and of the same meaning to whoever looks for it. */
export function codePointName(c: string): string {
  return `⟨U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Words of an account on one line: acting characters named, white space runs as one space. */
export function clean(text: string): string {
  return text.replace(ACTING, codePointName).replace(/\s+/g, ' ').trim();
}

/** Splits text at acting characters, so that the reader's view can show each as a small tag. */
export function splitActing(text: string): { text: string; acting: boolean }[] {
  const out: { text: string; acting: boolean }[] = [];
  let last = 0;
  for (const m of text.matchAll(ACTING)) {
    if (m.index > last) out.push({ text: text.slice(last, m.index), acting: false });
    out.push({ text: codePointName(m[0]), acting: true });
    last = m.index + m[0].length;
  }
  if (last < text.length) out.push({ text: text.slice(last), acting: false });
  return out;
}

/** Lower case without accents and with straight quotation marks: for search and comparison. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u201b\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase();
}

/** Only web addresses may become links. */
export function webAddress(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  try {
    const u = new URL(url);
    return u.protocol === 'https:' || u.protocol === 'http:' ? u.href : null;
  } catch {
    return null;
  }
}

const ABBREVIATIONS = new Set(
  'mr mrs ms dr st sen rep gov gen col lt sgt capt rev prof hon jr sr inc ltd co corp no vs jan feb mar apr jun jul aug sept sep oct nov dec mt ft u.s u.k u.n d.c a.m p.m e.g i.e etc'.split(
    ' ',
  ),
);

/** Whether the mark at `i` ends a sentence: followed by white space and what may begin one. */
function endsSentence(text: string, i: number): number {
  const c = text[i]!;
  if (c === '\n') return i;
  if (!'.!?…'.includes(c)) return -1;
  let j = i + 1;
  while (j < text.length && '"\u201d\u2019\')]»'.includes(text[j]!)) j++;
  if (j >= text.length) return j;
  const next = text[j]!;
  if (next === '\n') return j;
  if (next === ' ' || next === '\u00a0') {
    if (c === '.') {
      const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, i - 12), i))?.[0] ?? '';
      if (ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word)) return -1;
    }
    const after = text.slice(j).match(/^\s+["\u201c\u2018'(«]?(\p{Lu}|\p{Lo}|\d)/u);
    return after ? j : -1;
  }
  // "Boroda.During": scraped prose often loses the space between paragraphs
  return c === '.' && /\p{Lu}/u.test(next) && /\p{Ll}/u.test(text[i - 1] ?? '') ? j : -1;
}

/** The sentence around [begin, end) in string indices, at most `reach` units to either side. */
export function sentenceAround(
  text: string,
  begin: number,
  end: number,
  reach = 400,
): { begin: number; end: number } {
  let b = begin;
  const floor = Math.max(0, begin - reach);
  for (b = begin; b > floor; b--) {
    const stop = endsSentence(text, b - 1);
    if (stop >= 0 && stop <= begin) {
      b = Math.max(stop, b);
      break;
    }
  }
  while (b < begin && /\s/.test(text[b]!)) b++;
  let e = end;
  const ceiling = Math.min(text.length, end + reach);
  const last = text[end - 1] ?? '';
  if (!('.!?'.includes(last) && endsSentence(text, end - 1) >= 0)) {
    for (e = end; e < ceiling; e++) {
      const stop = endsSentence(text, e);
      if (stop >= 0) {
        e = stop;
        break;
      }
    }
  }
  return { begin: b, end: Math.max(e, end) };
}

/** Cuts a line at a word and says so. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  return `${text.slice(0, cut > most * 0.5 ? cut : most).replace(/[\s,;:–—-]+$/, '')}…`;
}

export function sentenceCase(text: string): string {
  const m = /\p{L}/u.exec(text);
  if (!m || m.index > 1) return text;
  return text.slice(0, m.index) + m[0].toUpperCase() + text.slice(m.index + m[0].length);
}

const FRACTIONS: readonly (readonly [number, string])[] = [
  [1 / 4, '1/4'],
  [1 / 3, '1/3'],
  [1 / 2, '1/2'],
  [2 / 3, '2/3'],
  [3 / 4, '3/4'],
];

/** `50000` → `50,000`, a third → `1/3`. Four digits may be a year and stay, unless `grouped`. */
export function formatNumber(value: string, grouped = false): string {
  const m = /^(-?)(\d+)(\.\d+)?$/.exec(value);
  if (!m) return value;
  const [, sign = '', whole = '', rest = ''] = m;
  if (rest.length > 3) {
    const n = Number(value);
    const fraction = FRACTIONS.find(([f]) => Math.abs(f - n) < 1e-4);
    return fraction ? fraction[1] : String(Number(n.toPrecision(4)));
  }
  const long = whole.length > (grouped ? 3 : 4);
  return sign + (long ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole) + rest;
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${formatNumber(String(n), true)} ${n === 1 ? one : many}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function series(items: string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** A table's entry, never what every object inherits: keys come from strangers. */
export function own<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
