import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address, type Browser, busy, launch, whole } from './browser';
import { FOLDER } from './pages';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const ORDER = [
  'happened',
  'differences',
  'agreement',
  'timeline',
  'quotes',
  'people',
  'figures',
  'wording',
  'sources',
  'checks',
  'accounts',
];

describe('the page', () => {
  test('shows every section in reading order, asks nobody for anything, complains of nothing', async () => {
    const { page, problems } = await browser.open('harbour');
    await whole(page);
    expect(await page.$$eval('main > section', (l) => l.map((x) => x.id))).toEqual(ORDER);
    expect(await page.title()).toBe('Ferry strikes pier at Port Valmora · Parallax');
    expect(await page.textContent('.masthead')).toContain('5 independent origins');
    expect(problems).toEqual([]);
  });

  test('tells each statement in an account’s words, with its origins', async () => {
    const { page } = await browser.open('harbour');
    const first = page.locator('.leading').first();
    expect(await first.locator('.tally').textContent()).toContain('4 of 5');
    expect(await first.locator('.claim').textContent()).toContain(
      'struck the eastern pier of Port Valmora',
    );
    expect(await first.locator('.who').getAttribute('aria-label')).toContain('A Valmora Courier');
  });

  test('puts what cannot both hold before what is only said otherwise', async () => {
    const { page } = await browser.open('harbour');
    const kinds = await page.$$eval('.diff-kind > h3', (l) =>
      l.map((x) => x.firstChild!.textContent!.trim()),
    );
    expect(kinds).toEqual([
      'Cannot both hold',
      'Changed with time',
      'One is more exact',
      'Other words',
    ]);
    const first = page.locator('.diff').first();
    expect(await first.locator('.value').allTextContents()).toEqual(['14', 'at least 14', '17']);
  });

  test('draws the matrix with copies in one bracket', async () => {
    const { page } = await browser.open('harbour');
    await whole(page);
    expect(await page.locator('.matrix .m-head .in-origin').count()).toBe(2);
    const row = page.locator('[id="statement-s2"]');
    const cells = await row
      .locator('.m-cell a')
      .evaluateAll((l) => l.map((x) => x.getAttribute('aria-label')));
    expect(cells).toEqual([
      'Valmora Courier: says it',
      'Island Mirror: says it',
      'Coast Wire: says it',
      'The Deckhand: says otherwise',
      'Radio Meridian: says it with another value',
      'Evening Post: says it',
    ]);
    await page.selectOption('#agreement select', 'differs');
    expect(await page.locator('.matrix .v-list .m-row').first().getAttribute('id')).toBe(
      'statement-s3',
    );
    await page.getByLabel('only by two or more').check();
    expect(await page.locator('.matrix .v-list .m-row').count()).toBe(7);
  });

  test('draws time with its precision', async () => {
    const { page } = await browser.open('harbour');
    await whole(page);
    const box = async (id: string) => (await page.locator(`[id="time-${id}"] .bar`).boundingBox())!;
    const day = await box('2025-10-07');
    const range = await box('2025-10-07/2025-10-10');
    const hour = await box('2025-10-07T08:00');
    expect(range.x).toBeCloseTo(day.x, 0);
    expect(range.width).toBeGreaterThan(day.width);
    expect(hour.x).toBeGreaterThanOrEqual(day.x);
    expect(hour.x + hour.width).toBeLessThanOrEqual(day.x + day.width + 1);
    expect(await page.locator('[id="time-2025-10-07"] .bar.exact').count()).toBe(1);
    expect(await page.locator('[id="time-2025-08"] .bar.exact').count()).toBe(0);
  });

  test('stands renderings word under word', async () => {
    const { page } = await browser.open('harbour');
    await whole(page);
    const quote = page.locator('[id="quote-q1"]');
    const words = await quote
      .locator('.flow .col')
      .evaluateAll((l) => l.map((c) => [...c.children].map((x) => x.textContent)));
    const knots = words.find((c) => c[0] === 'knots');
    expect(knots).toEqual(['knots', '', 'knots', '']);
    // lines of the gutter stand level with lines of the words
    const level = await quote.evaluate((el) => {
      const cols = [...el.querySelectorAll('.col')];
      const tops = [...new Set(cols.map((c) => Math.round(c.getBoundingClientRect().top)))];
      const sets = [...el.querySelectorAll('.gutter-set')]
        .slice(0, tops.length)
        .map((s) => Math.round(s.getBoundingClientRect().top));
      return tops.every((t, i) => Math.abs(t - sets[i]!) <= 1);
    });
    expect(level).toBe(true);
    await page.selectOption('#quotes select', 'plain');
    expect(await quote.locator('.flow').count()).toBe(0);
    expect(await quote.locator('.versions li').count()).toBe(4);
  });

  test('keeps scripts and directions of names', async () => {
    const { page } = await browser.open('harbour');
    await whole(page);
    const dir = await page
      .locator('#people bdi', { hasText: 'דוניה' })
      .first()
      .evaluate((el) => getComputedStyle(el).direction);
    expect(dir).toBe('rtl');
    expect(await page.locator('#people').textContent()).toContain('Леонид Варга');
  });

  test('hides a source from everything', async () => {
    const { page, problems } = await browser.open('harbour');
    await whole(page);
    await page.getByRole('checkbox', { name: 'The Deckhand' }).first().uncheck();
    await expect.poll(() => page.locator('.masthead').textContent()).toContain('5 accounts of 6');
    expect(await page.locator('[id="statement-s3"]').count()).toBe(0);
    expect(await page.locator('main').textContent()).not.toContain('Seventeen people');
    await page.getByRole('button', { name: /show all/ }).click();
    await expect.poll(() => page.locator('[id="statement-s3"]').count()).toBe(1);
    expect(problems).toEqual([]);
  });

  test('takes the reader’s order of sources', async () => {
    const { page } = await browser.open('harbour');
    await whole(page);
    await page.selectOption('.rail-sources select', 'name');
    const heads = () => page.locator('.m-head .m-cell .badge').allTextContents();
    await expect.poll(heads).toEqual(['B', 'F', 'C', 'A', 'E', 'D']);
    await page.getByRole('checkbox', { name: 'Evening Post' }).first().focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(heads).toEqual(['F', 'B', 'C', 'A', 'E', 'D']);
  });

  test('is dark where the system is, or where the reader wants', async () => {
    const { page } = await browser.open('harbour');
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(paper).not.toBe(light);
    await page.selectOption('.rail-settings select', 'light');
    await expect.poll(paper).toBe(light);
  });

  test('fits any width without sideways scrolling', async () => {
    const { page } = await browser.open('harbour');
    await whole(page);
    for (const width of [320, 390, 700, 960, 1240, 1600, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(60);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `at ${width}`).toBeLessThanOrEqual(0);
    }
  });
});

