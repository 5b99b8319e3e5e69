#!/usr/bin/env node
// Writes a dossier into the built page, as the program does.
// usage: fill.mjs DOSSIER.json OUT.html [VIEWER.html]
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const PLACEHOLDER = '@@PARALLAX_DOSSIER@@';
export const VIEWER = fileURLToPath(new URL('../../build/viewer/viewer.html', import.meta.url));

/** JSON that cannot end or open an element, nor a line where a script would end one. */
export function escapeJson(json) {
  return json
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

export function fill(page, json) {
  return page.replace(PLACEHOLDER, () => escapeJson(json));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [dossier, out, viewer = VIEWER] = process.argv.slice(2);
  if (!dossier || !out) {
    console.error('usage: fill.mjs DOSSIER.json OUT.html [VIEWER.html]');
    process.exit(2);
  }
  writeFileSync(out, fill(readFileSync(viewer, 'utf8'), readFileSync(dossier, 'utf8')));
}
