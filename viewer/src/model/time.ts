/**
 * TIMEX3 and ISO 8601 values as ranges on the calendar, and as words. A value that names no place
 * on the calendar (a duration, `PRESENT_REF`, an unspecified year) has words but no range.
 * All arithmetic is in UTC days; no clock and no locale is asked.
 */

import { own } from './text';

export type Grain =
  | 'minute'
  | 'part'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'range';

export interface TimeRange {
  /** milliseconds since 1970, half-open */
  from: number;
  to: number;
  grain: Grain;
}

const DAY = 86_400_000;
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const PARTS: Record<string, [string, number, number]> = {
  MO: ['morning', 5, 12],
  MI: ['midday', 11, 14],
  AF: ['afternoon', 12, 18],
  EV: ['evening', 17, 22],
  NI: ['night', 20, 28],
  DT: ['daytime', 6, 18],
};
const SEASONS: Record<string, [string, number]> = {
  SP: ['spring', 2],
  SU: ['summer', 5],
  FA: ['autumn', 8],
  AU: ['autumn', 8],
  WI: ['winter', 11],
};

function utc(year: number, month = 0, day = 1): number {
  const d = new Date(0);
  d.setUTCFullYear(year, month, day);
  return d.getTime();
}

function daysIn(year: number, month: number): number {
  return new Date(utc(year, month + 1, 0)).getUTCDate();
}

function isoWeekStart(year: number, week: number): number {
  const jan4 = utc(year, 0, 4);
  const monday = jan4 - ((new Date(jan4).getUTCDay() + 6) % 7) * DAY;
  return monday + (week - 1) * 7 * DAY;
}

function dayRange(y: number, m: number, d: number, rest: string): TimeRange | null {
  if (m < 0 || m > 11 || d < 1 || d > daysIn(y, m)) return null;
  const from = utc(y, m, d);
  const part = own(PARTS, rest);
  if (part)
    return { from: from + part[1] * 3_600_000, to: from + part[2] * 3_600_000, grain: 'part' };
  const clock = /^(\d{2})(?::?(\d{2}))?/.exec(rest);
  if (clock) {
    const at = from + Number(clock[1]) * 3_600_000 + Number(clock[2] ?? 0) * 60_000;
    return { from: at, to: at + (clock[2] ? 60_000 : 3_600_000), grain: 'minute' };
  }
  return { from, to: from + DAY, grain: 'day' };
}

function parseOne(value: string): TimeRange | null {
  let m = /^(\d{4})-(\d{2})-(\d{2})(?:T(.*))?$/.exec(value);
  if (m) return dayRange(Number(m[1]), Number(m[2]) - 1, Number(m[3]), m[4] ?? '');
  m = /^(\d{4})-(\d{2})$/.exec(value);
  if (m) {
    const month = Number(m[2]) - 1;
    if (month < 0 || month > 11) return null;
    return { from: utc(Number(m[1]), month), to: utc(Number(m[1]), month + 1), grain: 'month' };
  }
  m = /^(\d{4})-W(\d{2})(?:-(\d|WE))?$/.exec(value);
  if (m) {
    const start = isoWeekStart(Number(m[1]), Number(m[2]));
    if (m[3] === 'WE') return { from: start + 5 * DAY, to: start + 7 * DAY, grain: 'range' };
    if (m[3]) {
      const from = start + (Number(m[3]) - 1) * DAY;
      return { from, to: from + DAY, grain: 'day' };
    }
    return { from: start, to: start + 7 * DAY, grain: 'week' };
  }
  m = /^(\d{4})-(SP|SU|FA|AU|WI)$/.exec(value);
  if (m) {
    const month = SEASONS[m[2]!]![1];
    return { from: utc(Number(m[1]), month), to: utc(Number(m[1]), month + 3), grain: 'season' };
  }
  m = /^(\d{4})-([QH])([1-4])$/.exec(value);
  if (m) {
    const months = m[2] === 'Q' ? 3 : 6;
    const month = (Number(m[3]) - 1) * months;
    return {
      from: utc(Number(m[1]), month),
      to: utc(Number(m[1]), month + months),
      grain: 'quarter',
    };
  }
  m = /^(\d{4})$/.exec(value);
  if (m) return { from: utc(Number(m[1])), to: utc(Number(m[1]) + 1), grain: 'year' };
  m = /^(\d{3})X?$/.exec(value);
  if (m) return { from: utc(Number(m[1]) * 10), to: utc(Number(m[1]) * 10 + 10), grain: 'decade' };
  m = /^(\d{2})(?:XX)?$/.exec(value);
  if (m)
    return { from: utc(Number(m[1]) * 100), to: utc(Number(m[1]) * 100 + 100), grain: 'century' };
  return null;
}