describe('other dossiers', () => {
  test('several stories have a front page', async () => {
    const { page, problems } = await browser.open('several');
    expect(await page.locator('.stories li').count()).toBe(2);
    await page.getByRole('link', { name: 'Another story' }).click();
    await page.waitForSelector('.masthead h1');
    expect(new URL(page.url()).hash).toBe('#~two%2F%E2%84%96/top');
    await whole(page);
    await page.locator('.diff h4 a').first().click();
    await page.waitForSelector('.panel');
    await page.getByRole('link', { name: 'Parallax · all stories' }).click();
    await page.waitForSelector('.front');
    expect(problems).toEqual([]);
  });

  test('nothing, next to nothing, and no JSON at all are said in words', async () => {
    for (const [name, words] of [
      ['empty', 'holds no story'],
      ['bare', 'No statement was found'],
      ['broken', 'holds no dossier'],
    ] as const) {
      const { page, problems } = await browser.open(name);
      await expect.poll(() => page.textContent('body')).toContain(words);
      expect(problems).toEqual([]);
    }
  });
});

describe('size and speed', () => {
  test('the page itself is small', () => {
    expect(statSync(`${FOLDER}/bare.html`).size).toBeLessThan(200_000);
  });

  test('it can be used within 300 ms', async () => {
    // the least of some loads, in time and in processor time: other work on the machine only adds
    const times: number[] = [];
    const works: number[] = [];
    for (let i = 0; i < 5; i++) {
      const page = await browser.context.newPage();
      works.push(
        await busy(page, async () => {
          await page.goto(address('harbour'));
          await page.waitForFunction(
            () => performance.getEntriesByName('parallax-ready').length > 0,
          );
        }),
      );
      times.push(
        await page.evaluate(() => performance.getEntriesByName('parallax-ready')[0]!.startTime),
      );
      await page.close();
    }
    const least = (l: number[]) => Math.round(Math.min(...l));
    console.log(`ready after ${least(times)} ms, of which ${least(works)} ms of work`);
    expect(Math.min(least(times), least(works))).toBeLessThan(300);
  });
});
