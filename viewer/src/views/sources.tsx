/** What each source alone says, what it leaves out, and who shares wording with whom. */
import { useMemo } from 'preact/hooks';
import { makeRef } from '../model/route';
import type { StoryView } from '../model/story';
import { clean, count, sentenceCase, series, shorten, webAddress } from '../model/text';
import { timeWords } from '../model/time';
import type { Statement } from '../model/types';
import { useApp } from '../ui/app';
import { Badge, Section } from '../ui/parts';
import { VirtualList } from '../ui/virtual';

export interface Pair {
  a: number;
  b: number;
  bytes: number;
  passages: number;
  quotation: boolean;
}

/** Shared passages summed by pair of accounts. */
export function pairs(view: StoryView): Pair[] {
  const out = new Map<string, Pair>();
  for (const r of view.story.reuse) {
    const key = `${r.a.a}.${r.b.a}`;
    const p = out.get(key) ?? { a: r.a.a, b: r.b.a, bytes: 0, passages: 0, quotation: true };
    p.bytes += Math.min(r.a.end - r.a.begin, r.b.end - r.b.begin);
    p.passages += 1;
    p.quotation &&= r.kind === 'quotation' || r.kind === 'furniture';
    out.set(key, p);
  }
  return [...out.values()].sort((x, y) => y.bytes - x.bytes || x.a - y.a || x.b - y.b);
}

const MOST_IN_GRAPH = 24;

/** Accounts in a row, an arc between two that share wording: the more of it, the thicker. */
function Arcs({ list }: { list: Pair[] }) {
  const { view, href, go } = useApp();
  const touched = new Set(list.flatMap((p) => [p.a, p.b]));
  const shown =
    view.columns.length <= MOST_IN_GRAPH
      ? view.columns
      : view.columns.filter((a) => touched.has(a)).slice(0, MOST_IN_GRAPH);
  const at = new Map(shown.map((a, i) => [a, i]));
  const drawn = list.filter((p) => at.has(p.a) && at.has(p.b));
  const most = Math.max(1, ...drawn.map((p) => p.bytes));
  const step = shown.length > 12 ? 56 : 104;
  const reach = Math.max(1, ...drawn.map((p) => Math.abs(at.get(p.a)! - at.get(p.b)!)));
  const tall = 18 + Math.min(150, 24 + reach * 20);
  const width = shown.length * step;
  return (
    <figure class="arcs">
      <svg
        viewBox={`0 0 ${width} ${tall + 46}`}
        width={width}
        height={tall + 46}
        role="group"
        aria-label="Who shares wording with whom"
      >
        {drawn.map((p) => {
          const x1 = (at.get(p.a)! + 0.5) * step;
          const x2 = (at.get(p.b)! + 0.5) * step;
          const h = 24 + (Math.abs(at.get(p.a)! - at.get(p.b)!) / reach) * (tall - 44);
          const words = `${view.label(p.a).name} and ${view.label(p.b).name} share ${count(p.passages, 'passage')}, ${count(p.bytes, 'character')}`;
          const ref = makeRef('shared', `${p.a}.${p.b}`);
          return (
            <a
              key={`${p.a}.${p.b}`}
              href={href(ref)}
              aria-label={words}
              onClick={(e) => {
                e.preventDefault();
                go(ref);
              }}
            >
              <title>{words}</title>
              <path
                class={p.quotation ? 'arc quotation' : 'arc'}
                d={`M${x1} ${tall}C${x1} ${tall - h * 1.3} ${x2} ${tall - h * 1.3} ${x2} ${tall}`}
                stroke-width={1.2 + 7 * Math.sqrt(p.bytes / most)}
              />
            </a>
          );
        })}
        {shown.map((a, i) => (
          <g key={a} transform={`translate(${(i + 0.5) * step} ${tall + 12})`}>
            <title>{view.label(a).name}</title>
            <circle
              r="11"
              class={view.origins[view.originOf[a]!]!.length > 1 ? 'node joined' : 'node'}
            />
            <text class="node-text" y="4">
              {view.label(a).badge}
            </text>
            {step > 60 && (
              <text class="node-name" y="28">
                {shorten(view.label(a).name, 15)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        {drawn.some((p) => p.quotation) && 'Dashed: only quotations are shared. '}
        {shown.length < view.columns.length &&
          `${shown.length} of ${view.columns.length} accounts are drawn. `}
        {view.origins.some((o) => o.length > 1) &&
          'A double ring marks accounts that count as one origin.'}
      </figcaption>
    </figure>
  );
}

function Few({ list, most, none }: { list: Statement[]; most: number; none: string }) {
  const { view, href, printing } = useApp();
  if (list.length === 0) return <p class="none">{none}</p>;
  const shown = printing ? list.slice(0, 30) : list.slice(0, most);
  const rest = list.slice(shown.length);
  const item = (s: Statement) => (
    <li key={s.id}>
      <a href={href(makeRef('statement', s.id))}>
        <bdi dir="auto" class="own">
          {shorten(sentenceCase(clean(s.text) || view.words(s.support[0]!)), 130)}
        </bdi>
      </a>
    </li>
  );
  return (
    <>
      <ul class="few">{shown.map(item)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ul class="few">{rest.slice(0, 200).map(item)}</ul>
        </details>
      )}
    </>
  );
}

function SourceItem({ a }: { a: number }) {
  const { view, href } = useApp();
  const account = view.account(a);
  const alone = useMemo(() => view.alone(a), [view, a]);
  const out = useMemo(() => view.leavesOut(a), [view, a]);
  const group = view.origins[view.originOf[a]!]!.filter((b) => b !== a);
  const url = webAddress(account.url);
  return (
    <article class="source" id={`source-${account.id}`}>
      <h3>
        <Badge a={a} /> <bdi dir="auto">{view.label(a).name}</bdi>
      </h3>
      <p class="source-facts">
        {account.published ? timeWords(account.published) : 'date not known'}
        {account.words > 0 && ` · ${count(account.words, 'word')}`}
        {group.length > 0 &&
          ` · one origin with ${series(group.slice(0, 5).map((b) => view.label(b).name))}`}
        {' · '}
        <a href={href(`read/${account.id}`)}>read</a>
        {url && (
          <>
            {' · '}
            <a href={url} rel="noopener noreferrer nofollow external" target="_blank">
              at the source
            </a>
          </>
        )}
      </p>
      <div class="two">
        <div>
          <h4>
            Alone says <span class="count">{alone.length}</span>
          </h4>
          <Few list={alone} most={3} none="Nothing that no other origin says." />
        </div>
        <div>
          <h4>
            Leaves out <span class="count">{out.length}</span>
          </h4>
          <Few list={out} most={3} none="Nothing that half of the others say." />
        </div>
      </div>
    </article>
  );
}

export function Sources() {
  const { view } = useApp();
  const list = useMemo(() => pairs(view), [view]);
  return (
    <Section
      id="sources"
      title="Sources"
      count={view.order.length}
      lead="What each account alone says, what it leaves out of what at least half of the others say, and who shares wording with whom."
    >
      {list.length > 0 ? (
        <Arcs list={list} />
      ) : (
        view.order.length > 1 && <p class="none">No two accounts share a passage.</p>
      )}
      <VirtualList
        items={view.order}
        keyOf={(a) => String(a)}
        estimate={190}
        render={(a) => <SourceItem a={a} />}
      />
    </Section>
  );
}
