import { describe, expect, test } from 'vitest';
import { citation, EVIDENCE_KINDS, evidenceFor } from '../../src/model/evidence';
import { linksBetween, marksOf } from '../../src/model/marking';
import { parseDossier, reasons } from '../../src/model/parse';
import { makeHref, makeRef, parseReading, parseRoute } from '../../src/model/route';
import { search } from '../../src/model/search';
import { badge, labels, StoryView } from '../../src/model/story';
import { harbour } from '../fixtures/harbour.mjs';
import { random } from '../fixtures/random';

const read = (hidden: number[] = [], order?: number[]) => {
  const story = parseDossier(harbour).stories[0]!;
  return new StoryView(story, order ?? story.accounts.map((a) => a.index), new Set(hidden));
};

describe('a story', () => {
  test('counts copies once and keeps them together', () => {
    const v = read();
    expect(v.origins).toEqual([[0, 2], [1], [3], [4], [5]]);
    expect(v.columns).toEqual([0, 2, 1, 3, 4, 5]);
    expect(v.statementOrigins(v.statement('s1')!)).toBe(4);
  });

  test('follows the reader’s order', () => {
    const v = read([], [5, 4, 3, 2, 1, 0]);
    expect(v.columns).toEqual([5, 4, 3, 2, 0, 1]);
    expect(v.label(0).badge).toBe('A');
  });

  test('without a source nothing of it is left', () => {
    const v = read([3]);
    expect(v.statement('s3')).toBeUndefined();
    expect(v.story.differences.find((d) => d.id === 'd7')).toBeUndefined();
    expect(v.story.entities.find((e) => e.id === 'e3')).toBeUndefined();
    expect(JSON.stringify(v.story.statements)).not.toContain('"a":3');
    expect(v.full.statements).toHaveLength(10);
  });

  test('tells who says it, with another value, otherwise, or is silent', () => {
    const v = read();
    expect(v.stances(v.statement('s2')!)).toEqual([
      'says',
      'says',
      'says',
      'otherwise',
      'differs',
      'says',
    ]);
    expect(v.stances(v.statement('s6')!)).toEqual([
      'says',
      'differs',
      'says',
      'silent',
      'silent',
      'silent',
    ]);
    expect(v.stances(v.statement('s9')!)[3]).toBe('says');
  });

  test('knows what one alone says and what it leaves out', () => {
    const v = read();
    expect(v.alone(3).map((s) => s.id)).toEqual(['s3', 's9']);
    expect(v.alone(0)).toEqual([]);
    expect(v.leavesOut(3).map((s) => s.id)).toContain('s2');
    // the copy of an account leaves out nothing that its origin says
    expect(v.leavesOut(2).map((s) => s.id)).not.toContain('s7');
  });

  test('shows words in their sentence', () => {
    const v = read();
    const s = v.snippet(v.story.figures.find((f) => f.id === 'f2')!.mentions[0]!);
    expect(s.words).toBe('at least 14 people');
    expect(s.after).toBe(' suffered injuries.');
  });

  test('puts conflicts first', () => {
    expect(
      read()
        .differences()
        .map((d) => d.id),
    ).toEqual(['d1', 'd5', 'd2', 'd3', 'd4', 'd6', 'd7']);
  });

  test('every place in the texts is marked within its account', () => {
    const v = read();
    for (const a of v.order) {
      for (const m of marksOf(v, a)) {
        expect(m.end).toBeLessThanOrEqual(v.account(a).text.length);
        expect(m.begin).toBeLessThan(m.end);
      }
    }
    const links = linksBetween(v, 0, 3).map((l) => l.ref);
    expect(links).toEqual(expect.arrayContaining(['statement/s1', 'statement/s4', 'quote/q1']));
  });
});

describe('evidence', () => {
  test('stands behind every noun, with words that are really there', () => {
    const v = read();
    const s = v.story;
    const all: [string, string[]][] = [
      ['statement', s.statements.map((x) => x.id)],
      ['difference', s.differences.map((x) => x.id)],
      ['quote', s.quotes.map((x) => x.id)],
      ['name', s.entities.map((x) => x.id)],
      ['figure', s.figures.map((x) => x.id)],
      ['time', s.timeline.map((x) => x.when)],
      ['wording', s.wording.flatMap((w) => w.terms.map((t) => t.id))],
      ['check', s.checks.map((x) => x.id)],
      ['shared', s.reuse.map((x) => `${x.a.a}.${x.b.a}`)],
      ['event', s.events.map((x) => x.id)],
    ];
    expect(all.map(([k]) => k).sort()).toEqual([...EVIDENCE_KINDS].sort());
    for (const [kind, ids] of all) {
      for (const id of ids) {
        const e = evidenceFor(v, kind, id);
        expect(e, `${kind}/${id}`).not.toBeNull();
        const passages = e!.groups.flatMap((g) => g.passages);
        expect(passages.length).toBeGreaterThan(0);
        for (const p of passages) expect(v.words(p.at)).not.toBe('');
      }
      expect(evidenceFor(v, kind, 'nothing')).toBeNull();
    }
    expect(evidenceFor(v, 'constructor', 'x')).toBeNull();
  });

  test('is cited with source, title, date, address and bytes', () => {
    const v = read();
    const text = citation(v, evidenceFor(v, 'difference', 'd1')!);
    expect(text).not.toContain('javascript');
    expect(text).toContain(
      '“Seventeen people” — The Deckhand, “Seventeen hurt in harbour disaster; union blames cuts”, 8 October 2025, https://deckhand.example/a (bytes 55–71)',
    );
  });
});

