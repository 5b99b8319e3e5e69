/** Every mark that a story puts into one account's text. */

import type { Mark } from './marks';
import { makeRef } from './route';
import type { StoryView } from './story';
import type { At } from './types';

const cache = new WeakMap<StoryView, Map<number, Mark[]>>();

/** Marks of account `a`, in string indices, ordered by where they begin. */
export function marksOf(view: StoryView, a: number): Mark[] {
  let byAccount = cache.get(view);
  if (!byAccount) {
    byAccount = new Map();
    cache.set(view, byAccount);
  }
  const known = byAccount.get(a);
  if (known) return known;
  const out: Mark[] = [];
  const put = (at: At, kind: Mark['kind'], ref: string) => {
    if (at.a !== a) return;
    const u = view.units(at);
    if (u.end > u.begin) out.push({ ...u, kind, ref });
  };
  const s = view.story;
  for (const x of s.statements)
    for (const at of x.support) put(at, 'statement', makeRef('statement', x.id));
  for (const x of s.quotes) {
    for (const r of x.renderings)
      for (const at of r.spans) put(at, 'quote', makeRef('quote', x.id));
  }
  for (const x of s.entities) {
    for (const at of x.mentions) if (at.kind === 'name') put(at, 'name', makeRef('name', x.id));
  }
  for (const x of s.timeline) for (const at of x.mentions) put(at, 'time', makeRef('time', x.when));
  for (const x of s.figures)
    for (const at of x.mentions) put(at, 'figure', makeRef('figure', x.id));
  for (const r of s.reuse) {
    const ref = makeRef('shared', `${r.a.a}.${r.b.a}`);
    put(r.a, 'reuse', ref);
    put(r.b, 'reuse', ref);
  }
  for (const d of view.account(a).dropped) put({ a, begin: d.begin, end: d.end }, 'dropped', '');
  out.sort((x, y) => x.begin - y.begin || y.end - x.end);
  byAccount.set(a, out);
  return out;
}

/** Places in two accounts that say the same: for following one while reading the other. */
export interface Link {
  ref: string;
  from: number;
  to: number;
  fromEnd: number;
  toEnd: number;
}

/** Matching passages of two accounts, by where they begin in the first. */
export function linksBetween(view: StoryView, a: number, b: number): Link[] {
  const byRef = new Map<string, Mark>();
  const strong = (m: Mark) => m.kind === 'statement' || m.kind === 'quote' || m.kind === 'reuse';
  for (const m of marksOf(view, b)) if (strong(m) && !byRef.has(m.ref)) byRef.set(m.ref, m);
  const out: Link[] = [];
  const seen = new Set<string>();
  for (const m of marksOf(view, a)) {
    if (!strong(m) || seen.has(m.ref)) continue;
    if (m.kind === 'reuse') continue;
    seen.add(m.ref);
    const other = byRef.get(m.ref);
    if (other)
      out.push({ ref: m.ref, from: m.begin, to: other.begin, fromEnd: m.end, toEnd: other.end });
  }
  for (const r of view.story.reuse) {
    const [x, y] =
      r.a.a === a && r.b.a === b
        ? [r.a, r.b]
        : r.b.a === a && r.a.a === b
          ? [r.b, r.a]
          : [null, null];
    if (!x || !y) continue;
    const ux = view.units(x);
    const uy = view.units(y);
    out.push({
      ref: makeRef('shared', `${r.a.a}.${r.b.a}`),
      from: ux.begin,
      to: uy.begin,
      fromEnd: ux.end,
      toEnd: uy.end,
    });
  }
  return out.sort((p, q) => p.from - q.from || p.to - q.to);
}
