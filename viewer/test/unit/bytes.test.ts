import { expect, test } from 'vitest';
import { ByteIndex } from '../../src/model/bytes';
import { random } from '../fixtures/random';

const texts = [
  '',
  'plain ASCII',
  'Łódź, Петрович, דוניה',
  '🚢 ferry 🚢🚢 “quoted”',
  `${'a'.repeat(600)}é${'b'.repeat(600)}🚢${'ц'.repeat(900)}`,
];

test('agrees with the encoder at every character', () => {
  for (const text of texts) {
    const index = new ByteIndex(text);
    expect(index.bytes).toBe(Buffer.byteLength(text));
    for (let u = 0; u <= text.length; u++) {
      const inPair = u > 0 && u < text.length && /[\udc00-\udfff]/.test(text[u]!);
      if (inPair) continue;
      const b = Buffer.byteLength(text.slice(0, u));
      expect(index.byte(u)).toBe(b);
      expect(index.unit(b)).toBe(u);
    }
  }
});

test('a byte within a character leads to the character, one outside to an end', () => {
  const index = new ByteIndex('aé🚢b');
  expect(index.unit(2)).toBe(1);
  expect(index.unit(4)).toBe(2);
  expect(index.unit(6)).toBe(2);
  expect(index.unit(7)).toBe(4);
  expect(index.unit(-5)).toBe(0);
  expect(index.unit(1e9)).toBe(5);
});

test('lone surrogates count as the three bytes of their replacement', () => {
  const text = 'a\ud800b\udc00c';
  expect(new ByteIndex(text).bytes).toBe(Buffer.byteLength(text));
});

test('random mixtures', () => {
  const r = random(7);
  const letters = ['a', 'é', 'ж', '漢', '🚢', ' ', '“'];
  for (let k = 0; k < 40; k++) {
    const chars = Array.from(
      { length: 1 + Math.floor(r() * 1500) },
      () => letters[Math.floor(r() * letters.length)]!,
    );
    const text = chars.join('');
    const index = new ByteIndex(text);
    let u = 0;
    let b = 0;
    for (const c of chars) {
      expect(index.unit(b)).toBe(u);
      u += c.length;
      b += Buffer.byteLength(c);
    }
    expect(index.bytes).toBe(b);
  }
});
