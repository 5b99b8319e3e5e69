/**
 * An account's text with what was found in it marked. Text is only ever set as text; characters
 * that would act (bidi overrides, controls) show as small tags with their code point.
 */
import { Component, type JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { marksOf } from '../model/marking';
import { blocks, type Mark, type MarkKind, type Run, runs } from '../model/marks';
import { splitActing } from '../model/text';
import { useApp } from './app';
import { VirtualList } from './virtual';

export interface Focus {
  /** string indices */
  begin: number;
  end: number;
}

function Text({ text }: { text: string }) {
  const parts = splitActing(text);
  if (parts.length === 1 && !parts[0]!.acting) return <>{text}</>;
  return (
    <>
      {parts.map((p, i) =>
        p.acting ? (
          <span key={i} class="acting">
            {p.text}
          </span>
        ) : (
          p.text
        ),
      )}
    </>
  );
}

const KIND_CLASS: Record<MarkKind, string> = {
  statement: 'k-s',
  quote: 'k-q',
  name: 'k-n',
  time: 'k-t',
  figure: 'k-f',
  reuse: 'k-r',
  dropped: 'k-d',
};

export interface BlockProps {
  text: string;
  begin: number;
  end: number;
  marks: readonly Mark[];
  focus: Focus | null;
  current: string;
  lang: string;
}

function runClass(run: Run, focus: Focus | null, current: string): string {
  const kinds = new Set(run.marks.map((m) => KIND_CLASS[m.kind]));
  if (focus && run.begin < focus.end && run.end > focus.begin) kinds.add('focus');
  if (current !== '' && run.marks.some((m) => m.ref === current)) kinds.add('same-ref');
  return [...kinds].join(' ');
}

function layOut({ text, begin, end, marks, focus, current, lang }: BlockProps) {
  const edges: Mark[] = focus
    ? [...marks, { ...focus, kind: 'dropped', ref: '\u0000' }]
    : [...marks];
  const list = runs(edges, begin, end).map((r) => ({
    ...r,
    marks: r.marks.filter((m) => m.ref !== '\u0000'),
  }));
  let focused = false;
  return (
    <p dir="auto" lang={lang || undefined} class="block">
      {list.map((run) => {
        const words = <Text text={text.slice(run.begin, run.end)} />;
        const cls = runClass(run, focus, current);
        const first = focus && !focused && cls.includes('focus');
        if (first) focused = true;
        const ref = run.marks.find((m) => m.ref !== '')?.ref;
        const props: JSX.HTMLAttributes<HTMLElement> & Record<string, unknown> = {
          'data-at': run.begin,
          'data-end': run.end,
        };
        if (cls !== '') props.class = cls;
        if (first) props['data-focus'] = '';
        if (ref) props['data-ref'] = ref;
        return (
          <span key={run.begin} {...props}>
            {words}
          </span>
        );
      })}
    </p>
  );
}

/** A block is laid out again only when something of it changed. */
class Block extends Component<BlockProps> {
  override shouldComponentUpdate(next: BlockProps): boolean {
    return (Object.keys(next) as (keyof BlockProps)[]).some((k) => next[k] !== this.props[k]);
  }

  override render(props: BlockProps) {
    return layOut(props);
  }
}

export type Shown = ReadonlySet<MarkKind>;

/**
 * The text of account `a`. `focus` is scrolled to and set off; `onRef` gets what is clicked.
 */
export function Reader({
  a,
  focus,
  shown,
  current,
  onRef,
  scroller,
  label,
  keep,
}: {
  a: number;
  focus: Focus | null;
  shown: Shown;
  current: string;
  onRef: (ref: string, a: number) => void;
  scroller: { current: HTMLElement | null };
  label: string;
  /** leaves out marks that would only cover the text */
  keep?: (mark: Mark) => boolean;
}) {
  const { view } = useApp();
  const account = view.account(a);
  const box = useRef<HTMLDivElement>(null);
  const marks = useMemo(
    () => marksOf(view, a).filter((m) => shown.has(m.kind) && (!keep || keep(m))),
    [view, a, shown, keep],
  );
  const list = useMemo(() => {
    const all = blocks(account.text);
    if (shown.has('dropped')) return all;
    const dropped = marksOf(view, a).filter((m) => m.kind === 'dropped');
    return all.flatMap(([b, e]) => kept(b, e, dropped, account.text));
  }, [view, a, shown]);
  const withMarks = useMemo(() => spread(list, marks), [list, marks]);
  const at = focus ? list.findIndex(([b, e]) => focus.begin < e && focus.end > b) : -1;

  useLayoutEffect(() => {
    const pane = scroller.current;
    const el = box.current?.querySelector<HTMLElement>('[data-focus]');
    if (!pane || !el) return;
    const top = el.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += top - pane.clientHeight * 0.3;
  }, [a, focus?.begin, focus?.end, shown]);

  return (
    <div
      ref={box}
      class="text"
      onClick={(e) => {
        const el = (e.target as HTMLElement).closest<HTMLElement>('[data-ref]');
        if (el?.dataset.ref) onRef(el.dataset.ref, a);
      }}
    >
      <VirtualList
        items={withMarks}
        keyOf={(b) => `${b.begin}`}
        estimate={120}
        scroller={scroller}
        reveal={at}
        label={label}
        render={(b) => (
          <Block
            text={account.text}
            begin={b.begin}
            end={b.end}
            marks={b.marks}
            focus={focus && focus.begin < b.end && focus.end > b.begin ? focus : null}
            current={current}
            lang={account.language}
          />
        )}
      />
    </div>
  );
}

/** Parts of a block that are not dropped. */
function kept(
  begin: number,
  end: number,
  dropped: readonly Mark[],
  text: string,
): [number, number][] {
  const out: [number, number][] = [];
  let b = begin;
  for (const d of dropped) {
    if (d.end <= b || d.begin >= end) continue;
    if (d.begin > b) out.push([b, d.begin]);
    b = Math.max(b, d.end);
  }
  if (b < end) out.push([b, end]);
  return out.filter(([x, y]) => /\S/.test(text.slice(x, Math.min(y, x + 3000))));
}

function spread(
  list: readonly [number, number][],
  marks: readonly Mark[],
): { begin: number; end: number; marks: Mark[] }[] {
  let open: Mark[] = [];
  let next = 0;
  return list.map(([begin, end]) => {
    while (next < marks.length && marks[next]!.begin < end) open.push(marks[next++]!);
    open = open.filter((m) => m.end > begin);
    return { begin, end, marks: open.filter((m) => m.begin < end) };
  });
}
