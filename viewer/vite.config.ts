/**
 * Builds the page as one file: script and style inline, allowed by their hashes alone.
 *
 * The program writes a dossier by replacing the text of the one element
 * `<script type="application/json" id="dossier">`; that element is data and never runs, so the
 * policy stays valid whatever it holds.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const PLACEHOLDER = '@@PARALLAX_DOSSIER@@';

/** Keeps a script from ending its own element early. */
const inlineScript = (code: string) =>
  code
    .trim()
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--');

export function compose(template: string, script: string, style: string): string {
  const js = inlineScript(script);
  const css = style.trim().replace(/<\//g, '<\\/');
  if (js.includes(PLACEHOLDER) || css.includes(PLACEHOLDER))
    throw new Error('placeholder in the bundle');
  const policy = [
    "default-src 'none'",
    `script-src ${hash(js)}`,
    `style-src ${hash(css)}`,
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  // functions, so that a `$` in the code is no pattern
  return template
    .replace('@@CSP@@', () => policy)
    .replace('@@STYLE@@', () => css)
    .replace('@@DOSSIER@@', () => PLACEHOLDER)
    .replace('@@SCRIPT@@', () => js);
}

function onePage(): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    generateBundle(_, bundle) {
      let script = '';
      let style = '';
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === 'chunk') script += part.code;
        else if (name.endsWith('.css')) style += part.source;
        delete bundle[name];
      }
      const source = compose(readFileSync(here('index.html'), 'utf8'), script, style);
      this.emitFile({ type: 'asset', fileName: 'viewer.html', source });
    },
  };
}

export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  esbuild: {
    jsx: 'automatic',
    jsxDev: false,
    jsxImportSource: 'preact',
    legalComments: 'none',
    charset: 'utf8',
  },
  plugins: [onePage()],
  build: {
    outDir: here('../build/viewer'),
    emptyOutDir: false,
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: {
      input: here('src/main.tsx'),
      output: { format: 'iife', entryFileNames: 'viewer.js', assetFileNames: 'viewer[extname]' },
    },
  },
});
