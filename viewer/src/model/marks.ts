/**
 * What is marked in an account's text, and how overlapping marks become plain runs of text.
 */

export type MarkKind = 'statement' | 'quote' | 'name' | 'time' | 'figure' | 'reuse' | 'dropped';

export interface Mark {
  /** string indices */
  begin: number;
  end: number;
  kind: MarkKind;
  /** the thing that it belongs to, as a link: `statement/s3` */
  ref: string;
}

export interface Run {
  begin: number;
  end: number;
  /** marks that cover the run, the shortest first */
  marks: Mark[];
}

/** Cuts [begin, end) at every edge of a mark. Marks may overlap and nest in any way. */
export function runs(marks: readonly Mark[], begin: number, end: number): Run[] {
  const inside = marks.filter((m) => m.begin < end && m.end > begin && m.end > m.begin);
  const edges = new Set([begin, end]);
  for (const m of inside) {
    edges.add(Math.max(begin, m.begin));
    edges.add(Math.min(end, m.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const byBegin = [...inside].sort((a, b) => a.begin - b.begin);
  const open: Mark[] = [];
  const out: Run[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const at = cuts[i]!;
    for (let k = open.length - 1; k >= 0; k--) if (open[k]!.end <= at) open.splice(k, 1);
    while (next < byBegin.length && byBegin[next]!.begin <= at) {
      const m = byBegin[next++]!;
      if (m.end > at) open.push(m);
    }
    out.push({
      begin: at,
      end: cuts[i + 1]!,
      marks: [...open].sort((a, b) => a.end - a.begin - (b.end - b.begin) || a.begin - b.begin),
    });
  }
  return out;
}

/** Paragraphs of a text as [begin, end) pairs; a line beyond `most` is cut at a space near it. */
export function blocks(text: string, most = 2400): [number, number][] {
  const out: [number, number][] = [];
  let i = 0;
  while (i < text.length) {
    let nl = text.indexOf('\n', i);
    if (nl < 0) nl = text.length;
    let b = i;
    while (nl - b > most) {
      const space = text.lastIndexOf(' ', b + most);
      let cut = space > b + most / 2 ? space + 1 : b + most;
      const c = text.charCodeAt(cut);
      if (c >= 0xdc00 && c <= 0xdfff) cut--;
      out.push([b, cut]);
      b = cut;
    }
    if (nl > b && text.slice(b, nl).trim() !== '') out.push([b, nl]);
    i = nl + 1;
  }
  return out;
}
