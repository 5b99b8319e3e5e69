import { useMemo } from 'preact/hooks';
import { type Calendar, calendar } from '../model/calendar';
import { makeRef } from '../model/route';
import { clean, sentenceCase, shorten } from '../model/text';
import { type TimeRange, timeRange, timeWords, weekday } from '../model/time';
import type { Moment } from '../model/types';
import { useApp } from '../ui/app';
import { Section, useCurrent, Who, Words } from '../ui/parts';
import { VirtualList } from '../ui/virtual';

interface Dated {
  m: Moment;
  range: TimeRange;
}

const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What happens then: named events, else statements, else the words around the first mention. */
function What({ m }: { m: Moment }) {
  const { view, href } = useApp();
  const statements = m.statements.flatMap((id) => view.statement(id) ?? []);
  const events = m.events.flatMap((id) => view.event(id) ?? []).filter((e) => e.name !== '');
  if (statements.length > 0) {
    const best = [...statements]
      .sort((a, b) => view.statementOrigins(b) - view.statementOrigins(a))
      .slice(0, 2);
    return (
      <>
        {best.map((s) => (
          <a key={s.id} class="t-what" href={href(makeRef('statement', s.id))}>
            <bdi dir="auto" class="own">
              {shorten(sentenceCase(clean(s.text)), 120)}
            </bdi>
          </a>
        ))}
      </>
    );
  }
  if (events.length > 0) {
    const names = [...new Set(events.map((e) => clean(e.name)))];
    return (
      <span class="t-what">
        <bdi dir="auto" class="own">
          {shorten(sentenceCase(names.slice(0, 4).join('; ')), 140)}
        </bdi>
      </span>
    );
  }
  const at = m.mentions[0];
  return at ? (
    <a class="t-what" href={href(makeRef('time', m.when, view.account(at.a).id))}>
      <Words at={at} most={64} />
    </a>
  ) : null;
}

function Row({ d, scale }: { d: Dated; scale: Calendar }) {
  const { view, href } = useApp();
  const { m, range } = d;
  const current = useCurrent('time', m.when);
  const left = scale.x(range.from);
  const width = scale.x(range.to) - left;
  const exact = range.grain === 'day' || range.grain === 'minute' || range.grain === 'part';
  const n = view.accounts(m.mentions).length;
  return (
    <div class={current ? 't-row current' : 't-row'} id={`time-${m.when}`}>
      <a class="t-date" href={href(makeRef('time', m.when))}>
        <time dateTime={m.when}>{sentenceCase(timeWords(m.when))}</time>
        {exact && <small>{weekday(range.from)}</small>}
      </a>
      <span class="t-plot" aria-hidden="true">
        {scale.cells.map((c) => (
          <i
            key={c.from}
            class={c.gap ? 'gap' : ''}
            style={{ left: `${c.x * 100}%`, width: `${c.width * 100}%` }}
          />
        ))}
        <b
          class={exact ? 'bar exact' : 'bar'}
          style={{
            left: `${left * 100}%`,
            width: `${Math.max(width * 100, 0.6)}%`,
            '--n': String(Math.min(1, 0.35 + n / Math.max(1, view.order.length))),
          }}
        />
      </span>
      <span class="t-text">
        <What m={m} />
        <Who accounts={view.accounts(m.mentions)} />
      </span>
    </div>
  );
}

function Axis({ scale }: { scale: Calendar }) {
  const seen = { year: '', month: '' };
  return (
    <div class="t-row t-axis" aria-hidden="true">
      <span />
      <span class="t-plot">
        {scale.cells.map((c) => {
          if (c.gap)
            return (
              <i
                key={c.from}
                class="gap"
                style={{ left: `${c.x * 100}%`, width: `${c.width * 100}%` }}
              />
            );
          const d = new Date(c.from);
          const year = c.grain === 'decade' ? `${d.getUTCFullYear()}s` : String(d.getUTCFullYear());
          const month =
            c.grain === 'day' || c.grain === 'month' || c.grain === 'other'
              ? `${SHORT[d.getUTCMonth()]}`
              : '';
          const newYear = year !== seen.year;
          const newMonth = newYear || month !== seen.month;
          seen.year = year;
          seen.month = month;
          return (
            <span
              key={c.from}
              class="t-cell"
              style={{ left: `${c.x * 100}%`, width: `${c.width * 100}%` }}
            >
              <em>{newYear ? year : ''}</em>
              <em>{newMonth ? month : ''}</em>
              <em>{c.grain === 'day' ? d.getUTCDate() : ''}</em>
            </span>
          );
        })}
      </span>
      <span />
    </div>
  );
}

export function Timeline() {
  const { view, route } = useApp();
  const { dated, undated, scale } = useMemo(() => {
    const on: Dated[] = [];
    const off: Moment[] = [];
    for (const m of view.story.timeline) {
      const range = timeRange(m.when);
      if (range) on.push({ m, range });
      else off.push(m);
    }
    on.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
    return { dated: on, undated: off, scale: calendar(on.map((d) => d.range)) };
  }, [view]);
  return (
    <Section
      id="timeline"
      title="Timeline"
      count={view.story.timeline.length}
      lead={
        scale
          ? 'A filled mark is a day; an open bar is as long as the account is vague: a month, a season, a year. Hatched stretches, in which nothing is named, are shortened.'
          : undefined
      }
    >
      {scale ? (
        <div class="t-lines">
          <Axis scale={scale} />
          <VirtualList
            items={dated}
            keyOf={(d) => d.m.when}
            estimate={52}
            render={(d) => <Row d={d} scale={scale} />}
            reveal={route.kind === 'time' ? dated.findIndex((d) => d.m.when === route.id) : -1}
          />
        </div>
      ) : (
        <p class="none">No date was found in these accounts.</p>
      )}
      {undated.length > 0 && (
        <p class="note">
          Without a place on the calendar:{' '}
          {undated.slice(0, 40).map((m, i) => (
            <span key={m.when}>
              {i > 0 && ' · '}
              <UndatedLink m={m} />
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}

function UndatedLink({ m }: { m: Moment }) {
  const { href } = useApp();
  return <a href={href(makeRef('time', m.when))}>{timeWords(m.when)}</a>;
}
