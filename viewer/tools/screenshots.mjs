#!/usr/bin/env node
// Pictures of the page for the README.
// usage: screenshots.mjs PAGE.html OUT_FOLDER
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { fontStyle } from './fonts.mjs';

const [pageFile, out] = process.argv.slice(2);
if (!pageFile || !out) {
  console.error('usage: screenshots.mjs PAGE.html OUT_FOLDER');
  process.exit(2);
}

// what to show: name, address or selector to stand at the top, size, colours
const PICTURES = [
  { name: 'overview', at: null, width: 1240, height: 800 },
  { name: 'differences', at: '#differences', width: 1240, height: 680 },
  { name: 'agreement', at: '#agreement', width: 1240, height: 620 },
  { name: 'quotes', at: '#quotes', width: 1240, height: 620 },
  { name: 'side-by-side', read: 2, width: 1240, height: 720 },
  { name: 'phone', at: null, width: 390, height: 780, dark: true },
];

const profile = mkdtempSync(join(tmpdir(), 'parallax-pictures-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.PARALLAX_CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  bypassCSP: true,
  reducedMotion: 'reduce',
});
const style = fontStyle();
const address = pathToFileURL(resolve(pageFile)).href;
mkdirSync(out, { recursive: true });
try {
  for (const p of PICTURES) {
    const page = await context.newPage();
    await page.setViewportSize({ width: p.width, height: p.height });
    await page.emulateMedia({ colorScheme: p.dark ? 'dark' : 'light' });
    await page.goto(address);
    await page.addStyleTag({ content: style });
    await page.evaluate(() => document.fonts.ready);
    // a dossier of several stories: the first of them
    if (await page.locator('.stories a').count()) await page.locator('.stories a').first().click();
    await page.waitForSelector('#accounts');
    if (p.read) {
      const ids = await page.$$eval('#accounts .account-text a', (l) =>
        l.map((a) => a.getAttribute('href').split('read/')[1]),
      );
      const prefix = await page.$eval(
        '#accounts .account-text a',
        (a) => a.getAttribute('href').split('read/')[0],
      );
      await page.evaluate(
        (h) => {
          location.hash = h;
        },
        `${prefix}read/${ids.slice(0, p.read).join(',')}`,
      );
      await page.waitForSelector('.ribbons');
      await page.evaluate(() => document.activeElement?.blur());
    } else if (p.at) {
      await page.$eval(p.at, (el) =>
        window.scrollTo(0, window.scrollY + el.getBoundingClientRect().top + 14),
      );
    }
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(out, `${p.name}.png`) });
    await page.close();
  }
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
