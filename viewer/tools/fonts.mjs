// Two free typefaces for pictures of the page: with them it looks the same on every machine. The page itself
// uses what the reader's system has.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

function face(family, file, weight) {
  const data = readFileSync(require.resolve(`@fontsource/${file}`)).toString('base64');
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}

export function fontStyle() {
  const inter = [400, 500, 600, 700].map((w) =>
    face('Picture Sans', `inter/files/inter-latin-${w}-normal.woff2`, w),
  );
  const serif = [400, 600].map((w) =>
    face('Picture Serif', `source-serif-4/files/source-serif-4-latin-${w}-normal.woff2`, w),
  );
  return [
    ...inter,
    ...serif,
    ':root{--ui:"Picture Sans",sans-serif!important;--own:"Picture Serif",serif!important}',
  ].join('\n');
}
