import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { escapeJson, fill, PLACEHOLDER } from '../../tools/fill.mjs';
import { compose } from '../../vite.config';

const template =
  '<meta content="@@CSP@@"><style>@@STYLE@@</style><script type="application/json" id="dossier">@@DOSSIER@@</script><script>@@SCRIPT@@</script>';

test('the policy names the very bytes of script and style', () => {
  const page = compose(template, 'let a = "$& $1 </script><!--";\n', 'p{content:"</style>"}\n');
  const hash = (s: string) => `sha256-${createHash('sha256').update(s).digest('base64')}`;
  const script = /<script>(.*?)<\/script>/s.exec(page)![1]!;
  const style = /<style>(.*?)<\/style>/s.exec(page)![1]!;
  expect(page).toContain(hash(script));
  expect(page).toContain(hash(style));
  expect(script).toContain('$& $1');
  expect(page.split(PLACEHOLDER)).toHaveLength(2);
});

test('a bundle that holds the placeholder is refused', () => {
  expect(() => compose(template, `"${PLACEHOLDER}"`, '')).toThrow();
});

test('a dossier cannot end its element', () => {
  const json = JSON.stringify({ t: '</script><script>alert(1)</script><!-- \u2028\u2029 $& $1' });
  const page = fill(`<script>${PLACEHOLDER}</script>`, json);
  expect(page.match(/<\/script/g)).toHaveLength(1);
  expect(page).not.toMatch(/[\u2028\u2029]/);
  expect(JSON.parse(escapeJson(json))).toEqual(JSON.parse(json));
});
