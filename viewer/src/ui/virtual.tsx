/**
 * A list that keeps only what is near the window in the document.
 *
 * Heights are estimated until measured; the space above and below is kept by two spacers. Short
 * lists and print are laid out whole.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { useApp } from './app';

const WHOLE = 60;
const MOST_IN_PRINT = 1500;
const OVERSCAN = 600;

export function VirtualList<T>({
  items,
  keyOf,
  estimate,
  render,
  role,
  label,
  reveal,
  scroller,
}: {
  items: readonly T[];
  keyOf: (item: T) => string;
  estimate: number;
  render: (item: T, index: number) => ComponentChildren;
  role?: JSX.AriaRole;
  label?: string;
  /** index to bring into view when it changes; -1 for none */
  reveal?: number;
  /** the element that scrolls, when it is not the window */
  scroller?: { current: HTMLElement | null };
}) {
  const { printing } = useApp();
  const whole = items.length <= WHOLE || printing;
  const box = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const window_ = useRef({ top: 0, bottom: 1200 });

  const keys = useMemo(() => items.map(keyOf), [items]);
  const height = (i: number) => heights.current.get(keys[i]!) ?? estimate;

  useLayoutEffect(() => {
    if (whole) return;
    const target: EventTarget = scroller?.current ?? window;
    let frame = 0;
    const look = () => {
      frame = 0;
      const el = box.current;
      if (!el) return;
      const rect = el.getBoundingClientRect();
      const clip = scroller?.current?.getBoundingClientRect();
      const viewTop = clip ? clip.top : 0;
      const viewBottom = clip ? clip.bottom : window.innerHeight;
      const top = viewTop - rect.top - OVERSCAN;
      const bottom = viewBottom - rect.top + OVERSCAN;
      const old = window_.current;
      if (Math.abs(old.top - top) > OVERSCAN / 3 || Math.abs(old.bottom - bottom) > OVERSCAN / 3) {
        window_.current = { top, bottom };
        redraw(0);
      }
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    target.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      target.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
      if (frame) cancelAnimationFrame(frame);
    };
  }, [whole, items.length]);

  let first = 0;
  let last = whole ? Math.min(items.length, printing ? MOST_IN_PRINT : items.length) : 0;
  let above = 0;
  let below = 0;
  if (!whole) {
    let y = 0;
    while (first < items.length && y + height(first) < window_.current.top) y += height(first++);
    above = y;
    last = first;
    while (last < items.length && y < window_.current.bottom) y += height(last++);
    for (let i = last; i < items.length; i++) below += height(i);
  }

  useLayoutEffect(() => {
    if (whole || !box.current) return;
    let changed = false;
    for (const el of box.current.querySelectorAll<HTMLElement>(':scope > [data-i]')) {
      const key = keys[Number(el.dataset.i)];
      const h = el.getBoundingClientRect().height;
      if (key !== undefined && h > 0 && Math.abs((heights.current.get(key) ?? estimate) - h) > 1) {
        heights.current.set(key, h);
        changed = true;
      }
    }
    if (changed) redraw(0);
  });

  useLayoutEffect(() => {
    if (whole || reveal === undefined || reveal < 0 || !box.current) return;
    let y = 0;
    for (let i = 0; i < reveal; i++) y += height(i);
    const el = scroller?.current;
    const from = box.current.getBoundingClientRect().top;
    if (el) el.scrollTop += from - el.getBoundingClientRect().top + y - el.clientHeight / 3;
    else window.scrollTo(0, window.scrollY + from + y - window.innerHeight / 3);
  }, [reveal, whole]);

  const shown: JSX.Element[] = [];
  for (let i = first; i < last; i++) {
    shown.push(
      <div key={keys[i]} data-i={i} role={role === 'list' ? 'listitem' : undefined} class="v-item">
        {render(items[i]!, i)}
      </div>,
    );
  }
  return (
    <div ref={box} role={role} aria-label={label} class="v-list">
      {above > 0 && <div class="v-space" aria-hidden="true" style={{ height: `${above}px` }} />}
      {shown}
      {below > 0 && <div class="v-space" aria-hidden="true" style={{ height: `${below}px` }} />}
      {printing && items.length > MOST_IN_PRINT && (
        <p class="note">… and {items.length - MOST_IN_PRINT} more, not printed.</p>
      )}
    </div>
  );
}