/** The stretch of the calendar that a value covers, or null when it covers none. */
export function timeRange(value: string): TimeRange | null {
  const slash = value.indexOf('/');
  if (slash < 0) return parseOne(value);
  const from = parseOne(value.slice(0, slash));
  const to = parseOne(value.slice(slash + 1));
  if (!from || !to || to.to <= from.from) return from ?? to;
  return { from: from.from, to: to.to, grain: 'range' };
}

const dayWords = (t: number): string => {
  const d = new Date(t);
  return `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
};

export function weekday(t: number): string {
  return WEEKDAYS[new Date(t).getUTCDay()]!;
}

function durationWords(value: string): string | null {
  const m =
    /^P(?:(\d+|X)Y)?(?:(\d+|X)M)?(?:(\d+|X)W)?(?:(\d+|X)D)?(?:T(?:(\d+|X)H)?(?:(\d+|X)M)?(?:(\d+|X)S)?)?$/.exec(
      value,
    );
  if (!m) return null;
  const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
  const parts = units.flatMap((u, i) => {
    const n = m[i + 1];
    return n === undefined ? [] : [n === 'X' ? `some ${u}s` : `${n} ${u}${n === '1' ? '' : 's'}`];
  });
  return parts.length > 0 ? parts.join(' ') : null;
}

const REFS: Record<string, string> = {
  PRESENT_REF: 'at present',
  PAST_REF: 'in the past',
  FUTURE_REF: 'in the future',
};

/** The value in words: `2025-04-16` → `16 April 2025`. What is not understood stands as it is. */
export function timeWords(value: string): string {
  const ref = own(REFS, value);
  if (ref) return ref;
  const slash = value.indexOf('/');
  if (slash >= 0) return rangeWords(value.slice(0, slash), value.slice(slash + 1));
  const duration = durationWords(value);
  if (duration) return duration;
  const r = parseOne(value);
  if (!r) return value;
  const year = new Date(r.from).getUTCFullYear();
  switch (r.grain) {
    case 'day':
      return dayWords(r.from);
    case 'minute':
      return `${dayWords(r.from)}, ${new Date(r.from).toISOString().slice(11, 16)}`;
    case 'part':
      return `${dayWords(Math.floor(r.from / DAY) * DAY)}, ${PARTS[value.slice(-2)]![0]}`;
    case 'week':
      return `week of ${dayWords(r.from)}`;
    case 'month':
      return `${MONTHS[new Date(r.from).getUTCMonth()]} ${year}`;
    case 'season':
      return `${SEASONS[value.slice(-2)]![0]} ${year}`;
    case 'quarter':
      return value.includes('Q')
        ? `quarter ${value.slice(-1)} of ${year}`
        : `half ${value.slice(-1)} of ${year}`;
    case 'year':
      return String(year);
    case 'decade':
      return `${year}s`;
    case 'century':
      return `${year}s (century)`;
    default:
      return r.to - r.from === 2 * DAY ? `weekend of ${dayWords(r.from)}` : value;
  }
}

function rangeWords(a: string, b: string): string {
  const from = timeWords(a);
  const to = timeWords(b);
  if (from === to) return from;
  // "1–5 April 2025", "30 March – 5 April 2025"
  const da = /^(\d+) (\p{L}+) (\d+)$/u.exec(from);
  const db = /^(\d+) (\p{L}+) (\d+)$/u.exec(to);
  if (da && db && da[3] === db[3]) {
    return da[2] === db[2] ? `${da[1]}–${to}` : `${da[1]} ${da[2]} – ${to}`;
  }
  return `${from} – ${to}`;
}

/** Short form for narrow places: `16 Apr 2025`. */
export function timeShort(value: string): string {
  return timeWords(value).replace(/\p{L}{4,}/gu, (w) => (MONTHS.includes(w) ? w.slice(0, 3) : w));
}
