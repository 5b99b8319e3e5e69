import { describe, expect, test } from 'vitest';
import {
  clean,
  fold,
  formatNumber,
  sentenceAround,
  series,
  shorten,
  splitActing,
  webAddress,
} from '../../src/model/text';

describe('strangers’ text', () => {
  test('bidi overrides and controls are named, not carried out', () => {
    expect(clean('safe \u202etxt.exe\u202c')).toBe('safe ⟨U+202E⟩txt.exe⟨U+202C⟩');
    expect(clean('a\u0000b\u001bc')).toBe('a⟨U+0000⟩b⟨U+001B⟩c');
    expect(clean('x\u2066y\u2069')).toBe('x⟨U+2066⟩y⟨U+2069⟩');
  });

  test('direction marks and joiners, which prose needs, stay', () => {
    expect(clean('שלום\u200f!')).toBe('שלום\u200f!');
    expect(clean('👩\u200d🚒')).toBe('👩\u200d🚒');
  });

  test('splitting loses nothing', () => {
    const parts = splitActing('a\u202eb\u2028c');
    expect(parts.map((p) => p.text).join('')).toBe('a⟨U+202E⟩b⟨U+2028⟩c');
    expect(parts.filter((p) => p.acting)).toHaveLength(2);
  });

  test('only web addresses become links', () => {
    expect(webAddress('https://a.example/x?y=1')).toBe('https://a.example/x?y=1');
    for (const bad of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JaVaScRiPt:x',
      'data:text/html,x',
      'file:///etc/passwd',
      '//a.example',
      'https://',
      'vbscript:x',
      '',
    ]) {
      expect(webAddress(bad)).toBeNull();
    }
  });
});

describe('sentences', () => {
  const around = (text: string, words: string) => {
    const at = text.indexOf(words);
    const s = sentenceAround(text, at, at + words.length);
    return text.slice(s.begin, s.end);
  };
  test('end at marks before white space and a capital', () => {
    expect(around('One ran. Two fell down! Three slept.', 'fell')).toBe('Two fell down!');
  });
  test('are not cut at abbreviations and initials', () => {
    expect(around('Dr. Ada B. Lund left on Oct. 7 at dawn. He slept.', 'left')).toBe(
      'Dr. Ada B. Lund left on Oct. 7 at dawn.',
    );
  });
  test('end where scraping lost the space', () => {
    expect(around('He met Ms Boro.During the talk he slept. So.', 'talk')).toBe(
      'During the talk he slept.',
    );
  });
  test('keep closing quotation marks', () => {
    expect(around('“I saw it.” She left.', 'saw')).toBe('“I saw it.”');
  });
  test('do not pass a line end', () => {
    expect(around('Headline\nThe body says it\nNext', 'body')).toBe('The body says it');
  });
});

test('numbers, series, cuts, folding', () => {
  expect(formatNumber('50000')).toBe('50,000');
  expect(formatNumber('2025')).toBe('2025');
  expect(formatNumber('-1234567.5')).toBe('-1,234,567.5');
  expect(formatNumber('three')).toBe('three');
  expect(series(['A', 'B', 'C'])).toBe('A, B and C');
  expect(shorten('a quiet harbour town', 12)).toBe('a quiet…');
  expect(fold('“Petrović’s”')).toBe('"petrovic\'s"');
});
