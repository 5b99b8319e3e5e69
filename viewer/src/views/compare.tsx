/** Accounts side by side: marked, their matching passages joined, scrolled together. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { evidenceFor } from '../model/evidence';
import { chain, follow } from '../model/follow';
import { linksBetween } from '../model/marking';
import type { Mark, MarkKind } from '../model/marks';
import { makeRef, parseReading, parseRoute } from '../model/route';
import { clean, shorten, webAddress } from '../model/text';
import { timeWords } from '../model/time';
import { useApp } from '../ui/app';
import { useMedia } from '../ui/media';
import { Badge } from '../ui/parts';
import { Reader } from '../ui/reader';

const KINDS: readonly (readonly [MarkKind, string])[] = [
  ['statement', 'shared statements'],
  ['quote', 'quotes'],
  ['name', 'names'],
  ['time', 'times'],
  ['figure', 'figures'],
  ['reuse', 'shared wording'],
  ['dropped', 'parts set aside'],
];

const LINE = 0.3;

/** The text index at the reading line of a pane, by the spans laid out there. */
function indexAt(pane: HTMLElement): number | null {
  const y = pane.getBoundingClientRect().top + pane.clientHeight * LINE;
  let best: number | null = null;
  for (const el of pane.querySelectorAll<HTMLElement>('[data-at]')) {
    const r = el.getBoundingClientRect();
    if (r.top > y) break;
    const from = Number(el.dataset.at);
    const to = Number(el.dataset.end);
    best = r.bottom <= y ? to : from + ((to - from) * (y - r.top)) / Math.max(1, r.height);
  }
  return best;
}

/** Window height of a text index, or null when it is not laid out. */
function heightOf(pane: HTMLElement, index: number): number | null {
  for (const el of pane.querySelectorAll<HTMLElement>('[data-at]')) {
    const from = Number(el.dataset.at);
    const to = Number(el.dataset.end);
    if (index >= from && index < to) {
      const r = el.getBoundingClientRect();
      return r.top + (r.height * (index - from)) / Math.max(1, to - from);
    }
  }
  return null;
}

