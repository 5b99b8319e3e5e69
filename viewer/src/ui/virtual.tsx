/**
 * A list that keeps only what is near the window in the document.
 *
 * Heights are estimated until measured; the space above and below is kept by two spacers. Short
 * lists and print are laid out whole.
 */
import { Component, type ComponentChildren, type JSX } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { useApp } from './app';

const WHOLE = 30;
const MOST_IN_PRINT = 200;
const OVERSCAN = 600;

interface ItemProps<T> {
  id: string | undefined;
  role: JSX.AriaRole | undefined;
  item: T;
  index: number;
  render_: (item: T, index: number) => ComponentChildren;
}

/** Scrolling makes and drops items but leaves those that stay as they are. */
class Item<T> extends Component<ItemProps<T>> {
  override shouldComponentUpdate(next: ItemProps<T>): boolean {
    const p = this.props;
    return next.item !== p.item || next.render_ !== p.render_ || next.id !== p.id;
  }

  override render({ id, role, item, index, render_ }: ItemProps<T>) {
    return (
      <div data-key={id} role={role} class="v-item">
        {render_(item, index)}
      </div>
    );
  }
}

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
  const seen = useRef({ top: 0, bottom: 1200 });

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
      // what lies outside the list counts as its edge: a list far away stays as it is
      const within = (y: number) => Math.max(0, Math.min(y, rect.height));
      const top = within(viewTop - rect.top - OVERSCAN);
      const bottom = within(viewBottom - rect.top + OVERSCAN);
      const old = seen.current;
      const moved = Math.max(Math.abs(old.top - top), Math.abs(old.bottom - bottom));
      const turned = top < bottom !== old.top < old.bottom;
      if (moved > OVERSCAN / 3 || turned) {
        seen.current = { top, bottom };
        redraw(0);
      }
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    onScroll();
    target.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      target.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
      if (frame) cancelAnimationFrame(frame);
    };
  }, [whole, items.length]);

  // heights are taken after layout, never by asking for one
  const sizes = useRef<ResizeObserver | null>(null);
  useLayoutEffect(() => {
    if (whole) return;
    const observer = new ResizeObserver((entries) => {
      let changed = false;
      for (const e of entries) {
        const key = (e.target as HTMLElement).dataset.key;
        const h = e.borderBoxSize[0]?.blockSize ?? 0;
        if (key === undefined || h === 0 || !e.target.isConnected) continue;
        if (Math.abs((heights.current.get(key) ?? estimate) - h) > 1) changed = true;
        heights.current.set(key, h);
      }
      if (changed) redraw(0);
    });
    sizes.current = observer;
    return () => observer.disconnect();
  }, [whole]);

  let first = 0;
  let last = whole ? Math.min(items.length, printing ? MOST_IN_PRINT : items.length) : 0;
  let above = 0;
  let below = 0;
  if (!whole) {
    let y = 0;
    while (first < items.length && y + height(first) < seen.current.top) y += height(first++);
    above = y;
    last = first;
    while (last < items.length && y < seen.current.bottom) y += height(last++);
    for (let i = last; i < items.length; i++) below += height(i);
  }

  useLayoutEffect(() => {
    if (whole || !box.current) return;
    for (const el of box.current.querySelectorAll(':scope > [data-key]'))
      sizes.current?.observe(el);
  });

  useLayoutEffect(() => {
    if (whole || reveal === undefined || reveal < 0 || !box.current) return;
    let y = 0;
    for (let i = 0; i < reveal; i++) y += height(i);
    seen.current = { top: Math.max(0, y - OVERSCAN), bottom: y + OVERSCAN };
    const el = scroller?.current;
    const from = box.current.getBoundingClientRect().top;
    if (el) el.scrollTop += from - el.getBoundingClientRect().top + y - el.clientHeight / 3;
    else window.scrollTo(0, window.scrollY + from + y - window.innerHeight / 3);
    redraw(0);
  }, [reveal, whole]);

  const shown: JSX.Element[] = [];
  for (let i = first; i < last; i++) {
    shown.push(
      <Item
        key={keys[i]}
        id={whole ? undefined : keys[i]}
        role={role === 'list' ? 'listitem' : undefined}
        item={items[i]!}
        index={i}
        render_={render}
      />,
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
