/**
 * Reads `parallax.dossier/1`. Tolerant by rule: a missing optional field, an unknown value or a
 * place that leads nowhere is left out and counted, never an error that breaks the page.
 */
import type {
  Account,
  At,
  Check,
  Difference,
  DifferenceKind,
  Dossier,
  Entity,
  EntityType,
  EventItem,
  Figure,
  Moment,
  Origin,
  Quote,
  Rendering,
  Reuse,
  Statement,
  Story,
  Wording,
} from './types';

type Json = Record<string, unknown>;

const isObject = (v: unknown): v is Json =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
const list = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);
const objects = (v: unknown): Json[] => list(v).filter(isObject);

/** Strings as they are, numbers in their shortest form, all else empty. */
function str(v: unknown): string {
  if (typeof v === 'string') return v;
  if (typeof v === 'number' && Number.isFinite(v)) return String(v);
  return '';
}

function num(v: unknown): number {
  const n = typeof v === 'string' && v.trim() !== '' ? Number(v) : v;
  return typeof n === 'number' && Number.isFinite(n) ? n : 0;
}

/** `why` may be a string, a list of strings, or an object of features: always a list of phrases. */
export function reasons(v: unknown): string[] {
  if (Array.isArray(v)) return v.flatMap(reasons);
  if (isObject(v)) {
    return Object.entries(v)
      .map(([k, x]) => {
        const text = isObject(x) || Array.isArray(x) ? reasons(x).join(', ') : str(x);
        return text === '' ? '' : `${k}: ${text}`;
      })
      .filter((s) => s !== '');
  }
  const s = str(v).trim();
  return s === '' ? [] : [s];
}

class Reader {
  problems = new Map<string, number>();
  private byId = new Map<string, number>();

  complain(what: string): void {
    this.problems.set(what, (this.problems.get(what) ?? 0) + 1);
  }

  begin(accounts: Account[]): void {
    this.byId = new Map(accounts.map((a) => [a.id, a.index]));
  }

  account(v: unknown): number | null {
    return this.byId.get(str(v)) ?? null;
  }

  accounts(v: unknown): number[] {
    const out: number[] = [];
    for (const x of list(v)) {
      const i = this.account(isObject(x) ? (x.account ?? x.id) : x);
      if (i !== null && !out.includes(i)) out.push(i);
    }
    return out;
  }

  span(a: number | null, v: unknown): At | null {
    const s = list(v);
    const begin = num(s[0]);
    const end = num(s[1]);
    if (a === null || s.length < 2 || begin < 0 || end < begin) {
      this.complain('a place that leads to no account or has no span');
      return null;
    }
    return { a, begin, end };
  }

  at(v: unknown): At | null {
    if (!isObject(v)) return null;
    return this.span(this.account(v.account), v.span);
  }

  /** One place or a list of them. */
  ats(v: unknown): At[] {
    const from = Array.isArray(v) ? v : [v];
    return from.map((x) => this.at(x)).filter((x): x is At => x !== null);
  }
}

function readAccount(j: Json, index: number): Account {
  return {
    index,
    id: str(j.id) || `account-${index}`,
    path: str(j.path),
    source: str(j.source),
    title: str(j.title),
    url: str(j.url),
    published: str(j.published),
    publishedWhy: reasons(j.published_why).join('; '),
    modified: str(j.modified),
    language: str(j.language),
    encoding: str(j.encoding),
    authors: list(j.authors).map(str).filter(Boolean),
    words: num(j.words),
    text: typeof j.text === 'string' ? j.text : '',
    dropped: objects(j.dropped)
      .map((d) => ({
        begin: num(list(d.span)[0]),
        end: num(list(d.span)[1]),
        why: reasons(d.why).join('; '),
      }))
      .filter((d) => d.end > d.begin),
  };
}

const ENTITY_TYPES: readonly string[] = ['person', 'organization', 'place'];

function readEntity(r: Reader, j: Json, i: number): Entity {
  const type = str(j.type);
  return {
    id: str(j.id) || `entity-${i}`,
    type: (ENTITY_TYPES.includes(type) ? type : 'other') as EntityType,
    name: str(j.name),
    names: objects(j.names).map((n) => ({ form: str(n.form), accounts: r.accounts(n.accounts) })),
    mentions: objects(j.mentions).flatMap((m) => {
      const at = r.at(m);
      return at ? [{ ...at, kind: str(m.kind) || 'name' }] : [];
    }),
    facts: objects(j.facts).map((f) => ({
      kind: str(f.kind),
      value: str(f.value),
      entity: str(f.entity),
      at: r.ats(f.at),
    })),
    why: reasons(j.why),
  };
}

function readRendering(r: Reader, j: Json): Rendering | null {
  const a = r.account(j.account);
  const raw = Array.isArray(j.spans) ? j.spans : j.span !== undefined ? [j.span] : [];
  const spans = raw.map((s) => r.span(a, s)).filter((s): s is At => s !== null);
  if (a === null || spans.length === 0) return null;
  return {
    a,
    spans,
    kind: str(j.kind) || 'direct',
    cue: Array.isArray(j.cue) ? r.span(a, j.cue) : null,
    source: Array.isArray(j.source) ? r.span(a, j.source) : null,
  };
}

function readQuote(r: Reader, j: Json, i: number): Quote {
  return {
    id: str(j.id) || `quote-${i}`,
    speaker: str(j.speaker),
    why: reasons(j.why),
    renderings: objects(j.renderings)
      .map((x) => readRendering(r, x))
      .filter((x): x is Rendering => x !== null),
  };
}

