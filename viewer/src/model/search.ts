/** Search within the dossier: every noun by its words, and the accounts' texts. */
import { makeRef } from './route';
import type { StoryView } from './story';
import { byteIndex } from './story';
import { clean, fold, formatNumber } from './text';
import { timeWords } from './time';

export interface Hit {
  ref: string;
  kind: string;
  /** text around the match, and the match itself */
  before: string;
  match: string;
  after: string;
  rank: number;
}

interface Entry {
  ref: string;
  kind: string;
  text: string;
  folded: string;
}

const entries = new WeakMap<StoryView, Entry[]>();

function index(view: StoryView): Entry[] {
  const known = entries.get(view);
  if (known) return known;
  const out: Entry[] = [];
  const put = (kind: string, ref: string, text: string) => {
    if (text !== '') out.push({ kind, ref, text, folded: fold(text) });
  };
  const s = view.story;
  for (const e of s.entities) {
    const forms = [...new Set([view.entityName(e.id), ...e.names.map((n) => clean(n.form))])];
    put('Name', makeRef('name', e.id), forms.join(' · '));
  }
  for (const x of view.statements()) {
    const support = [...new Set(x.support.slice(0, 40).map((at) => view.words(at)))];
    put('Statement', makeRef('statement', x.id), support.join(' · '));
  }
  for (const d of view.differences()) {
    put(
      'Difference',
      makeRef('difference', d.id),
      `${clean(d.about)}: ${d.positions.map((p) => clean(p.value)).join(' / ')}`,
    );
  }
  for (const q of s.quotes) {
    const words = [
      ...new Set(
        q.renderings.slice(0, 40).map((r) => r.spans.map((x) => view.words(x)).join(' … ')),
      ),
    ];
    const speaker = view.entityName(q.speaker);
    put('Quote', makeRef('quote', q.id), (speaker ? `${speaker}: ` : '') + words.join(' · '));
  }
  for (const f of s.figures) {
    put(
      'Figure',
      makeRef('figure', f.id),
      `${formatNumber(f.value)} ${clean(f.of || f.unit)} · ${view.figureWords(f)}`,
    );
  }
  for (const m of s.timeline) put('Time', makeRef('time', m.when), timeWords(m.when));
  entries.set(view, out);
  return out;
}

const AROUND = 60;

function cut(text: string, at: number, length: number): Pick<Hit, 'before' | 'match' | 'after'> {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + length + AROUND * 2);
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    match: text.slice(at, at + length),
    after: text.slice(at + length, to) + (to < text.length ? '…' : ''),
  };
}

const foldedTexts = new Map<string, string>();
const MOST_IN_TEXTS = 30;

/** Folding may change lengths; where it does, the match is looked for without folding marks. */
function findIn(text: string, folded: string, want: string, plain: string): number {
  const at = folded.indexOf(want);
  if (at < 0) return -1;
  if (folded.length === text.length) return at;
  const direct = text.toLowerCase().indexOf(plain.toLowerCase());
  return direct >= 0 ? direct : Math.min(at, Math.max(0, text.length - 1));
}

export function search(view: StoryView, query: string, most = 60): Hit[] {
  const plain = query.trim().replace(/\s+/g, ' ');
  const want = fold(plain);
  if (want.length < 2 && !/\d/.test(want)) return [];
  const hits: Hit[] = [];
  for (const e of index(view)) {
    const at = findIn(e.text, e.folded, want, plain);
    if (at < 0) continue;
    const wordStart = at === 0 || !/[\p{L}\p{N}]/u.test(e.text[at - 1]!);
    hits.push({
      ref: e.ref,
      kind: e.kind,
      ...cut(e.text, at, plain.length),
      rank: wordStart ? 0 : 1,
    });
    if (hits.length > 400) break;
  }
  hits.sort((a, b) => a.rank - b.rank);
  const out = hits.slice(0, most);
  let inTexts = 0;
  for (const a of view.order) {
    if (inTexts >= MOST_IN_TEXTS) break;
    const account = view.account(a);
    if (account.text.length > 2_000_000) continue;
    const key = `${view.full.id}/${account.id}`;
    let folded = foldedTexts.get(key);
    if (folded === undefined) {
      folded = fold(account.text);
      foldedTexts.set(key, folded);
    }
    const at = findIn(account.text, folded, want, plain);
    if (at < 0) continue;
    inTexts++;
    const bytes = byteIndex(account);
    const c = cut(account.text, at, plain.length);
    out.push({
      ref: `read/${makeRef(account.id)}@${bytes.byte(at)}-${bytes.byte(at + plain.length)}`,
      kind: view.label(a).name,
      before: clean(c.before) + (/\s$/.test(c.before) ? ' ' : ''),
      match: clean(c.match),
      after: (/^\s/.test(c.after) ? ' ' : '') + clean(c.after),
      rank: 2,
    });
  }
  return out;
}
