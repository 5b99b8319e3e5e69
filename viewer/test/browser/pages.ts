/** Makes the pages that the browser tests open: the built viewer with each fixture in it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fill, VIEWER } from '../../tools/fill.mjs';
import { harbour } from '../fixtures/harbour.mjs';
import { hostile } from '../fixtures/hostile.mjs';
import { large } from '../fixtures/large.mjs';

export const FOLDER = fileURLToPath(new URL('../../../build/viewer/test', import.meta.url));

export default function setup(): void {
  execFileSync(fileURLToPath(new URL('../../../scripts/build-viewer', import.meta.url)), {
    stdio: 'inherit',
  });
  const viewer = readFileSync(VIEWER, 'utf8');
  mkdirSync(FOLDER, { recursive: true });
  const put = (name: string, dossier: unknown) =>
    writeFileSync(`${FOLDER}/${name}.html`, fill(viewer, JSON.stringify(dossier)));
  put('harbour', harbour);
  put('hostile', hostile());
  put('large', large());
  put('middle', large(10));
  const [story] = harbour.stories;
  put('several', {
    ...harbour,
    stories: [
      { ...story, id: 'one' },
      { ...story, id: 'two/№', title: 'Another story' },
    ],
  });
  put('empty', { format: 'parallax.dossier/1', stories: [] });
  put('bare', {
    format: 'parallax.dossier/1',
    stories: [{ id: 's', accounts: [{ id: 'a', text: 'One line.' }] }],
  });
  writeFileSync(`${FOLDER}/broken.html`, fill(viewer, '{"stories": ['));
}
