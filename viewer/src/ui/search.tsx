import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { search } from '../model/search';
import { useApp } from './app';

export function Search({ onClose }: { onClose: () => void }) {
  const { view, go } = useApp();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const hits = useMemo(() => search(view, query), [view, query]);
  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => setAt(0), [query]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (i: number) => {
    const hit = hits[i];
    if (!hit) return;
    onClose();
    go(hit.ref);
  };
  return (
    <div
      class="search"
      role="dialog"
      aria-modal="true"
      aria-label="Search the dossier"
      onKeyDown={(e) => {
        if (e.key === 'Escape') {
          e.stopPropagation();
          onClose();
        } else if (e.key === 'ArrowDown') {
          e.preventDefault();
          setAt(Math.min(hits.length - 1, at + 1));
        } else if (e.key === 'ArrowUp') {
          e.preventDefault();
          setAt(Math.max(0, at - 1));
        } else if (e.key === 'Enter') {
          e.preventDefault();
          choose(at);
        } else if (e.key === 'Tab') {
          e.preventDefault();
        }
      }}
    >
      <div class="backdrop" onClick={onClose} />
      <div class="search-box">
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="hits"
          aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
          aria-label="Search statements, quotes, names, figures and texts"
          placeholder="Statements, quotes, names, figures, words…"
          value={query}
          onInput={(e) => setQuery(e.currentTarget.value)}
        />
        <ul id="hits" role="listbox" aria-label="Found" ref={list}>
          {hits.map((h, i) => (
            <li
              key={`${h.ref} ${h.kind}`}
              id={`hit-${i}`}
              role="option"
              aria-selected={i === at}
              onClick={() => choose(i)}
              onMouseMove={() => setAt(i)}
            >
              <small>{h.kind}</small>
              <bdi dir="auto">
                {h.before}
                <mark>{h.match}</mark>
                {h.after}
              </bdi>
            </li>
          ))}
        </ul>
        {query.trim().length > 1 && hits.length === 0 && (
          <p class="none" role="status">
            Nothing found.
          </p>
        )}
      </div>
    </div>
  );
}
