import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, type Browser, launch, whole } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('every address on the page leads somewhere', async () => {
  const { page, problems } = await browser.open('harbour');
  await whole(page);
  const hashes = await page.$$eval('main a[href^="#"]', (l) => [
    ...new Set(l.map((a) => a.getAttribute('href')!)),
  ]);
  expect(hashes.length).toBeGreaterThan(60);
  for (const hash of hashes) {
    await page.evaluate((h) => {
      location.hash = h;
    }, hash);
    const [kind, id] = hash.slice(1).split('/');
    if (id === undefined) expect(await page.locator(`[id="${kind}"]`).count(), hash).toBe(1);
    else if (kind === 'read') await page.waitForSelector('.compare');
    else {
      await page.waitForFunction(
        (h) => location.hash === h && document.querySelector('.panel .passage') !== null,
        hash,
      );
    }
  }
  expect(problems).toEqual([]);
});

test('a link to a difference opens it, its words and its account', async () => {
  const { page } = await browser.open('harbour', '#difference/d1/a4');
  await page.waitForSelector('.panel');
  expect(await page.textContent('.panel h2')).toBe('How many were hurt');
  expect(await page.locator('.passage.current').textContent()).toContain('Seventeen people');
  expect(await page.textContent('.panel-source b')).toBe('The Deckhand');
  expect(await page.textContent('.pane .focus')).toBe('Seventeen people');
  const seen = await page.locator('[id="difference-d1"]').evaluate((el) => {
    const r = el.getBoundingClientRect();
    return r.top < innerHeight && r.bottom > 0;
  });
  expect(seen).toBe(true);
  const focus = await page.locator('.pane [data-focus]').evaluate((el) => {
    const r = el.getBoundingClientRect();
    const p = el.closest('.pane')!.getBoundingClientRect();
    return r.top >= p.top && r.bottom <= p.bottom;
  });
  expect(focus).toBe(true);
});

test('anything clicked shows its words, its reason, and goes back', async () => {
  const { page } = await browser.open('harbour');
  await whole(page);
  await page.locator('.leading a').first().click();
  await page.waitForSelector('.panel');
  await page.locator('.panel .why summary').click();
  expect(await page.textContent('.panel .why')).toContain('same event and participants');
  await page.locator('.passage').nth(3).click();
  await expect.poll(() => page.textContent('.panel-source b')).toBe('The Deckhand');
  // marked words in the account lead on
  await page.locator('.pane [data-ref^="name/"]').first().click();
  await expect.poll(() => page.textContent('.panel .kicker')).toMatch(/Other|Place|Person/);
  await page.goBack();
  await expect.poll(() => page.textContent('.panel .kicker')).toBe('Statement');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => page.locator('.panel').count()).toBe(0);
});

test('citations and links are copied', async () => {
  const { page } = await browser.open('harbour', '#statement/s2');
  await page.waitForSelector('.panel');
  await page.evaluate(() => {
    (window as unknown as { copied: string[] }).copied = [];
    navigator.clipboard.writeText = (t) => {
      (window as unknown as { copied: string[] }).copied.push(t);
      return Promise.resolve();
    };
  });
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  const copied = await page.evaluate(() => (window as unknown as { copied: string[] }).copied);
  expect(copied[0]).toContain('“injuring 14 people” — Valmora Courier');
  expect(copied[1]).toBe(address('harbour', '#statement/s2'));
  await expect.poll(() => page.textContent('.toast')).toContain('copied');
});

test('accounts stand side by side, joined and scrolled together', async () => {
  const { page, problems } = await browser.open('harbour');
  await page.setViewportSize({ width: 1280, height: 420 });
  await page.evaluate(() => {
    location.hash = '#read/a1,a4';
  });
  await page.waitForSelector('.compare');
  expect(await page.locator('.column').count()).toBe(2);
  await expect.poll(() => page.locator('.ribbons path').count()).toBeGreaterThan(0);
  // choosing words brings the other account level
  await page.locator('.column').first().locator('[data-ref="quote/q1"]').first().click();
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [a, b] = [...document.querySelectorAll('.column')].map(
          (c) => c.querySelector('.same-ref')?.getBoundingClientRect().top,
        );
        return a !== undefined && b !== undefined ? Math.abs(a - b) : 999;
      }),
    )
    .toBeLessThan(4);
  expect(await page.textContent('.compare-foot')).toContain('Leonid Varga');
  // the wheel over one account moves the other
  const before = await page
    .locator('.column')
    .nth(1)
    .evaluate((el) => el.scrollTop);
  await page.locator('.column').first().hover();
  await page.mouse.wheel(0, 400);
  await expect
    .poll(() =>
      page
        .locator('.column')
        .nth(1)
        .evaluate((el) => el.scrollTop),
    )
    .not.toBe(before);
  // parts set aside are shown on demand
  expect(await page.textContent('.columns')).not.toContain('Ten island walks');
  await page.getByLabel('parts set aside').check();
  await expect.poll(() => page.textContent('.columns')).toContain('Ten island walks');
  await page.locator('.pick summary').first().click();
  await page.locator('.pick-list').getByLabel('Coast Wire').check();
  await expect.poll(() => page.locator('.column').count()).toBe(3);
  expect(problems).toEqual([]);
});