describe('reading', () => {
  test('takes what is missing for missing', () => {
    for (const v of [
      null,
      1,
      'x',
      [],
      {},
      { stories: null },
      { format: 'parallax.dossier/1', stories: [{}] },
      { stories: [{ accounts: [{}] }] },
    ]) {
      const d = parseDossier(v);
      for (const s of d.stories) {
        const view = new StoryView(s);
        view.title();
        view.places();
      }
    }
    expect(parseDossier({ format: 'x/2', stories: [] }).problems[0]).toContain('x/2');
  });

  test('leaves out what leads nowhere, and says so', () => {
    const d = parseDossier({
      format: 'parallax.dossier/1',
      stories: [
        {
          id: 's',
          accounts: [{ id: 'a', text: 'x' }],
          statements: [
            {
              id: 's1',
              text: 't',
              support: [
                { account: 'b', span: [0, 1] },
                { account: 'a', span: [1, 0] },
              ],
            },
          ],
        },
      ],
    });
    expect(d.stories[0]!.statements).toEqual([]);
    expect(d.problems.join()).toContain('2 times');
  });

  test('reasons of any shape become phrases', () => {
    expect(reasons('a')).toEqual(['a']);
    expect(reasons(['a', ['b', null]])).toEqual(['a', 'b']);
    expect(reasons({ score: 0.8, features: { date: 'same' } })).toEqual([
      'score: 0.8',
      'features: date: same',
    ]);
    expect(reasons(null)).toEqual([]);
  });

  test('survives any part being broken', () => {
    const r = random(17);
    const junk = [null, 0, -1, '', 'x', [], {}, [null], { account: 'a1' }, 1e99, true];
    const damage = (v: unknown, p: number): unknown => {
      if (r() < p) return junk[Math.floor(r() * junk.length)];
      if (Array.isArray(v)) return v.map((x) => damage(x, p));
      if (typeof v === 'object' && v !== null) {
        return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, damage(x, p)]));
      }
      return v;
    };
    for (let k = 0; k < 150; k++) {
      const d = parseDossier({
        ...(damage(harbour, 0.02) as object),
        format: 'parallax.dossier/1',
      });
      for (const s of d.stories) {
        const v = new StoryView(s);
        v.title();
        v.places();
        v.differences();
        for (const x of v.statements()) {
          v.stances(x);
          v.telling(x);
          evidenceFor(v, 'statement', x.id);
        }
        for (const a of v.order) {
          v.alone(a);
          v.leavesOut(a);
          marksOf(v, a);
        }
        search(v, 'ferry');
      }
    }
  });
});

test('addresses go there and back', () => {
  for (const [story, ref] of [
    [null, 'quotes'],
    [null, makeRef('statement', 's/1 #?')],
    ['a story/№ 2', makeRef('time', '2025-10-07/2025-10-10', 'a,1')],
  ] as const) {
    const r = parseRoute(makeHref(story, ref));
    expect(r.story).toBe(story ?? '');
    expect(makeRef(...[r.kind, r.id, r.account].filter(Boolean))).toBe(ref);
  }
  expect(parseRoute('#%E0%A4%A')).toMatchObject({ kind: '%E0%A4%A' });
  expect(parseReading('a1@3-9,a2,a1')).toEqual({
    accounts: ['a1', 'a2'],
    at: { account: 'a1', begin: 3, end: 9 },
  });
});

test('search finds every noun and the texts, whatever the accents', () => {
  const v = read();
  const kinds = (q: string) => new Set(search(v, q).map((h) => h.ref.split('/')[0]));
  expect(kinds('petrovic')).toContain('name');
  expect(kinds('PETROVIĆ')).toContain('name');
  expect(kinds('astern')).toEqual(new Set(['statement', 'quote', 'read']));
  expect(kinds('212')).toContain('figure');
  expect(search(v, 'x')).toEqual([]);
  const hit = search(v, 'island walks').find((h) => h.ref.startsWith('read/'))!;
  const { at } = parseReading(parseRoute(`#${hit.ref}`).id);
  expect(v.words({ a: 0, begin: at!.begin, end: at!.end })).toBe('island walks');
});

test('labels', () => {
  expect(badge(0, 5)).toBe('A');
  expect(badge(26, 40)).toBe('27');
  const a = (over: object) => ({
    ...parseDossier(harbour).stories[0]!.accounts[0]!,
    source: '',
    url: '',
    path: '',
    title: '',
    ...over,
  });
  const names = labels([
    a({ source: 'Wire' }),
    a({ source: 'Wire' }),
    a({ url: 'https://www.paper.example/x' }),
    a({ path: 'x/harbour-report.txt' }),
    a({ path: '000_3a30c05ff44e94d1.txt', title: 'A title that is rather long for a column' }),
  ]).map((l) => l.name);
  expect(names).toEqual([
    'Wire (1)',
    'Wire (2)',
    'paper.example',
    'harbour-report',
    '“A title that is rather long…”',
  ]);
});
