/** A Chromium of its own for a test file, and a page that writes down whatever goes wrong in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { FOLDER } from './pages';

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

export const CHROMIUM = process.env.PARALLAX_CHROMIUM ?? '/usr/bin/chromium';

export interface Browser {
  context: BrowserContext;
  /** opens a page of the fixtures; `problems` collects errors, refusals and requests */
  open: (name: string, hash?: string) => Promise<Opened>;
  close: () => Promise<void>;
}

export interface Opened {
  page: Page;
  problems: string[];
}

export interface Options {
  width?: number;
  height?: number;
  dark?: boolean;
  bypassCSP?: boolean;
  style?: string;
}

export const address = (name: string, hash = ''): string => `file://${FOLDER}/${name}.html${hash}`;

export async function launch(options: Options = {}): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'parallax-viewer-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: ARGS,
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    bypassCSP: options.bypassCSP ?? false,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return {
    context,
    async open(name, hash = '') {
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (e) => problems.push(`error: ${e.message}`));
      page.on('console', (m) => {
        if (m.type() === 'error' || m.type() === 'warning')
          problems.push(`${m.type()}: ${m.text()}`);
      });
      page.on('dialog', (d) => {
        problems.push(`dialog: ${d.message()}`);
        void d.dismiss();
      });
      page.on('request', (r) => {
        if (!r.url().startsWith('file:') || !r.url().includes(`${name}.html`))
          problems.push(`request: ${r.url()}`);
      });
      await page.goto(address(name, hash));
      await page.waitForFunction(() => document.querySelector('.rail, .front') !== null);
      return { page, problems };
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Waits until all sections are laid out. */
export async function whole(page: Page): Promise<void> {
  await page.waitForSelector('#accounts');
}

/** Milliseconds of processor time that the page's main thread used while `work` ran. */
export async function busy(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((m) => m.name === 'TaskDuration')!.value * 1000;
  };
  const before = await taken();
  await work();
  const after = await taken();
  await session.detach();
  return after - before;
}
