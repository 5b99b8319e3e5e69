/** The small parts that every section is made of. */
import type { ComponentChildren } from 'preact';
import { clean, shorten } from '../model/text';
import { timeRange, timeWords } from '../model/time';
import type { At } from '../model/types';
import { useApp } from './app';

/** Words of an account: serif, isolated, in their own direction. */
export function Own({
  children,
  as: As = 'bdi',
}: {
  children: ComponentChildren;
  as?: 'bdi' | 'q' | 'span';
}) {
  return (
    <As dir="auto" class="own">
      {children}
    </As>
  );
}

/** An account's letter. */
export function Badge({ a, off = false, title }: { a: number; off?: boolean; title?: string }) {
  const { view } = useApp();
  const label = view.label(a);
  return (
    <abbr class={off ? 'badge off' : 'badge'} title={title ?? label.name}>
      {label.badge}
    </abbr>
  );
}

const MOST_POSITIONS = 16;

/** "A ynet, B Meduza": the accounts in words, for titles and screen readers. */
export function whoWords(
  view: ReturnType<typeof useApp>['view'],
  accounts: readonly number[],
  most = 12,
): string {
  const names = accounts.slice(0, most).map((a) => `${view.label(a).badge} ${view.label(a).name}`);
  const more = accounts.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/**
 * Who: a place for each account in the order of the columns, filled where the account is among
 * them, accounts of one origin joined. In large stories the first few and a count.
 */
export function Who({ accounts }: { accounts: readonly number[] }) {
  const { view } = useApp();
  const words = whoWords(view, view.sorted(accounts));
  if (view.columns.length > MOST_POSITIONS) {
    const shown = view.sorted(accounts).slice(0, 8);
    return (
      <span class="who many" role="img" aria-label={words} title={words}>
        {shown.map((a) => (
          <Badge key={a} a={a} />
        ))}
        {accounts.length > shown.length && (
          <span class="more">+{accounts.length - shown.length}</span>
        )}
      </span>
    );
  }
  return (
    <span class="who" role="img" aria-label={words || 'no account'} title={words}>
      {view.origins.map((group) => (
        <span
          key={group[0]}
          class={
            group.length > 1 && group.some((a) => accounts.includes(a)) ? 'origin joined' : 'origin'
          }
        >
          {group.map((a) =>
            accounts.includes(a) ? (
              <span key={a} class="badge">
                {view.label(a).badge}
              </span>
            ) : (
              <span key={a} class="badge off">
                ·
              </span>
            ),
          )}
        </span>
      ))}
    </span>
  );
}

/** A claim within its sentence: the claim in full ink, the rest held back. */
export function Words({ at, reach = 260, most = 0 }: { at: At; reach?: number; most?: number }) {
  const { view } = useApp();
  const s = view.snippet(at, reach);
  const before =
    most > 0 && s.before.length > most
      ? `…${s.before.slice(-most).replace(/^\S*\s/, ' ')}`
      : s.before;
  const after = most > 0 ? shorten(s.after, most) : s.after;
  return (
    <bdi dir="auto" class="own words">
      <span class="around">{before}</span>
      <mark>{s.words}</mark>
      <span class="around">{after}</span>
    </bdi>
  );
}

export function Section({
  id,
  title,
  lead,
  count,
  tools,
  children,
}: {
  id: string;
  title: string;
  lead?: ComponentChildren;
  count?: number;
  tools?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section id={id} class={`section s-${id}`} aria-labelledby={`h-${id}`} tabIndex={-1}>
      <header class="section-head">
        <h2 id={`h-${id}`}>
          {title}
          {count !== undefined && <span class="count">{count}</span>}
        </h2>
        {tools && <div class="tools">{tools}</div>}
        {lead && <p class="lead">{lead}</p>}
      </header>
      {children}
    </section>
  );
}

/** A choice of one among few, as radio buttons in a row. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (v: T) => void;
}) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(e) => onChange(e.currentTarget.value as T)}>
        {options.map(([v, text]) => (
          <option key={v} value={v}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Whether the address names this thing, for highlighting it. */
export function useCurrent(kind: string, id: string): boolean {
  const { route } = useApp();
  return route.kind === kind && route.id === id;
}

/** A value of a difference or a figure: the accounts' words as they are, a date in words. */
export function Value({ value }: { value: string }) {
  const text = clean(value);
  const dated = /^\d{4}-|^\d{4}-\d{2}|T\d\d/.test(text) && timeRange(text) !== null;
  return dated ? <span>{timeWords(text)}</span> : <Own>{text}</Own>;
}
