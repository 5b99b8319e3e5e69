import { useState } from 'preact/hooks';
import { KIND_WORDS } from '../model/evidence';
import { makeRef } from '../model/route';
import { clean, sentenceCase } from '../model/text';
import type { Difference, DifferenceKind } from '../model/types';
import { useApp } from '../ui/app';
import { Section, useCurrent, Value, Who, Words } from '../ui/parts';
import { VirtualList } from '../ui/virtual';

const NOTES: Record<DifferenceKind, string> = {
  conflict: 'two values of which at most one can hold',
  update: 'a later account gives a newer value',
  precision: 'the values are compatible; one says more',
  variant: 'another spelling, word or rendering of the same',
};

const FIRST = 12;

/** "when: the release": the question first and apart, then what it is asked of. */
function About({ text }: { text: string }) {
  const m = /^(\p{L}[\p{L} ]{1,22}): (.+)$/u.exec(text);
  if (!m) return <>{sentenceCase(text) || 'Difference'}</>;
  return (
    <>
      <span class="facet">{sentenceCase(m[1]!)}</span>
      <span class="sr">: </span>
      <bdi dir="auto">{sentenceCase(m[2]!)}</bdi>
    </>
  );
}

export function DifferenceItem({ d }: { d: Difference }) {
  const { view, href } = useApp();
  const current = useCurrent('difference', d.id);
  return (
    <article
      class={current ? 'diff current' : 'diff'}
      id={`difference-${d.id}`}
      aria-label={clean(d.about)}
    >
      <h4>
        <a href={href(makeRef('difference', d.id))}>
          <About text={clean(d.about)} />
        </a>
      </h4>
      <ul class="positions">
        {d.positions.map((p, i) => (
          <li key={i}>
            <Who accounts={view.accounts(p.at)} />
            <span class="value">
              <Value value={p.value} />
            </span>
            {p.at[0] && (
              <a
                class="in-words"
                href={href(makeRef('difference', d.id, view.account(p.at[0].a).id))}
              >
                <Words at={p.at[0]} most={46} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}

export function Differences() {
  const { view, route, printing } = useApp();
  const all = view.differences();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const kinds = (Object.keys(KIND_WORDS) as DifferenceKind[]).filter((k) =>
    all.some((d) => d.kind === k),
  );
  return (
    <Section
      id="differences"
      title="Where they differ"
      count={all.length}
      lead={
        all.length > 0
          ? 'What the accounts give different values for, and who gives which. A dot stands for an account that does not say.'
          : undefined
      }
    >
      {all.length === 0 && (
        <p class="none">No two accounts were found to give different values for the same thing.</p>
      )}
      {kinds.map((k) => {
        const list = all.filter((d) => d.kind === k);
        const named =
          route.kind === 'difference' && list.slice(FIRST).some((d) => d.id === route.id);
        const whole = open.has(k) || named || printing || list.length <= FIRST + 3;
        const shown = whole ? list : list.slice(0, FIRST);
        return (
          <div class="diff-kind" key={k}>
            <h3>
              {KIND_WORDS[k]} <span class="count">{list.length}</span> <small>{NOTES[k]}</small>
            </h3>
            <VirtualList
              items={shown}
              keyOf={(d) => d.id}
              estimate={118}
              render={(d) => <DifferenceItem d={d} />}
              reveal={route.kind === 'difference' ? shown.findIndex((d) => d.id === route.id) : -1}
            />
            {!whole && (
              <button
                type="button"
                class="more-button"
                onClick={() => setOpen(new Set([...open, k]))}
              >
                {list.length - FIRST} more
              </button>
            )}
          </div>
        );
      })}
    </Section>
  );
}
