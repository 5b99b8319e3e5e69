/**
 * Pictures of the page against those kept in test/reference: light, dark and phone. Compared as
 * blocks of 12 pixels and with some tolerance, so that another version of the browser draws the same
 * page, while a moved column or a lost colour does not pass. PARALLAX_UPDATE=1 keeps new ones.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fontStyle } from '../../tools/fonts.mjs';
import { type Browser, launch, whole } from './browser';
import { FOLDER } from './pages';

const KEPT = fileURLToPath(new URL('../reference', import.meta.url));
const update = process.env.PARALLAX_UPDATE === '1';

let browser: Browser;
beforeAll(async () => {
  browser = await launch({ bypassCSP: true });
});
afterAll(() => browser.close());

/** Half the size and fewer shades: what is kept stays small and can still be looked at. */
function half(png: PNG): PNG {
  const out = new PNG({ width: png.width >> 1, height: png.height >> 1 });
  for (let y = 0; y < out.height; y++) {
    for (let x = 0; x < out.width; x++) {
      for (let c = 0; c < 4; c++) {
        const at = (dy: number, dx: number) =>
          png.data[((y * 2 + dy) * png.width + x * 2 + dx) * 4 + c]!;
        out.data[(y * out.width + x) * 4 + c] =
          (((at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1)) >> 2) & 0xf0) | 8;
      }
    }
  }
  return out;
}

const BLOCK = 12;

function means(png: PNG): number[] {
  const out: number[] = [];
  for (let y = 0; y + BLOCK <= png.height; y += BLOCK) {
    for (let x = 0; x + BLOCK <= png.width; x += BLOCK) {
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let dy = 0; dy < BLOCK; dy++) {
          for (let dx = 0; dx < BLOCK; dx++)
            sum += png.data[((y + dy) * png.width + x + dx) * 4 + c]!;
        }
        out.push(sum / BLOCK / BLOCK);
      }
    }
  }
  return out;
}

/** The share of blocks that differ visibly. */
function difference(a: PNG, b: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  const x = means(a);
  const y = means(b);
  return x.filter((v, i) => Math.abs(v - y[i]!) > 14).length / x.length;
}

const PICTURES: [string, string, string | null, number, number, boolean][] = [
  ['overview-light', '', null, 1280, 900, false],
  ['overview-dark', '', null, 1280, 900, true],
  ['overview-phone', '', null, 390, 844, false],
  ['agreement-light', '', '#agreement', 1280, 900, false],
  ['timeline-light', '', '#timeline', 1280, 900, false],
  ['quotes-light', '', '#quotes', 1280, 900, false],
  ['evidence-dark', '#difference/d1', null, 1280, 900, true],
  ['side-by-side-light', '#read/a1,a4', null, 1280, 900, false],
];

for (const [name, hash, at, width, height, dark] of PICTURES) {
  test(`${name} looks as kept`, async () => {
    const { page } = await browser.open('harbour');
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.addStyleTag({ content: fontStyle() });
    await page.evaluate(() => document.fonts.ready);
    await whole(page);
    if (hash) {
      await page.evaluate((h) => {
        location.hash = h;
      }, hash);
      await page.waitForSelector('.panel, .compare');
    }
    if (at) {
      await page.$eval(at, (el) =>
        window.scrollTo(0, window.scrollY + el.getBoundingClientRect().top),
      );
    }
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.waitForTimeout(350);
    const now = half(PNG.sync.read(await page.screenshot()));
    const file = `${KEPT}/${name}.png`;
    if (update) {
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(file, PNG.sync.write(now));
    }
    expect(existsSync(file), `${file} is kept`).toBe(true);
    const share = difference(now, PNG.sync.read(readFileSync(file)));
    if (share > 0.02) writeFileSync(`${FOLDER}/${name}.now.png`, PNG.sync.write(now));
    expect(
      share,
      `${(share * 100).toFixed(1)} % of the picture differ; see build/viewer/test/${name}.now.png`,
    ).toBeLessThanOrEqual(0.02);
    await page.close();
  });
}

test('the comparison sees a moved column and a lost colour', () => {
  const draw = (f: (x: number, y: number) => number) => {
    const png = new PNG({ width: 240, height: 120 });
    for (let y = 0; y < 120; y++) {
      for (let x = 0; x < 240; x++) {
        const v = f(x, y);
        png.data.set([v, v, v, 255], (y * 240 + x) * 4);
      }
    }
    return png;
  };
  const column = (from: number) => draw((x) => (x >= from && x < from + 40 ? 60 : 250));
  expect(difference(column(60), column(60))).toBe(0);
  expect(difference(column(60), column(90))).toBeGreaterThan(0.02);
});