export function Compare() {
  const { view, route, close, go, href } = useApp();
  const wanted = useMemo(() => parseReading(route.id), [route.id]);
  const ids = new Map(view.full.accounts.map((a) => [a.id, a.index]));
  const open = wanted.accounts.flatMap((id) => ids.get(id) ?? []);
  const [shown, setShown] = useState<ReadonlySet<MarkKind>>(
    new Set<MarkKind>(['statement', 'quote', 'name', 'time', 'figure']),
  );
  const [together, setTogether] = useState(true);
  const [current, setCurrent] = useState('');
  const panes = useRef(new Map<number, HTMLDivElement>());
  const leader = useRef<number>(open[0] ?? -1);
  const moving = useRef(0);
  const closeButton = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => closeButton.current?.focus(), []);

  const chains = useMemo(() => {
    const out = new Map<string, ReturnType<typeof chain>>();
    for (const a of open)
      for (const b of open) if (a !== b) out.set(`${a}.${b}`, chain(linksBetween(view, a, b)));
    return out;
  }, [view, route.id]);

  // a claim that only one of the open accounts makes stays plain, so that the marks join
  const keep = useMemo(() => {
    const shared = new Set(
      view.story.statements
        .filter((s) => {
          const who = new Set(s.support.map((x) => x.a));
          return open.length > 1 ? open.filter((a) => who.has(a)).length > 1 : who.size > 1;
        })
        .map((s) => makeRef('statement', s.id)),
    );
    return (m: Mark) => m.kind !== 'statement' || shared.has(m.ref);
  }, [view, route.id]);

  const synchronise = useCallback(
    (a: number) => {
      if (!together || a !== leader.current) return;
      const pane = panes.current.get(a);
      if (!pane) return;
      const at = indexAt(pane);
      if (at === null) return;
      const atEnd =
        pane.scrollTop <= 0
          ? 0
          : pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 1
            ? 1
            : -1;
      for (const b of open) {
        const other = panes.current.get(b);
        if (b === a || !other) continue;
        if (atEnd >= 0) {
          other.scrollTop = atEnd === 0 ? 0 : other.scrollHeight;
          continue;
        }
        const to = follow(
          chains.get(`${a}.${b}`) ?? [],
          at,
          view.account(a).text.length,
          view.account(b).text.length,
        );
        const y = heightOf(other, to);
        if (y !== null)
          other.scrollTop += y - other.getBoundingClientRect().top - other.clientHeight * LINE;
      }
    },
    [together, chains],
  );

  /** Brings the other accounts' words for `ref` level with where it stands in `a`. */
  const level = useCallback(
    (ref: string, a: number) => {
      setCurrent(ref);
      leader.current = -1;
      const y = panes.current
        .get(a)
        ?.querySelector(`[data-ref="${CSS.escape(ref)}"]`)
        ?.getBoundingClientRect().top;
      for (const b of open) {
        const pane = panes.current.get(b);
        const el = pane?.querySelector(`[data-ref="${CSS.escape(ref)}"]`);
        if (b === a || !pane || !el || y === undefined) continue;
        pane.scrollTop += el.getBoundingClientRect().top - y;
      }
    },
    [route.id],
  );

  const step = (by: number) => {
    const refs = [
      ...new Set(open.flatMap((a) => (chains.get(`${open[0]}.${a}`) ?? []).map((l) => l.ref))),
    ];
    if (refs.length === 0) return;
    const at = refs.indexOf(current);
    const next = refs[(at + by + refs.length) % refs.length]!;
    const pane = panes.current.get(open[0]!);
    const el = pane?.querySelector<HTMLElement>(`[data-ref="${CSS.escape(next)}"]`);
    if (pane && el)
      pane.scrollTop +=
        el.getBoundingClientRect().top -
        pane.getBoundingClientRect().top -
        pane.clientHeight * LINE;
    level(next, open[0]!);
  };

  const evidence = useMemo(() => {
    const r = parseRoute(`#${current}`);
    return current === '' ? null : evidenceFor(view, r.kind, r.id);
  }, [current, view]);

  const toggle = (a: number) => {
    const next = open.includes(a) ? open.filter((b) => b !== a) : [...open, a];
    if (next.length > 0) go(`read/${next.map((b) => view.account(b).id).join(',')}`, true);
  };

  const wide = useMedia('(min-width: 901px)');
  const marks = (
    <fieldset class="kinds">
      <legend class="sr">Marks</legend>
      {KINDS.map(([k, name]) => (
        <label key={k} class={`kind-${k}`}>
          <input
            type="checkbox"
            checked={shown.has(k)}
            onChange={() => {
              const next = new Set(shown);
              if (!next.delete(k)) next.add(k);
              setShown(next);
            }}
          />{' '}
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );

  return (
    <div
      class="compare"
      role="dialog"
      aria-modal="true"
      aria-label="Accounts side by side"
      onKeyDown={(e) => {
        if (e.key === 'Escape') close();
        const inField = (e.target as HTMLElement).matches('input, select');
        if (inField || e.ctrlKey || e.metaKey || e.altKey) return;
        if (e.key === 'n') step(1);
        if (e.key === 'p') step(-1);
      }}
    >
      <header class="compare-head">
        <button
          ref={closeButton}
          type="button"
          class="close"
          onClick={close}
          aria-label="Back to the dossier"
          title="Back (Esc)"
        >
          ×
        </button>
        <details class="pick">
          <summary>{open.length === 1 ? 'One account' : `${open.length} accounts`}</summary>
          <div class="pick-list">
            {view.order.map((a) => (
              <label key={a}>
                <input type="checkbox" checked={open.includes(a)} onChange={() => toggle(a)} />{' '}
                <Badge a={a} /> {view.label(a).name}
              </label>
            ))}
          </div>
        </details>
        {wide ? (
          marks
        ) : (
          <details class="pick">
            <summary>Marks</summary>
            <div class="pick-list">{marks}</div>
          </details>
        )}
        {open.length > 1 && (
          <span class="compare-tools">
            <button type="button" onClick={() => step(-1)} title="p">
              ← match
            </button>
            <button type="button" onClick={() => step(1)} title="n">
              match →
            </button>
            <label>
              <input
                type="checkbox"
                checked={together}
                onChange={(e) => setTogether(e.currentTarget.checked)}
              />{' '}
              scroll together
            </label>
          </span>
        )}
      </header>
      <div class="columns" style={{ '--n': String(Math.max(1, open.length)) }}>
        {open.map((a, i) => (
          <>
            {i > 0 && (
              <Ribbons
                key={`r${open[i - 1]}.${a}`}
                left={open[i - 1]!}
                right={a}
                panes={panes}
                current={current}
                shown={shown}
              />
            )}
            <Column
              key={a}
              a={a}
              shown={shown}
              current={current}
              keep={keep}
              focusAt={
                wanted.at && ids.get(wanted.at.account) === a
                  ? { begin: wanted.at.begin, end: wanted.at.end }
                  : null
              }
              register={(el) => {
                if (el) panes.current.set(a, el);
                else panes.current.delete(a);
              }}
              onLead={() => {
                leader.current = a;
              }}
              onScroll={() => {
                cancelAnimationFrame(moving.current);
                moving.current = requestAnimationFrame(() => synchronise(a));
              }}
              onRef={level}
            />
          </>
        ))}
      </div>
      <footer class="compare-foot" aria-live="polite">
        {evidence ? (
          <>
            <span class="kicker">{evidence.kicker}</span>{' '}
            <bdi dir="auto">{shorten(evidence.title, 140)}</bdi>{' '}
            <a href={href(current)}>all its words, and why</a>
          </>
        ) : (
          <span>Choose any marked words to bring the other accounts level.</span>
        )}
      </footer>
    </div>
  );
}

function Column({
  a,
  shown,
  current,
  keep,
  focusAt,
  register,
  onLead,
  onScroll,
  onRef,
}: {
  a: number;
  shown: ReadonlySet<MarkKind>;
  current: string;
  keep: (mark: Mark) => boolean;
  focusAt: { begin: number; end: number } | null;
  register: (el: HTMLDivElement | null) => void;
  onLead: () => void;
  onScroll: () => void;
  onRef: (ref: string, a: number) => void;
}) {
  const { view } = useApp();
  const pane = useRef<HTMLDivElement>(null);
  const account = view.account(a);
  const focus = focusAt ? view.units({ a, ...focusAt }) : null;
  const url = webAddress(account.url);
  useLayoutEffect(() => {
    register(pane.current);
    return () => register(null);
  }, [a]);
  return (
    <div
      class="column"
      ref={pane}
      tabIndex={0}
      role="region"
      aria-label={`Text of ${view.label(a).name}`}
      onScroll={onScroll}
      onWheel={onLead}
      onPointerDown={onLead}
      onKeyDown={onLead}
      onTouchStart={onLead}
    >
      <div class="column-head">
        <p>
          <Badge a={a} /> <b>{view.label(a).name}</b>{' '}
          <span>
            {account.published ? timeWords(account.published) : 'date not known'}
            {account.publishedWhy && ` (${clean(account.publishedWhy)})`}
          </span>{' '}
          {url && (
            <a href={url} rel="noopener noreferrer nofollow external" target="_blank">
              source
            </a>
          )}
        </p>
        {clean(account.title) && (
          <h2>
            <bdi dir="auto" class="own">
              {clean(account.title)}
            </bdi>
          </h2>
        )}
      </div>
      <Reader
        a={a}
        focus={focus}
        shown={shown}
        current={current}
        onRef={onRef}
        keep={keep}
        scroller={pane}
        label={`Text of ${view.label(a).name}`}
      />
    </div>
  );
}

/** Lines from a passage on the left to its match on the right. */
function Ribbons({
  left,
  right,
  panes,
  current,
  shown,
}: {
  left: number;
  right: number;
  panes: { current: Map<number, HTMLDivElement> };
  current: string;
  shown: ReadonlySet<MarkKind>;
}) {
  const { view } = useApp();
  const svg = useRef<SVGSVGElement>(null);
  const links = useMemo(() => linksBetween(view, left, right).slice(0, 300), [view, left, right]);
  useLayoutEffect(() => {
    let frame = 0;
    const draw = () => {
      frame = 0;
      const el = svg.current;
      const l = panes.current.get(left);
      const r = panes.current.get(right);
      if (!el || !l || !r) return;
      const box = el.getBoundingClientRect();
      const middle = (pane: HTMLElement, at: number, end: number) => {
        const y = heightOf(pane, at);
        if (y === null) return null;
        const y2 = heightOf(pane, Math.max(at, end - 1));
        return (y + (y2 ?? y) + 16) / 2 - box.top;
      };
      const lines: SVGPathElement[] = [];
      for (const link of links) {
        const y1 = middle(l, link.from, link.fromEnd);
        const y2 = middle(r, link.to, link.toEnd);
        if (y1 === null || y2 === null) continue;
        const out = (y: number) => y < 0 || y > box.height;
        if (out(y1) && out(y2)) continue;
        const p = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        const w = box.width;
        p.setAttribute('d', `M0 ${y1}C${w * 0.5} ${y1} ${w * 0.5} ${y2} ${w} ${y2}`);
        p.setAttribute('class', link.ref === current ? 'now' : out(y1) || out(y2) ? 'far' : '');
        lines.push(p);
      }
      el.replaceChildren(...lines);
    };
    const ask = () => {
      if (!frame) frame = requestAnimationFrame(draw);
    };
    ask();
    const l = panes.current.get(left);
    const r = panes.current.get(right);
    l?.addEventListener('scroll', ask, { passive: true });
    r?.addEventListener('scroll', ask, { passive: true });
    window.addEventListener('resize', ask);
    return () => {
      l?.removeEventListener('scroll', ask);
      r?.removeEventListener('scroll', ask);
      window.removeEventListener('resize', ask);
      cancelAnimationFrame(frame);
    };
  }, [links, current, shown]);
  return <svg ref={svg} class="ribbons" aria-hidden="true" />;
}
