import { expect, test } from 'vitest';
import { align, chunks, wordsOf } from '../../src/model/align';
import { random } from '../fixtures/random';

const TEXTS = [
  'The engines did not respond to the order to go astern, and the ship came in at nine knots',
  'did not respond to the order to go astern',
  'The engines would not answer when they were ordered astern. She came in at almost ten knots',
  'engines which did not respond to the command astern',
];

test('every word of every rendering stands once and in order', () => {
  const a = align(TEXTS);
  TEXTS.forEach((text, r) => {
    const seen = a.columns.map((c) => c.cells[r]!).filter((w) => w >= 0);
    expect(seen).toEqual(wordsOf(text).map((_, i) => i));
  });
});

test('the same word of two renderings shares a column', () => {
  const a = align(TEXTS);
  const columnOf = (r: number, word: string) =>
    a.columns.findIndex((c) => c.cells[r]! >= 0 && a.words[r]![c.cells[r]!]!.key === word);
  for (const word of ['did', 'respond', 'order', 'go', 'astern'])
    expect(columnOf(0, word)).toBe(columnOf(1, word));
  expect(columnOf(2, 'knots')).toBe(columnOf(0, 'knots'));
  expect(columnOf(3, 'engines')).toBe(columnOf(2, 'engines'));
});

test('agreement is judged among those who speak there', () => {
  const a = align(['one two three four five', 'three four']);
  const three = a.columns.find((c) => a.words[0]![c.cells[0]!]?.key === 'three');
  expect(three?.same).toBe(true);
  const list = chunks(a);
  expect(list.every((c) => c.same)).toBe(true);
  expect(list[0]!.within).toEqual([true, false]);
});

test('a cut within is told from silence around', () => {
  const list = chunks(align(['we will do all that we can', 'we will do what we can']));
  const cut = list.filter((c) => c.cells[1] === '' && c.within[1]);
  const joined = list
    .map((c) => c.cells[0])
    .filter(Boolean)
    .join(' ');
  expect(joined).toBe('we will do all that we can');
  expect(list.some((c) => !c.same)).toBe(true);
  expect(cut.every((c) => !c.same)).toBe(true);
});

test('marks of punctuation and case make no difference', () => {
  const a = align(['“It is, he said, over.”', 'it is he said over']);
  expect(a.columns.every((c) => c.same)).toBe(true);
});

test('nothing, and one alone', () => {
  expect(align([]).columns).toEqual([]);
  expect(align(['']).columns).toEqual([]);
  expect(align(['a b', '']).columns).toHaveLength(2);
});

test('random renderings keep their words', () => {
  const r = random(11);
  const bag = 'the ship came in at nine knots and nobody said why it would not stop'.split(' ');
  for (let k = 0; k < 60; k++) {
    const texts = Array.from({ length: 2 + Math.floor(r() * 4) }, () =>
      bag.filter(() => r() < 0.7).join(' '),
    );
    const a = align(texts);
    texts.forEach((text, i) => {
      const back = chunks(a)
        .map((c) => c.cells[i]!)
        .filter(Boolean)
        .join(' ');
      expect(back).toBe(text);
    });
  }
});

test('long renderings stay within bounds', () => {
  const long = Array.from({ length: 5000 }, (_, i) => `w${i % 97}`).join(' ');
  const a = align([long, long]);
  expect(a.columns.length).toBeLessThanOrEqual(1200);
});
