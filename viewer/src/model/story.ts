/**
 * One story as the page shows it: the dossier's nouns, the reader's choice and order of sources,
 * and what follows from both (who says a statement, who differs, who is silent, what one source
 * alone says). Everything is computed once for a choice of sources and then only read.
 */
import { ByteIndex } from './bytes';
import { clean, fold, sentenceAround, sentenceCase, shorten } from './text';
import type {
  Account,
  At,
  Difference,
  Entity,
  EventItem,
  Figure,
  Quote,
  Statement,
  Story,
} from './types';

const indices = new WeakMap<Account, ByteIndex>();

/** The byte index of an account, made when first asked for. */
export function byteIndex(account: Account): ByteIndex {
  let index = indices.get(account);
  if (!index) {
    index = new ByteIndex(account.text);
    indices.set(account, index);
  }
  return index;
}

export interface Label {
  /** a letter, or a number in a story of more than 26 accounts; never changes with the order */
  badge: string;
  /** the source's name, or the best that stands for it */
  name: string;
  /** the name cut to fit beside others */
  short: string;
}

/** How one account stands to one statement. */
export type Stance = 'says' | 'differs' | 'otherwise' | 'near' | 'silent';

export interface Snippet {
  before: string;
  words: string;
  after: string;
}

function hostOf(url: string): string {
  const m = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url);
  return m ? m[1]! : '';
}

function stemOf(path: string): string {
  return (path.split(/[\\/]/).pop() ?? '').replace(/\.[a-z0-9]{1,5}$/i, '');
}

/** A file name that a machine made up says nothing to a person. */
function speaking(stem: string): boolean {
  return stem !== '' && !/[0-9a-f]{8,}/i.test(stem) && /\p{L}{2,}/u.test(stem);
}

/** The beginning of the article itself, past what was set aside. */
function firstWords(a: Account): string {
  const index = byteIndex(a);
  let at = 0;
  for (const d of [...a.dropped].sort((x, y) => x.begin - y.begin)) {
    if (/\S/.test(a.text.slice(at, index.unit(d.begin)))) break;
    at = Math.max(at, index.unit(d.end));
  }
  return a.text.slice(at, at + 200) || a.text.slice(0, 200);
}

/** The source; else where it was read from; else its title or its first words, in quotation marks. */
function nameOf(a: Account): string {
  const stem = stemOf(a.path);
  const named = clean(a.source) || hostOf(a.url) || (speaking(stem) ? clean(stem) : '');
  if (named !== '') return named;
  const opening = clean(a.title) || clean(firstWords(a));
  return opening !== '' ? `“${shorten(opening, 30)}”` : clean(stem) || clean(a.id);
}