function readEvent(r: Reader, j: Json, i: number): EventItem {
  return {
    id: str(j.id) || `event-${i}`,
    name: str(j.name),
    mentions: r.ats(j.mentions ?? []),
    when: str(j.when),
    where: str(j.where),
    who: objects(j.who).map((w) => ({ entity: str(w.entity), role: str(w.role) })),
    polarity: str(j.polarity),
    modality: str(j.modality),
    claimant: str(j.claimant),
  };
}

function readStatement(r: Reader, j: Json, i: number): Statement {
  const support = objects(j.support);
  return {
    id: str(j.id) || `statement-${i}`,
    text: str(j.text),
    words: r.at(j.words),
    support: r.ats(support.filter((x) => x.near !== true)),
    near: r.ats(support.filter((x) => x.near === true)),
    whole: j.whole !== false,
    origins: num(j.origins),
    events: list(j.events).map(str),
    entities: list(j.entities).map(str),
    when: str(j.when),
    why: reasons(j.why),
    claimant: str(j.claimant),
    attributed: j.attributed === true,
  };
}

const KINDS: readonly string[] = ['conflict', 'update', 'precision', 'variant'];

function readDifference(r: Reader, j: Json, i: number): Difference {
  const kind = str(j.kind);
  return {
    id: str(j.id) || `difference-${i}`,
    kind: (KINDS.includes(kind) ? kind : 'variant') as DifferenceKind,
    about: str(j.about),
    subject: str(j.subject),
    positions: objects(j.positions).map((p) => ({ value: str(p.value), at: r.ats(p.at ?? []) })),
    weight: num(j.weight),
    why: reasons(j.why),
  };
}

function readFigure(r: Reader, j: Json, i: number): Figure {
  return {
    id: str(j.id) || `figure-${i}`,
    value: str(j.value),
    low: str(j.low),
    high: str(j.high),
    approximate: j.approximate === true,
    unit: str(j.unit),
    of: str(j.of),
    mentions: r.ats(j.mentions ?? []),
  };
}

function readMoment(r: Reader, j: Json): Moment {
  return {
    when: str(j.when),
    mentions: r.ats(j.mentions ?? []),
    events: list(j.events).map(str),
    statements: list(j.statements).map(str),
  };
}

function readReuse(r: Reader, j: Json): Reuse | null {
  const a = r.at(j.a);
  const b = r.at(j.b);
  if (!a || !b) return null;
  return { a, b, similarity: num(j.similarity), kind: str(j.kind), direction: str(j.direction) };
}

function readOrigin(r: Reader, j: Json): Origin {
  return {
    accounts: r.accounts(j.accounts),
    why: reasons(j.why),
    first: r.account(j.first),
  };
}

function readWording(r: Reader, j: Json, i: number): Wording {
  return {
    id: String(i),
    entity: str(j.entity),
    about: str(j.about) || str(j.name),
    terms: objects(j.terms)
      .map((t, k) => ({ id: `${i}.${k}`, term: str(t.term), at: r.ats(t.at ?? []) }))
      .filter((t) => t.term !== '' && t.at.length > 0),
  };
}

function readCheck(r: Reader, j: Json, i: number): Check {
  return {
    id: String(i),
    kind: str(j.kind),
    at: r.ats(j.at ?? []),
    says: str(j.says),
    computed: str(j.computed),
    from: r.ats(j.from ?? []),
    holds: typeof j.holds === 'boolean' ? j.holds : null,
    why: reasons(j.why),
  };
}

function readStory(r: Reader, j: Json, index: number): Story {
  const accounts = objects(j.accounts).map(readAccount);
  r.begin(accounts);
  const all = <T>(v: unknown, read: (r: Reader, j: Json, i: number) => T | null): T[] =>
    objects(v)
      .map((x, i) => read(r, x, i))
      .filter((x): x is NonNullable<typeof x> => x !== null) as T[];
  return {
    index,
    id: str(j.id) || `story-${index + 1}`,
    title: str(j.title),
    when: str(j.when),
    why: reasons(j.why),
    accounts,
    entities: all(j.entities, readEntity),
    quotes: all(j.quotes, readQuote).filter((q) => q.renderings.length > 0),
    events: all(j.events, readEvent),
    statements: all(j.statements, readStatement).filter((s) => s.support.length > 0),
    differences: all(j.differences, readDifference).filter(
      (d) => d.positions.filter((p) => p.at.length > 0 || p.value !== '').length > 0,
    ),
    figures: all(j.figures, readFigure).filter((f) => f.mentions.length > 0),
    timeline: all(j.timeline, readMoment).filter((m) => m.when !== ''),
    reuse: all(j.reuse, readReuse),
    origins: all(j.origins, readOrigin).filter((o) => o.accounts.length > 0),
    wording: all(j.wording, readWording).filter((w) => w.terms.length > 0),
    checks: all(j.checks, readCheck),
  };
}

export function parseDossier(value: unknown): Dossier {
  const r = new Reader();
  if (!isObject(value)) {
    return { format: '', stories: [], problems: ['This page holds no dossier.'] };
  }
  const stories = objects(value.stories).map((s, i) => readStory(r, s, i));
  const problems: string[] = [];
  const format = str(value.format);
  if (format !== 'parallax.dossier/1') {
    problems.push(`The format is “${format || 'not named'}”; this page reads parallax.dossier/1.`);
  }
  for (const [what, n] of r.problems)
    problems.push(n === 1 ? `Left out: ${what}.` : `Left out, ${n} times: ${what}.`);
  return { format, stories, problems };
}
