/**
 * What stands behind anything on the page: where to find its words in the accounts, and why they
 * were put together. One shape for every noun, so that one panel shows them all.
 */
import type { StoryView } from './story';
import { clean, formatNumber, own, sentenceCase, webAddress } from './text';
import { timeWords } from './time';
import type { At, Difference } from './types';

export interface Passage {
  at: At;
  /** further spans of the same words, for quotes that are interrupted */
  more: At[];
  note: string;
}

export interface Evidence {
  ref: string;
  /** what it is: Statement, Quote, … */
  kicker: string;
  title: string;
  /** whether the title is an account's words */
  quoted: boolean;
  notes: string[];
  why: string[];
  groups: { label: string; passages: Passage[] }[];
}

export const KIND_WORDS: Record<Difference['kind'], string> = {
  conflict: 'Cannot both hold',
  update: 'Changed with time',
  precision: 'One is more exact',
  variant: 'Other words',
};

function valueWords(value: string): string {
  const text = clean(value);
  return /^\d{4}-/.test(text) ? timeWords(text) : text;
}

const passages = (list: readonly At[], note = ''): Passage[] =>
  list.map((at) => ({ at, more: [], note }));

function inOrder(view: StoryView, list: Passage[]): Passage[] {
  return list
    .filter((p) => view.rank[p.at.a]! >= 0)
    .sort((x, y) => view.rank[x.at.a]! - view.rank[y.at.a]! || x.at.begin - y.at.begin);
}

type Maker = (view: StoryView, id: string) => Omit<Evidence, 'ref'> | null;

