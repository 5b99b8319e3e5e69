/**
 * The agreement matrix: statements by accounts. A mark says that the account makes the statement,
 * makes it with another value, or holds the other side of a conflict; nothing says that it is
 * silent. Accounts of one origin stand in one bracket.
 */
import { useMemo, useState } from 'preact/hooks';
import { makeRef } from '../model/route';
import type { Stance, StoryView } from '../model/story';
import { clean, count, sentenceCase, shorten } from '../model/text';
import { timeRange, timeShort } from '../model/time';
import type { At, Statement } from '../model/types';
import { useApp } from '../ui/app';
import { Choice, Section, useCurrent } from '../ui/parts';
import { VirtualList } from '../ui/virtual';

type Sort = 'origins' | 'time' | 'told' | 'differs';

const SORTS = [
  ['origins', 'most origins first'],
  ['told', 'as told'],
  ['time', 'by date'],
  ['differs', 'most differing first'],
] as const;

const STANCE_WORDS: Record<Stance, string> = {
  says: 'says it',
  differs: 'says it with another value',
  otherwise: 'says otherwise',
  near: 'tells of it in part',
  silent: 'silent',
};

export function sortStatements(view: StoryView, sort: Sort): Statement[] {
  const list = view.statements();
  if (sort === 'origins') return list;
  const keyed = list.map((s, i) => ({ s, i, key: 0 }));
  for (const k of keyed) {
    if (sort === 'time') {
      k.key = (k.s.when && timeRange(k.s.when)?.from) || Number.MAX_SAFE_INTEGER;
    } else if (sort === 'told') {
      // where in the accounts it stands on average, from 0 at the top to 1 at the end
      const at = k.s.support.map((x) => x.begin / Math.max(1, view.account(x.a).text.length));
      k.key = at.reduce((a, b) => a + b, 0) / Math.max(1, at.length);
    } else {
      k.key = -view.stances(k.s).filter((x) => x === 'differs' || x === 'otherwise').length;
    }
  }
  return keyed.sort((a, b) => a.key - b.key || a.i - b.i).map((k) => k.s);
}

