import { makeRef } from '../model/route';
import type { StoryView } from '../model/story';
import { clean, count, sentenceAround, series, shorten } from '../model/text';
import { timeRange, timeShort, timeWords, weekday } from '../model/time';
import type { At, Statement } from '../model/types';
import { useApp } from '../ui/app';
import { Section, useCurrent, Who } from '../ui/parts';

const MOST = 8;

/** "when: the release" → "when": which question a difference answers. */
function facet(about: string): string {
  const m = /^(\p{L}[\p{L} ]{1,22}): /u.exec(about);
  return m ? m[1]! : shorten(about, 48);
}

/** The best supported statements, each from another sentence, so that no sentence comes twice. */
export function leading(view: StoryView, most = MOST): { s: Statement; at: At }[] {
  const out: { s: Statement; at: At }[] = [];
  const used: { a: number; begin: number; end: number }[] = [];
  const sentence = (at: At) => {
    const u = view.units(at);
    return { a: at.a, ...sentenceAround(view.account(at.a).text, u.begin, u.end) };
  };
  const taken = (at: At) => {
    const s = sentence(at);
    return used.some((x) => x.a === s.a && x.begin < s.end && x.end > s.begin);
  };
  const several = view.statements().filter((s) => view.statementOrigins(s) > 1);
  const from = several.length > 2 ? several : view.statements();
  const telling = from.filter((s) => !view.thin(s));
  for (const s of telling.length > 2 ? telling : from) {
    if (out.length >= most) break;
    const best = view.telling(s);
    const at = !taken(best) ? best : s.words ? undefined : s.support.find((x) => !taken(x));
    if (!at) continue;
    used.push(sentence(at));
    out.push({ s, at });
  }
  return out;
}

export function Masthead() {
  const { view } = useApp();
  const { full } = view;
  const range = full.when ? timeRange(full.when) : null;
  const day = range?.grain === 'day' ? `${weekday(range.from)}, ` : '';
  const places = view.places();
  const copies = view.order.length - view.origins.length;
  const n = view.order.length;
  return (
    <header class="masthead">
      <p class="kicker">
        {full.when && <time dateTime={full.when}>{day + timeWords(full.when)}</time>}
        {places.length > 0 && (
          <span>
            Places named most:{' '}
            {places.map((p, i) => (
              <>
                {i > 0 && ', '}
                <a href={`#${makeRef('name', p.id)}`}>{view.entityName(p.id)}</a>
              </>
            ))}
          </span>
        )}
      </p>
      <h1>
        <bdi dir="auto">{view.title()}</bdi>
      </h1>
      <p class="facts">
        <span>
          <b>{count(n, 'account')}</b>
          {n < full.accounts.length && ` of ${full.accounts.length}`}
        </span>
        <span>
          <b>{count(view.origins.length, 'independent origin')}</b>
          {copies > 0 &&
            ` (${count(copies, 'account shares', 'accounts share')} wording and ${copies === 1 ? 'counts' : 'count'} once)`}
        </span>
        <span>
          <b>{count(view.story.differences.length, 'difference')}</b>
        </span>
        <Published />
      </p>
    </header>
  );
}

function Published() {
  const { view } = useApp();
  const dates = [
    ...new Set(view.order.map((a) => view.account(a).published.slice(0, 10)).filter(Boolean)),
  ].sort();
  if (dates.length === 0) return null;
  const from = timeShort(dates[0]!);
  const to = timeShort(dates[dates.length - 1]!);
  return <span>published {from === to ? from : `${from} – ${to}`}</span>;
}

function Leading({ s, at }: { s: Statement; at: At }) {
  const { view, href } = useApp();
  const snippet = view.snippet(at);
  const origins = view.statementOrigins(s);
  const accounts = view.accounts(s.support);
  const current = useCurrent('statement', s.id);
  const differing = view.differencesOf(s).filter((d) => d.kind === 'conflict');
  return (
    <li class={current ? 'leading current' : 'leading'}>
      <a class="hit" href={href(makeRef('statement', s.id))}>
        <span class="tally">
          <b>{origins}</b>
          <span> of {view.origins.length}</span>
          <span class="sr"> origins</span>
        </span>
        <span class="tells">
          <bdi dir="auto" class="own claim">
            <span class="around">{snippet.before}</span>
            {snippet.words}
            <span class="around">{snippet.after}</span>
          </bdi>
          <span class="under">
            <Who accounts={accounts} />
            <span class="src">words of {view.label(at.a).name}</span>
            {differing.length > 0 && (
              <span class="src">
                told otherwise:{' '}
                {series([...new Set(differing.map((d) => facet(clean(d.about))))].slice(0, 3))}
              </span>
            )}
          </span>
        </span>
      </a>
    </li>
  );
}

export function Summary() {
  const { view, href } = useApp();
  const list = leading(view);
  const total = view.story.statements.length;
  return (
    <Section
      id="happened"
      title="What happened"
      lead={`The claims that most independent origins make, in the accounts’ own words. The claim stands out, the rest of its sentence is faint.`}
    >
      {list.length === 0 ? (
        <p class="none">No statement was found in these accounts.</p>
      ) : (
        <ol class="leadings">
          {list.map(({ s, at }) => (
            <Leading key={s.id} s={s} at={at} />
          ))}
        </ol>
      )}
      {total > list.length && (
        <p class="more-line">
          <a href={href('agreement')}>All {count(total, 'statement')}, account by account</a>
        </p>
      )}
    </Section>
  );
}
