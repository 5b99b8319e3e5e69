import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, launch, whole } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch({ dark: true });
});
afterAll(() => browser.close());

test('prints light, whole, without the rail', async () => {
  const { page, problems } = await browser.open('harbour');
  await whole(page);
  await page.emulateMedia({ media: 'print' });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.theme))
    .toBe('light');
  const state = await page.evaluate(() => ({
    rail: getComputedStyle(document.querySelector('.rail')!).display,
    quotes: document.querySelectorAll('.quote').length,
    differences: document.querySelectorAll('.diff').length,
  }));
  expect(state).toEqual({ rail: 'none', quotes: 4, differences: 7 });
  expect(problems).toEqual([]);
});

test('makes a PDF of a few pages, of a larger story too', async () => {
  for (const [name, least, most] of [
    ['harbour', 3, 14],
    ['middle', 5, 120],
  ] as const) {
    const { page } = await browser.open(name);
    await whole(page);
    const pdf = (await page.pdf({ format: 'A4', printBackground: false })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pages, name).toBeGreaterThanOrEqual(least);
    expect(pages, name).toBeLessThanOrEqual(most);
    await page.close();
  }
});
