import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, launch, whole } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('search by keyboard alone', async () => {
  const { page, problems } = await browser.open('harbour');
  await whole(page);
  await page.keyboard.press('/');
  await page.waitForSelector('.search input:focus');
  await page.keyboard.type('petrovic');
  await page.waitForSelector('#hit-0');
  expect(await page.textContent('#hit-0')).toContain('Petrović');
  await page.keyboard.press('ArrowDown');
  expect(await page.getAttribute('[aria-selected="true"]', 'id')).toBe('hit-1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.panel');
  expect(await page.textContent('.panel h2')).toBe('Dunja Petrović');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.panel').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.waitForSelector('.search input:focus');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.search').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('a hit in a text opens the account there', async () => {
  const { page } = await browser.open('harbour');
  await page.keyboard.press('/');
  await page.waitForSelector('.search input:focus');
  await page.keyboard.type('broken hip');
  await page.waitForSelector('#hit-0');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.compare [data-focus]');
  expect(await page.textContent('.compare [data-focus]')).toBe('broken hip');
});

test('the first stops are: skip, search, sections, sources, then the page', async () => {
  const { page } = await browser.open('harbour');
  await whole(page);
  const stops: string[] = [];
  for (let i = 0; i < 26; i++) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(
        () =>
          document.activeElement?.textContent?.trim().slice(0, 24) ||
          document.activeElement?.getAttribute('aria-label') ||
          '',
      ),
    );
  }
  expect(stops[0]).toBe('Skip to what happened');
  expect(stops.indexOf('Search /')).toBeGreaterThan(0);
  expect(stops.findIndex((s) => s.startsWith('Quotes'))).toBeGreaterThan(stops.indexOf('Search /'));
  await page.keyboard.press('Shift+Tab');
  const visible = await page.evaluate(() => {
    const s = getComputedStyle(document.activeElement!);
    return s.outlineStyle !== 'none' && Number.parseFloat(s.outlineWidth) >= 2;
  });
  expect(visible).toBe(true);
});

test('sections by brackets, an item by Enter, back by Escape to where one was', async () => {
  const { page } = await browser.open('harbour');
  await whole(page);
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id))
    .toMatch(/differences|agreement/);
  await page.locator('.diff h4 a').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.panel h2:focus');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.panel').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    'What the crash is called: an accident or not',
  );
});

test('matches side by side by n and p', async () => {
  const { page } = await browser.open('harbour', '#read/a1,a5');
  await page.waitForSelector('.compare .close:focus');
  await page.keyboard.press('n');
  await page.waitForSelector('.same-ref');
  const first = await page.textContent('.compare-foot bdi');
  await page.keyboard.press('n');
  await expect.poll(() => page.textContent('.compare-foot bdi')).not.toBe(first);
  await page.keyboard.press('p');
  await expect.poll(() => page.textContent('.compare-foot bdi')).toBe(first);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.compare').count()).toBe(0);
});

test('help by question mark', async () => {
  const { page } = await browser.open('harbour');
  await page.keyboard.press('?');
  await page.waitForSelector('.help');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.help').count()).toBe(0);
});