/** A, B, … Z; numbers when letters do not suffice. */
export function badge(index: number, of: number): string {
  return of <= 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

export function labels(accounts: readonly Account[]): Label[] {
  const names = accounts.map(nameOf);
  const total = new Map<string, number>();
  for (const n of names) total.set(n, (total.get(n) ?? 0) + 1);
  const seen = new Map<string, number>();
  return accounts.map((_, i) => {
    let name = names[i]!;
    if (total.get(name)! > 1) {
      const n = (seen.get(name) ?? 0) + 1;
      seen.set(name, n);
      name = `${name} (${n})`;
    }
    return {
      badge: badge(i, accounts.length),
      name,
      short: shorten(name, 22).replace(/^(“.*[^”])$/, '$1”'),
    };
  });
}

/** The story without the hidden accounts; what is left without any account goes too. */
export function onlyVisible(story: Story, visible: readonly boolean[]): Story {
  if (visible.every(Boolean)) return story;
  const at = <T extends At>(list: readonly T[]): T[] => list.filter((x) => visible[x.a]);
  const indices_ = (list: readonly number[]) => list.filter((a) => visible[a]);
  return {
    ...story,
    entities: story.entities
      .map((e) => ({
        ...e,
        names: e.names
          .map((n) => ({ ...n, accounts: indices_(n.accounts) }))
          .filter((n) => n.accounts.length > 0),
        mentions: at(e.mentions),
        facts: e.facts.map((f) => ({ ...f, at: at(f.at) })).filter((f) => f.at.length > 0),
      }))
      .filter((e) => e.mentions.length > 0),
    quotes: story.quotes
      .map((q) => ({ ...q, renderings: q.renderings.filter((r) => visible[r.a]) }))
      .filter((q) => q.renderings.length > 0),
    events: story.events.map((e) => ({ ...e, mentions: at(e.mentions) })),
    statements: story.statements
      .map((s) => ({ ...s, support: at(s.support), near: at(s.near) }))
      .filter((s) => s.support.length > 0),
    differences: story.differences
      .map((d) => ({
        ...d,
        positions: d.positions.map((p) => ({ ...p, at: at(p.at) })).filter((p) => p.at.length > 0),
      }))
      .filter((d) => d.positions.length > 1),
    figures: story.figures
      .map((f) => ({ ...f, mentions: at(f.mentions) }))
      .filter((f) => f.mentions.length > 0),
    timeline: story.timeline
      .map((m) => ({ ...m, mentions: at(m.mentions) }))
      .filter((m) => m.mentions.length > 0),
    reuse: story.reuse.filter((r) => visible[r.a.a] && visible[r.b.a]),
    origins: story.origins
      .map((o) => ({ ...o, accounts: indices_(o.accounts) }))
      .filter((o) => o.accounts.length > 0),
    wording: story.wording
      .map((w) => ({
        ...w,
        terms: w.terms.map((t) => ({ ...t, at: at(t.at) })).filter((t) => t.at.length > 0),
      }))
      .filter((w) => w.terms.length > 0),
    checks: story.checks.filter((c) => c.at.every((x) => visible[x.a])),
  };
}

/** Words that need the sentence before. */
const LEANING = /^["“‘']?(he|she|it|they|his|her|its|their|this|that|these|those|there)\b/i;

const wordList = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** How much of the others' words the i-th has, on average, from 0 to 1. */
function common(words: readonly ReadonlySet<string>[], i: number): number {
  const own = words[i]!;
  let sum = 0;
  for (const [k, other] of words.entries()) {
    if (k === i) continue;
    let both = 0;
    for (const w of other) if (own.has(w)) both++;
    sum += both / Math.max(1, Math.max(own.size, other.size));
  }
  return words.length > 1 ? sum / (words.length - 1) : 0;
}

const distinct = (list: readonly At[]): number[] => [...new Set(list.map((x) => x.a))];

export class StoryView {
  readonly story: Story;
  readonly labels: Label[];
  /** visible accounts in the reader's order */
  readonly order: number[];
  /** rank of each account in the reader's order; hidden ones have none */
  readonly rank: number[];
  /** accounts that count as one, in the reader's order */
  readonly origins: number[][];
  readonly originOf: number[];
  /** the accounts in the reader's order, those of one origin next to each other */
  readonly columns: number[];

  private readonly entityById: Map<string, Entity>;
  private readonly eventById: Map<string, EventItem>;
  private readonly statementById: Map<string, Statement>;
  private linked: Map<string, Difference[]> | null = null;

  constructor(
    readonly full: Story,
    order: readonly number[] = full.accounts.map((a) => a.index),
    hidden: ReadonlySet<number> = new Set(),
  ) {
    const visible = full.accounts.map((a) => !hidden.has(a.index));
    this.story = onlyVisible(full, visible);
    this.labels = labels(full.accounts);
    this.order = order.filter((a) => visible[a]);
    this.rank = full.accounts.map(() => -1);
    this.order.forEach((a, i) => {
      this.rank[a] = i;
    });
    this.originOf = full.accounts.map(() => -1);
    this.origins = [];
    for (const a of this.order) {
      if (this.originOf[a]! >= 0) continue;
      const named = this.story.origins.find((o) => o.accounts.includes(a));
      const group = this.order.filter((b) => b === a || named?.accounts.includes(b));
      for (const b of group) if (this.originOf[b]! < 0) this.originOf[b] = this.origins.length;
      this.origins.push(group.filter((b) => this.originOf[b] === this.origins.length));
    }
    this.columns = this.origins.flat();
    this.entityById = new Map(this.story.entities.map((e) => [e.id, e]));
    this.eventById = new Map(full.events.map((e) => [e.id, e]));
    this.statementById = new Map(this.story.statements.map((s) => [s.id, s]));
  }

  account(a: number): Account {
    return this.full.accounts[a]!;
  }

  label(a: number): Label {
    return this.labels[a]!;
  }

  entity(id: string): Entity | undefined {
    return this.entityById.get(id);
  }

  event(id: string): EventItem | undefined {
    return this.eventById.get(id);
  }

  statement(id: string): Statement | undefined {
    return this.statementById.get(id);
  }

  entityName(id: string): string {
    const e = this.entityById.get(id) ?? this.full.entities.find((x) => x.id === id);
    return e ? clean(e.name || e.names[0]?.form || e.id) : '';
  }

  /** Accounts of the places, each once, in the reader's order. */
  accounts(list: readonly At[]): number[] {
    return this.sorted(distinct(list));
  }

  sorted(accounts: readonly number[]): number[] {
    return [...accounts]
      .filter((a) => this.rank[a]! >= 0)
      .sort((a, b) => this.rank[a]! - this.rank[b]!);
  }

  /** How many independent origins the accounts come from. */
  originCount(accounts: readonly number[]): number {
    return new Set(accounts.map((a) => this.originOf[a]).filter((o) => o! >= 0)).size;
  }

  units(at: At): { begin: number; end: number } {
    const index = byteIndex(this.account(at.a));
    const begin = index.unit(at.begin);
    return { begin, end: Math.max(begin, index.unit(at.end)) };
  }

  /** The account's own words at a place, on one line. */
  words(at: At): string {
    const { begin, end } = this.units(at);
    return clean(this.account(at.a).text.slice(begin, Math.min(end, begin + 4000)));
  }

  /** The words with the rest of their sentence around them. */
  snippet(at: At, reach = 260): Snippet {
    const { text } = this.account(at.a);
    const { begin, end: whole } = this.units(at);
    const end = Math.min(whole, begin + 2000);
    const s = sentenceAround(text, begin, end, reach);
    const cutBefore = s.begin > 0 && begin - s.begin >= reach;
    const cutAfter = s.end < text.length && s.end - end >= reach;
    if (cutBefore) {
      const space = text.slice(s.begin, begin).search(/\s/);
      if (space >= 0) s.begin += space + 1;
    }
    if (cutAfter) {
      const space = text.slice(end, s.end).search(/\s\S*$/);
      if (space > 0) s.end = end + space;
    }
    const keepSpace = (raw: string, side: 'before' | 'after') => {
      const t = clean(raw);
      if (t === '') return /\s/.test(raw) ? ' ' : '';
      return side === 'before'
        ? t + (/\s$/.test(raw) ? ' ' : '')
        : (/^\s/.test(raw) ? ' ' : '') + t;
    };
    const before = keepSpace(text.slice(s.begin, begin), 'before');
    const after = keepSpace(text.slice(end, s.end), 'after');
    return {
      before: (cutBefore ? '… ' : '') + before,
      words: clean(text.slice(begin, end)),
      after: after + (cutAfter ? ' …' : ''),
    };
  }

  /**
   * Where a statement is told: where the words of its text stand, which those who are counted say;
   * in a file that does not tell where, the support that tells it best on its own: it shares most with the other supports,
   * fills most of its sentence, and does not lean on a pronoun.
   */
  telling(s: Statement): At {
    const known = this.tellings.get(s);
    if (known) return known;
    if (s.words && this.columns.includes(s.words.a)) return s.words;
    const list = s.support.slice(0, 24);
    const words = list.map((at) => new Set(wordList(this.words(at))));
    let best = list[0]!;
    let bestScore = Number.NEGATIVE_INFINITY;
    list.forEach((at, i) => {
      const { text } = this.account(at.a);
      const u = this.units(at);
      const around = sentenceAround(text, u.begin, u.end);
      const length = around.end - around.begin;
      const own = text.slice(u.begin, u.end);
      const score =
        common(words, i) +
        0.6 * ((u.end - u.begin) / Math.max(1, length)) +
        (u.begin === around.begin ? 0.2 : 0) +
        (s.text !== '' && clean(own) === clean(s.text) ? 0.7 : 0) -
        (LEANING.test(clean(text.slice(around.begin, u.end))) ? 0.4 : 0) -
        Math.max(0, length - 200) / 500 -
        this.rank[at.a]! * 1e-6;
      if (score > bestScore) {
        bestScore = score;
        best = at;
      }
    });
    this.tellings.set(s, best);
    return best;
  }

  private tellings = new Map<Statement, At>();

  /** The support whose words are the statement's text; else the first. */
  worded(s: Statement): At {
    const text = clean(s.text);
    const same = s.support.find((at) => text !== '' && this.words(at) === text);
    return same ?? s.support[0]!;
  }

  statementOrigins(s: Statement): number {
    return this.originCount(distinct(s.support));
  }

  /** A statement that tells nothing on its own: a scrap, or so few words as "she said". */
  thin(s: Statement): boolean {
    if (!s.whole) return true;
    const text = clean(s.text) || this.words(s.support[0]!);
    return (text.match(/[\p{L}\p{N}]+/gu) ?? []).length < (/\p{N}/u.test(text) ? 3 : 5);
  }

  /** Statements by how many independent origins make them; ties stay in the file's order. */
  private bestFirst: Statement[] | null = null;
  statements(): Statement[] {
    if (!this.bestFirst) {
      const keyed = this.story.statements.map((s, i) => ({
        s,
        i,
        origins: this.statementOrigins(s),
        accounts: distinct(s.support).length,
        thin: this.thin(s) ? 1 : 0,
      }));
      keyed.sort(
        (a, b) => a.thin - b.thin || b.origins - a.origins || b.accounts - a.accounts || a.i - b.i,
      );
      this.bestFirst = keyed.map((k) => k.s);
    }
    return this.bestFirst;
  }

  /** Differences: what cannot both hold first, then by the file's weight, then as they come. */
  private ranked: Difference[] | null = null;
  differences(): Difference[] {
    if (!this.ranked) {
      const kinds = ['conflict', 'update', 'precision', 'variant'];
      this.ranked = this.story.differences
        .map((d, i) => ({ d, i }))
        .sort(
          (a, b) =>
            kinds.indexOf(a.d.kind) - kinds.indexOf(b.d.kind) ||
            b.d.weight - a.d.weight ||
            a.i - b.i,
        )
        .map((x) => x.d);
    }
    return this.ranked;
  }

  /** Differences that touch a statement: named as their subject, or within its words. */
  differencesOf(s: Statement): Difference[] {
    if (!this.linked) this.linked = this.link();
    return this.linked.get(s.id) ?? [];
  }

  private link(): Map<string, Difference[]> {
    const out = new Map<string, Difference[]>();
    const put = (id: string, d: Difference) => {
      const list = out.get(id) ?? [];
      if (!list.includes(d)) list.push(d);
      out.set(id, list);
    };
    const supports = this.full.accounts.map(() => [] as { at: At; id: string }[]);
    for (const s of this.story.statements) {
      for (const at of s.support) supports[at.a]!.push({ at, id: s.id });
    }
    for (const d of this.differences()) {
      if (this.statementById.has(d.subject)) put(d.subject, d);
      for (const p of d.positions) {
        for (const at of p.at) {
          for (const s of supports[at.a]!) {
            const overlap = Math.min(at.end, s.at.end) - Math.max(at.begin, s.at.begin);
            const shorter = Math.min(at.end - at.begin, s.at.end - s.at.begin);
            if (overlap > 0 && overlap >= shorter * 0.6) put(s.id, d);
          }
        }
      }
    }
    return out;
  }

  /** Which position of a difference an account holds; -1 for none. */
  positionOf(d: Difference, a: number): number {
    return d.positions.findIndex((p) => p.at.some((x) => x.a === a));
  }

  /**
   * How each account stands to a statement. It `says` it when its words are among the support;
   * it `differs` when it says it with another value than the account whose words stand for the
   * statement; it says `otherwise` when it does not say it but holds a side of a conflict that none
   * of those who say it hold; it comes `near` when it tells of it in part. All others are silent.
   */
  private stanceCache = new Map<string, Stance[]>();
  stances(s: Statement): Stance[] {
    const known = this.stanceCache.get(s.id);
    if (known) return known;
    const out: Stance[] = this.full.accounts.map(() => 'silent');
    const speakers = distinct(s.support);
    for (const a of speakers) out[a] = 'says';
    const reference = this.worded(s).a;
    for (const d of this.differencesOf(s)) {
      if (d.kind === 'variant') continue;
      const own = this.positionOf(d, reference);
      if (own >= 0) {
        for (const a of speakers) {
          const p = this.positionOf(d, a);
          const both = d.positions[own]!.at.some((x) => x.a === a);
          if (p >= 0 && p !== own && !both) out[a] = 'differs';
        }
      }
      if (d.kind !== 'conflict') continue;
      const sides = new Set(speakers.map((a) => this.positionOf(d, a)).filter((p) => p >= 0));
      const taking = speakers.filter((a) => this.positionOf(d, a) >= 0).length;
      if (sides.size === 0 || taking * 2 < speakers.length) continue;
      d.positions.forEach((p, i) => {
        if (sides.has(i)) return;
        for (const at of p.at) {
          const side = this.positionOf(d, at.a);
          if (out[at.a] === 'silent' && !sides.has(side)) out[at.a] = 'otherwise';
        }
      });
    }
    for (const at of s.near) if (out[at.a] === 'silent') out[at.a] = 'near';
    this.stanceCache.set(s.id, out);
    return out;
  }

  /** Statements that no other origin makes. */
  alone(a: number): Statement[] {
    const own = this.originOf[a];
    const list = this.story.statements.filter((s) => {
      const who = distinct(s.support);
      return who.includes(a) && who.every((b) => this.originOf[b] === own);
    });
    return this.thinLast(list);
  }

  /** Statements that at least two and at least half of the other origins make, and this one does not. */
  leavesOut(a: number): Statement[] {
    const own = this.originOf[a];
    const others = this.origins.length - 1;
    const list = this.statements().filter((s) => {
      if (s.support.some((x) => this.originOf[x.a] === own)) return false;
      const n = this.statementOrigins(s);
      return n >= 2 && n * 2 >= others;
    });
    return this.thinLast(list);
  }

  private thinLast(list: Statement[]): Statement[] {
    return [...list.filter((s) => !this.thin(s)), ...list.filter((s) => this.thin(s))];
  }

  /** Places that most accounts name. */
  places(most = 3): Entity[] {
    return this.story.entities
      .filter((e) => e.type === 'place' && this.accounts(e.mentions).length > 1)
      .map((e) => ({ e, n: this.accounts(e.mentions).length, m: e.mentions.length }))
      .sort((x, y) => y.n - x.n || y.m - x.m)
      .slice(0, most)
      .map((x) => x.e);
  }

  title(): string {
    const s = this.full;
    return (
      clean(s.title) ||
      s.accounts.map((a) => clean(a.title)).find((t) => t !== '') ||
      shorten(sentenceCase(clean(s.statements[0]?.text ?? '')), 110) ||
      clean(s.id)
    );
  }

  quoteWords(q: Quote, most = 90): string {
    const r = q.renderings[0];
    return r ? shorten(r.spans.map((s) => this.words(s)).join(' … '), most) : '';
  }

  figureWords(f: Figure): string {
    const first = f.mentions[0];
    return first ? this.words(first) : f.value;
  }
}
