import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, busy, launch, whole } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a story of 300 accounts keeps only what is near the window while it scrolls', async () => {
  const { page, problems } = await browser.open('large');
  await whole(page);
  await page.waitForTimeout(300);
  const steps = 120;
  let most = 0;
  const cpu = await busy(page, async () => {
    most = await page.evaluate(async (n) => {
      const bottom = document.documentElement.scrollHeight;
      let nodes = 0;
      for (let i = 0; i < n; i++) {
        window.scrollTo(0, (bottom * i) / n);
        await new Promise((r) => requestAnimationFrame(r));
        nodes = Math.max(nodes, document.querySelectorAll('*').length);
      }
      return nodes;
    }, steps);
  });
  // printed, not asserted: a busy machine says nothing about the page
  console.log(
    `300 accounts: ${(cpu / steps).toFixed(1)} ms of work a frame, ${most} elements at most`,
  );
  expect(most).toBeLessThan(9000);
  expect(problems).toEqual([]);
});

test('an address within a long list is brought into view', async () => {
  for (const [hash, id] of [
    ['#figure/f377', 'figure-f377'],
    ['#statement/s350', 'statement-s350'],
    ['#difference/d195', 'difference-d195'],
  ] as const) {
    const { page } = await browser.open('large', hash);
    await page.waitForSelector('.panel');
    await expect
      .poll(() =>
        page.evaluate((i) => {
          const r = document.getElementById(i)?.getBoundingClientRect();
          return r !== undefined && r.bottom > 0 && r.top < innerHeight;
        }, id),
      )
      .toBe(true);
    await page.close();
  }
});

test('it says when it is ready', async () => {
  const { page } = await browser.open('large');
  const ready = await page.evaluate(
    () => performance.getEntriesByName('parallax-ready')[0]!.startTime,
  );
  console.log(`300 accounts ready after ${Math.round(ready)} ms`);
  expect(ready).toBeGreaterThan(0);
});
