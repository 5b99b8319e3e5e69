import { afterAll, beforeAll, expect, test } from 'vitest';
import { MARKUP } from '../fixtures/hostile.mjs';
import { type Browser, launch, whole } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('strangers’ markup shows as text and does nothing', async () => {
  const { page, problems } = await browser.open('hostile');
  await whole(page);
  const body = (await page.textContent('main'))!;
  for (const m of MARKUP) expect(body).toContain(m.replace(/\s+/g, ' '));
  const state = await page.evaluate(() => ({
    harmed: (window as unknown as { harmed?: unknown }).harmed,
    scripts: document.scripts.length,
    images: document.images.length,
    styles: document.querySelectorAll('style, link, base, iframe, object, embed').length,
    handlers: [...document.querySelectorAll('*')].flatMap((e) =>
      e.getAttributeNames().filter((n) => n.startsWith('on')),
    ),
    links: [...document.links].map((a) => a.protocol).filter((p) => p !== 'file:'),
    shown: getComputedStyle(document.body).display,
  }));
  expect(state.harmed).toBeUndefined();
  expect(state.scripts).toBe(2);
  expect(state.images).toBe(0);
  expect(state.styles).toBe(1);
  expect(state.handlers).toEqual([]);
  expect(new Set(state.links)).toEqual(new Set(['https:']));
  expect(state.shown).not.toBe('none');
  expect(problems).toEqual([]);
});

test('bidi overrides and controls stand as tags', async () => {
  const { page } = await browser.open('hostile');
  await whole(page);
  const shown = await page.evaluate(() => document.title + document.body.textContent);
  // the data itself holds them, as escapes; what is shown does not
  const main = `${await page.title()}${await page.textContent('main')}`;
  expect(shown.length).toBeGreaterThan(main.length);
  const acting = /[\u202a-\u202e\u2066-\u2069]/.test(main) || main.includes('\u0000');
  expect(acting).toBe(false);
  expect(await page.title()).toContain('⟨U+202E⟩');
});

test('every kind of evidence opens', async () => {
  const { page, problems } = await browser.open('hostile');
  await whole(page);
  const hashes = await page.$$eval('main a[href^="#"]', (l) => [
    ...new Set(l.map((a) => a.getAttribute('href')!)),
  ]);
  for (const hash of hashes.filter((h) => h.includes('/') && !h.startsWith('#read'))) {
    await page.evaluate((h) => {
      location.hash = h;
    }, hash);
    await page.waitForFunction(
      (h) => location.hash === h && document.querySelector('.panel') !== null,
      hash,
    );
  }
  expect(
    await page.evaluate(() => (window as unknown as { harmed?: unknown }).harmed),
  ).toBeUndefined();
  expect(problems).toEqual([]);
});

test('a line of ten megabytes is read without freezing', async () => {
  const { page, problems } = await browser.open('hostile');
  await page.evaluate(() => {
    location.hash = '#read/a3';
  });
  await page.waitForSelector('.compare .block');
  const nodes = await page.locator('.compare .block').count();
  expect(nodes).toBeLessThan(60);
  const wide = await page.locator('.column').evaluate((el) => el.scrollWidth - el.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const start = Date.now();
  await page.locator('.column').evaluate((el) => {
    el.scrollTop = el.scrollHeight;
  });
  await page.waitForTimeout(200);
  expect(Date.now() - start).toBeLessThan(5000);
  expect(problems).toEqual([]);
});

test('the policy refuses scripts, styles and requests even where markup got in', async () => {
  const { page, problems } = await browser.open('harbour');
  const done = await page.evaluate(async () => {
    const out: string[] = [];
    const tried = async (name: string, f: () => unknown) => {
      try {
        await f();
        out.push(`${name} went through`);
      } catch {
        // refused
      }
    };
    await tried('innerHTML', () => {
      document.createElement('div').innerHTML = '<b>x</b>';
    });
    await tried('fetch', () => fetch('https://evil.example/'));
    const w = window as unknown as { harmed?: number };
    const s = document.createElement('script');
    try {
      s.textContent = 'window.harmed = 1';
      document.body.append(s);
    } catch {
      // refused
    }
    if (w.harmed) out.push('script went through');
    return out;
  });
  expect(done).toEqual([]);
  expect(problems.every((p) => !p.startsWith('request: https'))).toBe(true);
});