const makers: Record<string, Maker> = {
  statement(view, id) {
    const s = view.statement(id);
    if (!s) return null;
    const linked = view.differencesOf(s);
    const origins = view.statementOrigins(s);
    const notes = [
      `${origins} of ${view.origins.length} independent origins say it.`,
      ...(s.when ? [`When: ${timeWords(s.when)}.`] : []),
      ...(s.claimant
        ? [`Told as the word of ${view.entityName(s.claimant) || s.claimant}.`]
        : s.attributed
          ? ['Told as somebody’s word.']
          : []),
    ];
    const other = view.stances(s).flatMap((st, a) => (st === 'otherwise' ? [a] : []));
    const groups = [{ label: '', passages: inOrder(view, passages(s.support)) }];
    if (s.near.length > 0)
      groups.push({ label: 'Tells of it in part', passages: inOrder(view, passages(s.near)) });
    for (const d of linked) {
      if (d.kind !== 'conflict') continue;
      const ps = d.positions.flatMap((p) =>
        passages(
          p.at.filter((x) => other.includes(x.a)),
          clean(p.value),
        ),
      );
      if (ps.length > 0)
        groups.push({ label: `Says otherwise: ${clean(d.about)}`, passages: inOrder(view, ps) });
    }
    return {
      kicker: 'Statement',
      title: sentenceCase(clean(s.text) || view.words(view.telling(s))),
      quoted: true,
      notes,
      why: s.why,
      groups,
    };
  },
  difference(view, id) {
    const d = view.story.differences.find((x) => x.id === id);
    if (!d) return null;
    return {
      kicker: `Difference · ${KIND_WORDS[d.kind].toLowerCase()}`,
      title: sentenceCase(clean(d.about)),
      quoted: false,
      notes: [],
      why: d.why,
      groups: d.positions.map((p) => ({
        label: valueWords(p.value),
        passages: inOrder(view, passages(p.at)),
      })),
    };
  },
  quote(view, id) {
    const q = view.story.quotes.find((x) => x.id === id);
    if (!q) return null;
    const speaker = view.entityName(q.speaker);
    return {
      kicker: speaker ? `Quote · ${speaker}` : 'Quote · speaker not known',
      title: view.quoteWords(q, 160),
      quoted: true,
      notes: [],
      why: q.why,
      groups: [
        {
          label: '',
          passages: inOrder(
            view,
            q.renderings.map((r) => ({
              at: r.spans[0]!,
              more: r.spans.slice(1),
              note: r.kind === 'direct' ? '' : r.kind,
            })),
          ),
        },
      ],
    };
  },
  name(view, id) {
    const e = view.entity(id);
    if (!e) return null;
    const kinds: [string, string][] = [
      ['name', 'By name'],
      ['nominal', 'By description'],
      ['pronoun', 'By pronoun'],
    ];
    const groups = kinds.map(([kind, label]) => ({
      label,
      passages: inOrder(view, passages(e.mentions.filter((m) => m.kind === kind))),
    }));
    const facts = e.facts.map((f) => ({
      label: sentenceCase(`${clean(f.kind)}: ${clean(f.value) || view.entityName(f.entity)}`),
      passages: inOrder(view, passages(f.at)),
    }));
    return {
      kicker: sentenceCase(e.type),
      title: view.entityName(id),
      quoted: false,
      notes: [],
      why: e.why,
      groups: [...facts, ...groups].filter((g) => g.passages.length > 0),
    };
  },
  figure(view, id) {
    const f = view.story.figures.find((x) => x.id === id);
    if (!f) return null;
    const of = clean(f.of || f.unit);
    return {
      kicker: 'Figure',
      title: `${formatNumber(f.value, f.unit !== 'year')}${of ? ` ${of}` : ''}`,
      quoted: false,
      notes: [],
      why: [],
      groups: [{ label: '', passages: inOrder(view, passages(f.mentions)) }],
    };
  },
  time(view, id) {
    const m = view.story.timeline.find((x) => x.when === id);
    if (!m) return null;
    return {
      kicker: 'Time',
      title: sentenceCase(timeWords(m.when)),
      quoted: false,
      notes: [],
      why: [],
      groups: [{ label: '', passages: inOrder(view, passages(m.mentions)) }],
    };
  },
  wording(view, id) {
    const wording = view.story.wording.find((w) => w.terms.some((t) => t.id === id));
    const term = wording?.terms.find((t) => t.id === id);
    if (!wording || !term) return null;
    return {
      kicker: `Wording · ${view.entityName(wording.entity) || clean(wording.about)}`,
      title: clean(term.term),
      quoted: true,
      notes: [],
      why: [],
      groups: [{ label: '', passages: inOrder(view, passages(term.at)) }],
    };
  },
  shared(view, id) {
    const [x, y] = id.split('.').map(Number);
    const list = view.story.reuse.filter((r) => r.a.a === x && r.b.a === y);
    if (list.length === 0) return null;
    const name = (a: number) => view.label(a).name;
    const how = [...new Set(list.map((r) => r.kind).filter(Boolean))].join(', ');
    return {
      kicker: 'Shared wording',
      title: `${name(x!)} and ${name(y!)}`,
      quoted: false,
      notes: how ? [`Kind: ${how}.`] : [],
      why: [],
      groups: list.map((r) => ({
        label: r.similarity > 0 ? `${Math.round(r.similarity * 100)} % alike` : '',
        passages: [
          { at: r.a, more: [], note: r.direction === 'a-to-b' ? 'earlier' : '' },
          { at: r.b, more: [], note: r.direction === 'b-to-a' ? 'earlier' : '' },
        ],
      })),
    };
  },
  check(view, id) {
    const c = view.story.checks.find((x) => x.id === id);
    if (!c) return null;
    return {
      kicker: `Check · ${clean(c.kind)}`,
      title: `Says ${clean(c.says)}; computed ${clean(c.computed)}`,
      quoted: false,
      notes: [],
      why: c.why,
      groups: [
        { label: 'What is said', passages: inOrder(view, passages(c.at)) },
        { label: 'What it is computed from', passages: inOrder(view, passages(c.from)) },
      ].filter((g) => g.passages.length > 0),
    };
  },
  event(view, id) {
    const e = view.event(id);
    if (!e) return null;
    const who = e.who.map(
      (w) => `${view.entityName(w.entity)}${w.role ? ` (${clean(w.role)})` : ''}`,
    );
    return {
      kicker: 'Event',
      title: sentenceCase(clean(e.name)),
      quoted: false,
      notes: [
        ...(e.when ? [`When: ${timeWords(e.when)}.`] : []),
        ...(who.length > 0 ? [`Who: ${who.join(', ')}.`] : []),
        ...(e.polarity && e.polarity !== 'positive' && e.polarity !== 'pos'
          ? [`Told as not happening (${clean(e.polarity)}).`]
          : []),
        ...(e.claimant
          ? [`Told as the word of ${view.entityName(e.claimant) || e.claimant}.`]
          : []),
      ],
      why: [],
      groups: [{ label: '', passages: inOrder(view, passages(e.mentions)) }],
    };
  },
};

export const EVIDENCE_KINDS = Object.keys(makers);

/** The evidence of `kind/id`, or null when the story has no such thing. */
export function evidenceFor(view: StoryView, kind: string, id: string): Evidence | null {
  const make = own(makers, kind);
  const made = make ? make(view, id) : null;
  return made ? { ref: `${kind}/${id}`, ...made } : null;
}

/** A citation: the words, who wrote them, where, and the bytes they stand at. */
export function citation(view: StoryView, e: Evidence): string {
  const lines = [e.title];
  for (const g of e.groups) {
    if (g.passages.length === 0) continue;
    if (g.label) lines.push(`${g.label}:`);
    for (const p of g.passages) {
      const a = view.account(p.at.a);
      const words = [p.at, ...p.more].map((s) => view.words(s)).join(' … ');
      const from = [
        view.label(p.at.a).name,
        clean(a.title) && `“${clean(a.title)}”`,
        a.published && timeWords(a.published),
        webAddress(a.url),
      ];
      lines.push(
        `  “${words}” — ${from.filter(Boolean).join(', ')} (bytes ${p.at.begin}–${p.at.end})`,
      );
    }
  }
  return lines.join('\n');
}
