import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, launch, whole } from './browser';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await launch({ bypassCSP: true });
});
afterAll(() => browser.close());

const VIEWS: [string, string, string][] = [
  ['the page', 'harbour', ''],
  ['evidence beside it', 'harbour', '#difference/d1'],
  ['side by side', 'harbour', '#read/a1,a5'],
  ['the front page', 'several', ''],
  ['a large story', 'large', ''],
];

for (const [name, file, hash] of VIEWS) {
  for (const [how, dark, width] of [
    ['light', false, 1280],
    ['dark', true, 1280],
    ['phone', false, 390],
  ] as const) {
    if (file !== 'harbour' && how === 'phone') continue;
    test(`axe finds nothing in ${name}, ${how}`, async () => {
      const { page } = await browser.open(file, hash);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      if (file !== 'several') await whole(page);
      await page.waitForTimeout(100);
      await page.evaluate(axe);
      const result = await page.evaluate(() =>
        (window as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }).axe.run({
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      );
      const found = result.violations.map(
        (v) =>
          `${v.id}: ${v.nodes.length}× ${v.nodes[0]?.html.slice(0, 140)} ${v.nodes[0]?.failureSummary ?? ''}`,
      );
      expect(found).toEqual([]);
      await page.close();
    });
  }
}

test('search and help, too', async () => {
  const { page } = await browser.open('harbour');
  await page.keyboard.press('/');
  await page.keyboard.type('ferry');
  await page.waitForSelector('#hit-0');
  await page.evaluate(axe);
  const run = () =>
    page.evaluate(async () => {
      const r = await (
        window as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }
      ).axe.run({ resultTypes: ['violations'] });
      return r.violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 140)}`);
    });
  expect(await run()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.waitForSelector('.help');
  expect(await run()).toEqual([]);
});
