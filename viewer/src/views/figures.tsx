import { useMemo } from 'preact/hooks';
import { makeRef } from '../model/route';
import { clean, formatNumber } from '../model/text';
import type { Figure } from '../model/types';
import { useApp } from '../ui/app';
import { Section, useCurrent, Who, Words } from '../ui/parts';
import { VirtualList } from '../ui/virtual';

/** `≈ 250`, `≥ 35`, `5–7`: the value with its bounds. */
export function figureValue(f: Figure): string {
  const number = (v: string) => formatNumber(v, f.unit !== 'year');
  if (f.low && f.high && f.low !== f.high) return `${number(f.low)}–${number(f.high)}`;
  const v = number(f.value);
  if (f.low && !f.high) return `≥ ${v}`;
  if (f.high && !f.low) return `≤ ${v}`;
  return (f.approximate ? '≈ ' : '') + v;
}

/** What is counted in the accounts' words, else the unit. */
export function figureOf(f: Figure): string {
  const of = clean(f.of);
  if (of !== '') return of;
  const unit = clean(f.unit);
  return f.value !== '1' && /^[a-z]+[^s]$/.test(unit) && unit !== 'percent' ? `${unit}s` : unit;
}

function Row({ f }: { f: Figure }) {
  const { view, href } = useApp();
  const current = useCurrent('figure', f.id);
  const first = f.mentions[0]!;
  return (
    <div class={current ? 'f-row current' : 'f-row'} id={`figure-${f.id}`}>
      <a class="f-value" href={href(makeRef('figure', f.id))}>
        {figureValue(f)}
      </a>
      <span class="f-of">
        <bdi dir="auto">{figureOf(f)}</bdi>
      </span>
      <Who accounts={view.accounts(f.mentions)} />
      <a class="in-words" href={href(makeRef('figure', f.id, view.account(first.a).id))}>
        <Words at={first} most={60} />
      </a>
    </div>
  );
}

export function Figures() {
  const { view, route } = useApp();
  const list = useMemo(
    () =>
      view.story.figures
        .map((f, i) => ({ f, i, n: view.originCount(f.mentions.map((m) => m.a)) }))
        .sort((a, b) => b.n - a.n || b.f.mentions.length - a.f.mentions.length || a.i - b.i)
        .map((x) => x.f),
    [view],
  );
  return (
    <Section
      id="figures"
      title="Figures"
      count={list.length}
      lead="Every number that counts or measures something, with what it counts."
    >
      {list.length === 0 ? (
        <p class="none">No figure was found in these accounts.</p>
      ) : (
        <VirtualList
          items={list}
          keyOf={(f) => f.id}
          estimate={44}
          render={(f) => <Row f={f} />}
          reveal={route.kind === 'figure' ? list.findIndex((f) => f.id === route.id) : -1}
        />
      )}
    </Section>
  );
}
