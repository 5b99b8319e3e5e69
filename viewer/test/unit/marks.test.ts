import { expect, test } from 'vitest';
import { chain, follow } from '../../src/model/follow';
import { blocks, type Mark, runs } from '../../src/model/marks';
import { random } from '../fixtures/random';

const mark = (begin: number, end: number, ref = `${begin}-${end}`): Mark => ({
  begin,
  end,
  kind: 'statement',
  ref,
});

test('runs cover the stretch once, whatever overlaps', () => {
  const r = random(3);
  for (let k = 0; k < 80; k++) {
    const marks = Array.from({ length: Math.floor(r() * 14) }, () => {
      const b = Math.floor(r() * 100) - 5;
      return mark(b, b + Math.floor(r() * 40) - 2);
    });
    const begin = Math.floor(r() * 30);
    const end = begin + 1 + Math.floor(r() * 60);
    let at = begin;
    for (const run of runs(marks, begin, end)) {
      expect(run.begin).toBe(at);
      expect(run.end).toBeGreaterThan(run.begin);
      const want = marks.filter(
        (m) =>
          m.end > m.begin &&
          m.begin <= run.begin &&
          m.end >= run.end &&
          m.end > begin &&
          m.begin < end,
      );
      expect(run.marks.map((m) => m.ref).sort()).toEqual(want.map((m) => m.ref).sort());
      at = run.end;
    }
    expect(at).toBe(end);
  }
});

test('the shortest mark comes first', () => {
  const [, middle] = runs([mark(0, 10, 'long'), mark(3, 5, 'short')], 0, 10);
  expect(middle!.marks.map((m) => m.ref)).toEqual(['short', 'long']);
});

test('blocks are paragraphs, and long lines are cut at spaces', () => {
  const text = `One.\n\nTwo two.\n${'word '.repeat(2000)}`;
  const list = blocks(text);
  expect(text.slice(...list[0]!)).toBe('One.');
  expect(text.slice(...list[1]!)).toBe('Two two.');
  expect(list.length).toBeGreaterThan(4);
  for (const [b, e] of list) expect(e - b).toBeLessThanOrEqual(2401);
  const rest = list
    .slice(2)
    .map(([b, e]) => text.slice(b, e))
    .join('');
  expect(rest.trim()).toBe('word '.repeat(2000).trim());
});

test('a line without spaces is cut between characters', () => {
  const text = '🚢'.repeat(5000);
  for (const [b, e] of blocks(text)) {
    expect(/^[\udc00-\udfff]/.test(text.slice(b, e))).toBe(false);
  }
});

test('following never runs backwards', () => {
  const r = random(5);
  const links = Array.from({ length: 60 }, (_, i) => {
    const from = Math.floor(r() * 1000);
    const to = Math.floor(r() * 800);
    return { ref: String(i), from, to, fromEnd: from + 5, toEnd: to + 5 };
  });
  const c = chain(links);
  expect(c.length).toBeGreaterThan(5);
  for (let i = 1; i < c.length; i++) {
    expect(c[i]!.from).toBeGreaterThan(c[i - 1]!.from);
    expect(c[i]!.to).toBeGreaterThan(c[i - 1]!.to);
  }
  let last = -1;
  for (let x = 0; x <= 1000; x += 7) {
    const y = follow(c, x, 1000, 800);
    expect(y).toBeGreaterThanOrEqual(last);
    last = y;
  }
  for (const l of c) expect(follow(c, l.from, 1000, 800)).toBeCloseTo(l.to, 6);
});
