/**
 * Lines up the words of several renderings of one quotation.
 *
 * The rendering with the most words is the first profile; each other is aligned to the profile by
 * Needleman and Wunsch's dynamic programming over words, longest first, and its words join the
 * profile's columns (progressive alignment, as Feng and Doolittle 1987 did for proteins). Words
 * score by likeness: same word, same stem-like beginning, or nothing. The result is a grid: a
 * column holds at most one word of each rendering.
 */
import { fold } from './text';

export interface Word {
  /** as the account wrote it, with the punctuation that clings to it */
  text: string;
  key: string;
}

export interface Column {
  /** one cell a rendering: index into its words, or -1 */
  cells: number[];
  /** every rendering that speaks here has the same word */
  same: boolean;
}

export interface Alignment {
  words: Word[][];
  columns: Column[];
  /** first and last column of each rendering: outside them it does not speak at all */
  from: number[];
  to: number[];
}

const MOST_WORDS = 600;

export function wordsOf(text: string): Word[] {
  const out: Word[] = [];
  for (const m of text.matchAll(/\S+/g)) {
    const key = fold(m[0]).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    // a lone dash or ellipsis clings to the word before it
    if (key === '' && out.length > 0) out[out.length - 1]!.text += ` ${m[0]}`;
    else out.push({ text: m[0], key: key || m[0] });
  }
  return out;
}

/** 1 for the same word, between for words that begin alike, 0 for strangers. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const n = Math.min(a.length, b.length);
  if (n < 4) return 0;
  let p = 0;
  while (p < n && a[p] === b[p]) p++;
  return p >= 4 && p >= n * 0.6 ? 0.6 : 0;
}

const GAP = -0.35;
const STRANGER = -0.3;

/** Aligns words against columns; returns for each word the column, or -1 for a new one. */
function place(profile: string[][], words: Word[]): number[] {
  const n = profile.length;
  const m = words.length;
  const width = m + 1;
  const score = new Float32Array((n + 1) * width);
  const step = new Uint8Array((n + 1) * width);
  for (let i = 1; i <= n; i++) {
    score[i * width] = score[(i - 1) * width]! + GAP * 0.5;
    step[i * width] = 1;
  }
  for (let j = 1; j <= m; j++) {
    score[j] = score[j - 1]! + GAP;
    step[j] = 2;
  }
  for (let i = 1; i <= n; i++) {
    for (let j = 1; j <= m; j++) {
      let best = 0;
      for (const key of profile[i - 1]!) best = Math.max(best, likeness(key, words[j - 1]!.key));
      const short = words[j - 1]!.key.length < 4 ? 0.6 : 1;
      const pair = score[(i - 1) * width + j - 1]! + (best > 0 ? 2 * best * short : STRANGER);
      const up = score[(i - 1) * width + j]! + GAP * (j === m ? 0.5 : 1);
      const left = score[i * width + j - 1]! + GAP;
      const at = i * width + j;
      if (pair >= up && pair >= left) {
        score[at] = pair;
      } else if (up >= left) {
        score[at] = up;
        step[at] = 1;
      } else {
        score[at] = left;
        step[at] = 2;
      }
    }
  }
  const out = new Array<number>(m).fill(-1);
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const s = step[i * width + j]!;
    if (i > 0 && j > 0 && s === 0) {
      out[j - 1] = i - 1;
      i--;
      j--;
    } else if (i > 0 && (s === 1 || j === 0)) i--;
    else j--;
  }
  return out;
}

export function align(texts: string[]): Alignment {
  const words = texts.map((t) => wordsOf(t).slice(0, MOST_WORDS));
  const order = words.map((_, i) => i).sort((a, b) => words[b]!.length - words[a]!.length || a - b);
  let columns: number[][] = [];
  const empty = () => new Array<number>(texts.length).fill(-1);
  for (const r of order) {
    const ws = words[r]!;
    const profile = columns.map((cells) =>
      cells.flatMap((w, k) => (w >= 0 ? [words[k]![w]!.key] : [])),
    );
    const at = place(profile, ws);
    const next: number[][] = [];
    let c = 0;
    for (let w = 0; w < ws.length; w++) {
      if (at[w]! >= 0) {
        while (c < at[w]!) next.push(columns[c++]!);
        const cells = columns[c++]!;
        cells[r] = w;
        next.push(cells);
      } else {
        const cells = empty();
        cells[r] = w;
        next.push(cells);
      }
    }
    while (c < columns.length) next.push(columns[c++]!);
    columns = next;
  }
  const from = texts.map((_, r) => columns.findIndex((cells) => cells[r]! >= 0));
  const to = texts.map((_, r) => columns.findLastIndex((cells) => cells[r]! >= 0));
  return {
    words,
    from,
    to,
    columns: columns.map((cells, c) => {
      const speaking = cells.filter((_, r) => from[r]! >= 0 && c >= from[r]! && c <= to[r]!);
      const keys = cells.flatMap((w, r) => (w >= 0 ? [words[r]![w]!.key] : []));
      return { cells, same: keys.length === speaking.length && new Set(keys).size === 1 };
    }),
  };
}

/** A run of columns shown as one: kept words one by one, changed words together. */
export interface Chunk {
  same: boolean;
  /** text of each rendering; '' where it has no words here */
  cells: string[];
  /** whether the rendering speaks before and after: an empty cell then is a cut */
  within: boolean[];
}

/** Columns grouped for reading: differing neighbours join so that phrases stand against phrases. */
export function chunks(alignment: Alignment, most = 5): Chunk[] {
  const out: Chunk[] = [];
  let run = 0;
  for (let c = 0; c < alignment.columns.length; c++) {
    const column = alignment.columns[c]!;
    const cells = column.cells.map((w, r) => (w < 0 ? '' : alignment.words[r]![w]!.text));
    const within = cells.map(
      (_, r) => alignment.from[r]! >= 0 && c >= alignment.from[r]! && c <= alignment.to[r]!,
    );
    const last = out[out.length - 1];
    if (!column.same && last && !last.same && run < most) {
      last.cells = last.cells.map((t, r) => (t && cells[r] ? `${t} ${cells[r]}` : t || cells[r]!));
      last.within = last.within.map((w, r) => w || within[r]!);
      run++;
    } else {
      out.push({ same: column.same, cells, within });
      run = 1;
    }
  }
  return out;
}
