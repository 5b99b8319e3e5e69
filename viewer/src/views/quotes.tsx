import { useMemo, useState } from 'preact/hooks';
import { align, chunks } from '../model/align';
import { makeRef } from '../model/route';
import type { StoryView } from '../model/story';
import { clean, count, fold } from '../model/text';
import type { Quote, Rendering } from '../model/types';
import { useApp } from '../ui/app';
import { Choice, Own, Section, useCurrent, Who, whoWords } from '../ui/parts';
import { VirtualList } from '../ui/virtual';

/** Renderings with the very same words stand together. */
export interface Version {
  text: string;
  accounts: number[];
  renderings: Rendering[];
}

const trimmed = (text: string) => text.replace(/^["“”'‘’«»\s]+|["“”'‘’«»\s,]+$/g, '');

export function versions(view: StoryView, q: Quote): Version[] {
  const out: (Version & { key: string })[] = [];
  const sorted = [...q.renderings].sort((a, b) => view.rank[a.a]! - view.rank[b.a]!);
  for (const r of sorted) {
    const text = trimmed(r.spans.map((s) => view.words(s)).join(' … '));
    const key = fold(text);
    const same = out.find((v) => v.key === key);
    if (same) {
      same.renderings.push(r);
      if (!same.accounts.includes(r.a)) same.accounts.push(r.a);
    } else {
      out.push({ key, text, accounts: [r.a], renderings: [r] });
    }
  }
  return out;
}

const MOST_ALIGNED = 10;

/** Who holds a version: letters, or the first and a count. */
function Holders({ accounts }: { accounts: number[] }) {
  const { view } = useApp();
  const names = whoWords(view, accounts);
  return (
    <span class="holders" title={names}>
      {accounts.slice(0, 3).map((a) => (
        <span class="badge" key={a}>
          {view.label(a).badge}
        </span>
      ))}
      {accounts.length > 3 && <span class="more">+{accounts.length - 3}</span>}
    </span>
  );
}

/**
 * Renderings word under word: kept words faint, changed words strong, a stroke where words are cut.
 * The columns flow like text; the letters repeat in a gutter, one set for each line.
 */
function Aligned({ list }: { list: Version[] }) {
  const shown = list.slice(0, MOST_ALIGNED);
  const cols = useMemo(() => chunks(align(shown.map((v) => v.text))), [list]);
  return (
    <div class="aligned" style={{ '--rows': String(shown.length) }} aria-hidden="true">
      <div class="gutter">
        {Array.from({ length: 24 }, (_, line) => (
          <div class="gutter-set" key={line}>
            {shown.map((v) => (
              <Holders key={v.text} accounts={v.accounts} />
            ))}
          </div>
        ))}
      </div>
      <div class="flow">
        {cols.map((c, i) => (
          <span class={c.same ? 'col same' : 'col'} key={i}>
            {c.cells.map((text, r) => (
              <bdi key={r} class={text ? '' : c.within[r] ? 'cut' : 'out'}>
                {text || (c.within[r] ? '–' : '')}
              </bdi>
            ))}
          </span>
        ))}
      </div>
    </div>
  );
}

function Plain({ q, list }: { q: Quote; list: Version[] }) {
  const { view, href } = useApp();
  return (
    <ul class="versions">
      {list.map((v) => (
        <li key={v.text}>
          <Holders accounts={v.accounts} />
          <a href={href(makeRef('quote', q.id, view.account(v.accounts[0]!).id))}>
            <Own as="span">“{v.text}”</Own>
          </a>
          {v.renderings[0]!.kind !== 'direct' && <small> {clean(v.renderings[0]!.kind)}</small>}
        </li>
      ))}
    </ul>
  );
}

type Show = 'aligned' | 'plain';

export function QuoteItem({ q, show }: { q: Quote; show: Show }) {
  const { view, href } = useApp();
  const list = useMemo(() => versions(view, q), [view, q]);
  const current = useCurrent('quote', q.id);
  const accounts = view.accounts(q.renderings.map((r) => r.spans[0]!));
  const lined = show === 'aligned' && list.length > 1;
  const note =
    list.length > 1
      ? `${count(list.length, 'wording')}${accounts.length > list.length ? ` in ${count(accounts.length, 'account')}` : ''}`
      : accounts.length > 1
        ? 'the same words in each'
        : '';
  return (
    <article class={current ? 'quote current' : 'quote'} id={`quote-${q.id}`}>
      <header>
        <Who accounts={accounts} />
        <a class="quote-link" href={href(makeRef('quote', q.id))}>
          {note || 'one account'}
        </a>
      </header>
      {lined && <Aligned list={list} />}
      <div class={lined ? 'sr' : ''}>
        <Plain q={q} list={list} />
      </div>
    </article>
  );
}

type Row = { kind: 'speaker'; id: string; name: string; n: number } | { kind: 'quote'; q: Quote };

export function quoteRows(view: StoryView, all: boolean): Row[] {
  const groups = new Map<string, Quote[]>();
  for (const q of view.story.quotes) {
    const several = new Set(q.renderings.map((r) => r.a)).size > 1;
    if (!all && !several) continue;
    const list = groups.get(q.speaker) ?? [];
    list.push(q);
    groups.set(q.speaker, list);
  }
  const weight = (list: Quote[]) =>
    list.reduce((n, q) => n + new Set(q.renderings.map((r) => r.a)).size, 0);
  const sorted = [...groups].sort(
    ([a, x], [b, y]) => Number(a === '') - Number(b === '') || weight(y) - weight(x),
  );
  return sorted.flatMap(([id, list]) => {
    const best = list
      .map((q, i) => ({ q, i, n: new Set(q.renderings.map((r) => r.a)).size }))
      .sort((a, b) => b.n - a.n || a.i - b.i);
    return [
      { kind: 'speaker' as const, id, name: view.entityName(id), n: list.length },
      ...best.map(({ q }) => ({ kind: 'quote' as const, q })),
    ];
  });
}

export function Quotes() {
  const { view, route, href, printing } = useApp();
  const [show, setShow] = useState<Show>('aligned');
  const total = view.story.quotes.length;
  const several = view.story.quotes.filter(
    (q) => new Set(q.renderings.map((r) => r.a)).size > 1,
  ).length;
  const [everything, setAll] = useState(several === 0);
  const named =
    route.kind === 'quote' &&
    view.story.quotes.some(
      (q) => q.id === route.id && new Set(q.renderings.map((r) => r.a)).size < 2,
    );
  const all = everything || named || printing;
  const rows = useMemo(() => quoteRows(view, all), [view, all]);
  return (
    <Section
      id="quotes"
      title="Quotes"
      count={total}
      lead={
        several > 0
          ? 'One quotation under another, word for word: strong where the renderings part, faint where they agree, a stroke where one cuts.'
          : undefined
      }
      tools={
        <>
          {several > 0 && (
            <Choice
              label="Show"
              value={show}
              options={[
                ['aligned', 'word under word'],
                ['plain', 'as written'],
              ]}
              onChange={setShow}
            />
          )}
          {several > 0 && several < total && (
            <label class="check">
              <input
                type="checkbox"
                checked={all}
                onChange={(e) => setAll(e.currentTarget.checked)}
              />
              also the {total - several} in one account only
            </label>
          )}
        </>
      }
    >
      {total === 0 && <p class="none">No quotation was found in these accounts.</p>}
      <VirtualList
        items={rows}
        keyOf={(r) => (r.kind === 'speaker' ? `speaker ${r.id}` : `quote ${r.q.id}`)}
        estimate={130}
        reveal={
          route.kind === 'quote'
            ? rows.findIndex((r) => r.kind === 'quote' && r.q.id === route.id)
            : -1
        }
        render={(r) =>
          r.kind === 'speaker' ? (
            <h3 class="speaker">
              {r.name ? (
                <a href={href(makeRef('name', r.id))}>
                  <bdi dir="auto">{r.name}</bdi>
                </a>
              ) : (
                'Speaker not known'
              )}
              <span class="count">{r.n}</span>
            </h3>
          ) : (
            <QuoteItem q={r.q} show={show} />
          )
        }
      />
    </Section>
  );
}