/** The mark of a stance. Shapes differ, so that nothing hangs on colour. */
export function Glyph({ stance }: { stance: Stance }) {
  return (
    <svg class={`glyph g-${stance}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {stance === 'says' && <circle cx="8" cy="8" r="5" />}
      {stance === 'differs' && (
        <>
          <circle cx="8" cy="8" r="4.4" class="ring" />
          <path d="M8 3.6a4.4 4.4 0 0 1 0 8.8z" />
        </>
      )}
      {stance === 'otherwise' && <path d="M8 2.6 13.4 8 8 13.4 2.6 8z" class="ring" />}
      {stance === 'near' && <circle cx="8" cy="8" r="2.6" class="ring" />}
      {stance === 'silent' && <circle cx="8" cy="8" r="1" />}
    </svg>
  );
}

const NONE = { support: [] as At[] } as Statement;
const MOST_COLUMNS = 24;

function Row({ s }: { s: Statement }) {
  const { view, href } = useApp();
  const current = useCurrent('statement', s.id);
  const stances = view.stances(s);
  const origins = view.statementOrigins(s);
  const text = shorten(sentenceCase(clean(s.text) || view.words(view.telling(s))), 170);
  const wide = view.columns.length > MOST_COLUMNS;
  return (
    <div role="row" class={current ? 'm-row current' : 'm-row'} id={`statement-${s.id}`}>
      <span role="rowheader" class="m-text">
        <a href={href(makeRef('statement', s.id))}>
          <bdi dir="auto" class="own">
            {text}
          </bdi>
        </a>
        {s.when && <small>{timeShort(s.when)}</small>}
      </span>
      <span role="cell" class="m-origins" title={`${origins} of ${view.origins.length} origins`}>
        {origins}
        <span class="sr"> origins</span>
      </span>
      {wide ? (
        <span role="cell" class="m-dense">
          <Dense stances={stances} />
        </span>
      ) : (
        view.columns.map((a, i) => (
          <span
            role="cell"
            key={a}
            class={`m-cell${bracket(view, i)}${stances[a] === 'silent' ? ' mute' : ''}`}
          >
            {stances[a] === 'silent' ? (
              <span class="sr">silent</span>
            ) : (
              <a
                href={href(makeRef('statement', s.id, view.account(a).id))}
                title={`${view.label(a).name}: ${STANCE_WORDS[stances[a]!]}`}
                aria-label={`${view.label(a).name}: ${STANCE_WORDS[stances[a]!]}`}
              >
                <Glyph stance={stances[a]!} />
              </a>
            )}
          </span>
        ))
      )}
    </div>
  );
}

/** Class of a column that belongs to an origin of several accounts. */
function bracket(view: StoryView, column: number): string {
  const a = view.columns[column]!;
  const group = view.origins[view.originOf[a]!]!;
  if (group.length < 2) return '';
  return ` in-origin${group[0] === a ? ' first' : ''}${group[group.length - 1] === a ? ' last' : ''}`;
}

/** A row for very many accounts: one thin line an account, drawn as three paths. */
function Dense({ stances }: { stances: readonly Stance[] }) {
  const { view } = useApp();
  const path = (want: Stance) =>
    view.columns
      .map((a, i) =>
        stances[a] === want
          ? `M${i + 0.5} ${want === 'says' ? '1V15' : want === 'differs' ? '8V15' : '1V6'}`
          : '',
      )
      .join('');
  const n = (want: Stance) => view.columns.filter((a) => stances[a] === want).length;
  const words = `${n('says') + n('differs')} of ${view.columns.length} accounts say it, ${n('differs')} with another value, ${n('otherwise')} otherwise`;
  return (
    <svg
      viewBox={`0 0 ${view.columns.length} 16`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <path d={path('says')} class="d-says" />
      <path d={path('differs')} class="d-differs" />
      <path d={path('otherwise')} class="d-otherwise" />
    </svg>
  );
}

export function Agreement() {
  const { view, route } = useApp();
  const [sort, setSort] = useState<Sort>('origins');
  const many = view.story.statements.filter((s) => view.statementOrigins(s) > 1).length;
  // where most claims have one voice, the table of agreement begins with the others
  const [chosen, setSeveral] = useState<boolean | null>(null);
  const named =
    route.kind === 'statement' && view.statementOrigins(view.statement(route.id) ?? NONE) === 1;
  const several = (chosen ?? (many >= 5 && many * 2 < view.story.statements.length)) && !named;
  const list = useMemo(() => {
    const sorted = sortStatements(view, sort);
    return several ? sorted.filter((s) => view.statementOrigins(s) > 1) : sorted;
  }, [view, sort, several]);
  const wide = view.columns.length > MOST_COLUMNS;
  const joined = view.origins.some((o) => o.length > 1);
  const used = useMemo(() => new Set(list.flatMap((s) => view.stances(s))), [list]);
  const single = view.story.statements.length - many;
  return (
    <Section
      id="agreement"
      title="Agreement"
      count={list.length}
      lead={
        <>
          Each row is a claim, each column an account.{' '}
          {joined && 'Accounts in one bracket share wording and count as one origin. '}
        </>
      }
      tools={
        <>
          <Choice label="Order" value={sort} options={SORTS} onChange={setSort} />
          {single > 0 && single < view.story.statements.length && (
            <label class="check">
              <input
                type="checkbox"
                checked={several}
                onChange={(e) => setSeveral(e.currentTarget.checked)}
              />
              only by two or more
            </label>
          )}
        </>
      }
    >
      {list.length === 0 ? (
        <p class="none">No statement was found in these accounts.</p>
      ) : (
        <div class="m-scroll">
          <div
            role="table"
            class={wide ? 'matrix wide' : 'matrix'}
            aria-label="Statements by accounts"
            aria-rowcount={list.length + 1}
            style={{ '--columns': String(view.columns.length) }}
          >
            <div role="rowgroup">
              <div role="row" class="m-row m-head">
                <span role="columnheader" class="m-text">
                  <span class="sr">Statement</span>
                  <span class="legend">
                    {(['says', 'differs', 'otherwise', 'near', 'silent'] as const)
                      .filter((x) => x === 'says' || x === 'silent' || used.has(x))
                      .map((x) => (
                        <span key={x}>
                          <Glyph stance={x} /> {STANCE_WORDS[x]}
                        </span>
                      ))}
                  </span>
                </span>
                <span role="columnheader" class="m-origins" title="independent origins">
                  Origins
                </span>
                {wide ? (
                  <span role="columnheader" class="m-dense">
                    {count(view.columns.length, 'account')}, in order
                  </span>
                ) : (
                  view.columns.map((a, i) => (
                    <span
                      role="columnheader"
                      key={a}
                      class={`m-cell${bracket(view, i)}`}
                      title={view.label(a).name}
                    >
                      <span class="m-name">
                        {shorten(view.label(a).name.replace(/[“”]/g, ''), 18)}
                      </span>
                      <abbr class="badge" title={view.label(a).name}>
                        {view.label(a).badge}
                      </abbr>
                    </span>
                  ))
                )}
              </div>
            </div>
            <VirtualList
              role="rowgroup"
              items={list}
              keyOf={(s) => s.id}
              estimate={wide ? 44 : 38}
              reveal={route.kind === 'statement' ? list.findIndex((s) => s.id === route.id) : -1}
              render={(s) => <Row s={s} />}
            />
          </div>
        </div>
      )}
    </Section>
  );
}
