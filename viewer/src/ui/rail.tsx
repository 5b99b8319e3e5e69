/** The rail: where one is, what there is, which sources are shown and in which order. */
import { useEffect, useState } from 'preact/hooks';
import { clean } from '../model/text';
import { useApp } from './app';
import { useMedia } from './media';
import type { Theme } from './theme';

const MOST_LISTED = 40;

/** The section that is being read. */
function useHere(ids: readonly string[]): string {
  const [here, setHere] = useState(ids[0] ?? '');
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      let at = ids[0] ?? '';
      for (const id of ids) {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        if (top !== undefined && top < window.innerHeight * 0.3) at = id;
      }
      setHere(at);
    };
    const on = () => {
      if (!frame) frame = requestAnimationFrame(look);
    };
    window.addEventListener('scroll', on, { passive: true });
    on();
    return () => {
      window.removeEventListener('scroll', on);
      cancelAnimationFrame(frame);
    };
  }, []);
  return here;
}

function Sources() {
  const { view, hidden, setHidden, setOrder } = useApp();
  const all = view.full.accounts;
  const [all_, setAll] = useState(false);
  const [filter, setFilter] = useState('');
  const [order, setLocal] = useState<number[]>(() => all.map((a) => a.index));
  const shown = order
    .filter((a) => filter === '' || view.label(a).name.toLowerCase().includes(filter.toLowerCase()))
    .slice(0, all_ ? 1000 : MOST_LISTED);
  const reorder = (next: number[]) => {
    setLocal(next);
    setOrder(next);
  };
  const move = (a: number, by: number) => {
    const next = [...order];
    const i = next.indexOf(a);
    const j = i + by;
    if (j < 0 || j >= next.length) return;
    next.splice(i, 1);
    next.splice(j, 0, a);
    reorder(next);
  };
  const sortBy = (how: string) => {
    const indices = all.map((a) => a.index);
    if (how === 'name')
      indices.sort((x, y) => view.label(x).name.localeCompare(view.label(y).name, 'en') || x - y);
    if (how === 'date')
      indices.sort((x, y) =>
        all[x]!.published < all[y]!.published
          ? -1
          : all[x]!.published > all[y]!.published
            ? 1
            : x - y,
      );
    reorder(indices);
  };
  return (
    <div class="rail-sources">
      <div class="rail-row">
        <h2>Sources</h2>
        <select aria-label="Order of the sources" onChange={(e) => sortBy(e.currentTarget.value)}>
          <option value="given">as given</option>
          <option value="date">by date</option>
          <option value="name">by name</option>
        </select>
      </div>
      {all.length > MOST_LISTED && (
        <input
          type="search"
          aria-label="Find a source"
          placeholder="Find a source"
          value={filter}
          onInput={(e) => setFilter(e.currentTarget.value)}
        />
      )}
      <ul>
        {shown.map((a) => (
          <li key={a} class={hidden.has(a) ? 'off' : ''}>
            <label>
              <input
                type="checkbox"
                checked={!hidden.has(a)}
                onChange={() => {
                  const next = new Set(hidden);
                  if (!next.delete(a)) next.add(a);
                  if (next.size < all.length) setHidden(next);
                  else setHidden(new Set(hidden));
                }}
                onKeyDown={(e) => {
                  if (e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
                    e.preventDefault();
                    move(a, e.key === 'ArrowUp' ? -1 : 1);
                  }
                }}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              />
              <span class="badge">{view.label(a).badge}</span>
              <bdi dir="auto" class="rail-name" title={clean(all[a]!.title) || view.label(a).name}>
                {view.label(a).name}
              </bdi>
            </label>
          </li>
        ))}
      </ul>
      {!all_ && order.length > shown.length && filter === '' && (
        <button type="button" class="more-button" onClick={() => setAll(true)}>
          {order.length - shown.length} more
        </button>
      )}
      {hidden.size > 0 && (
        <button type="button" class="more-button" onClick={() => setHidden(new Set())}>
          show all {all.length}
        </button>
      )}
    </div>
  );
}

export function Rail({
  sections,
  onSearch,
  onHelp,
}: {
  sections: readonly (readonly [string, string])[];
  onSearch: () => void;
  onHelp: () => void;
}) {
  const { dossier, view, href, theme, setTheme } = useApp();
  const here = useHere(sections.map(([id]) => id));
  const wide = useMedia('(min-width: 961px)');
  const s = view.story;
  const counts: Record<string, number> = {
    differences: s.differences.length,
    agreement: s.statements.length,
    timeline: s.timeline.length,
    quotes: s.quotes.length,
    people: s.entities.length,
    figures: s.figures.length,
    wording: s.wording.length,
    sources: view.order.length,
    checks: s.checks.length,
    accounts: view.order.length,
  };
  return (
    <aside class="rail" aria-label="Contents and sources">
      <p class="wordmark">
        {dossier.stories.length > 1 ? (
          <a href="#~">Parallax · all stories</a>
        ) : (
          <a href={href('top')}>Parallax</a>
        )}
      </p>
      <button
        type="button"
        class="search-button"
        onClick={onSearch}
        aria-keyshortcuts="/ Control+K"
      >
        <span>Search</span> <kbd>/</kbd>
      </button>
      <nav aria-label="Sections">
        <ul>
          {sections.map(([id, title]) => (
            <li key={id}>
              <a href={href(id)} aria-current={here === id ? 'true' : undefined}>
                {title}
                {counts[id] !== undefined && <span class="count">{counts[id]}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <details class="rail-fold" open={wide}>
        <summary>Sources</summary>
        <div class="rail-panel">
          <Sources />
          <div class="rail-settings">
            <label>
              <span class="sr">Colours</span>
              <select value={theme} onChange={(e) => setTheme(e.currentTarget.value as Theme)}>
                <option value="auto">auto theme</option>
                <option value="light">light theme</option>
                <option value="dark">dark theme</option>
              </select>
            </label>
            <button type="button" onClick={() => window.print()}>
              Print
            </button>
            <button type="button" onClick={onHelp} aria-keyshortcuts="?">
              Help
            </button>
          </div>
        </div>
      </details>
    </aside>
  );
}
