import { makeRef } from '../model/route';
import { clean, own, sentenceCase } from '../model/text';
import type { Check } from '../model/types';
import { useApp } from '../ui/app';
import { Own, Section, useCurrent, Who, Words } from '../ui/parts';

const KINDS: Record<string, string> = {
  duration: 'a duration against its dates',
  age: 'an age against a birth date',
  weekday: 'a weekday against its date',
  sum: 'parts against their whole',
};

function CheckItem({ c }: { c: Check }) {
  const { view, href } = useApp();
  const current = useCurrent('check', c.id);
  const outcome = c.holds === true ? 'agrees' : c.holds === false ? 'does not agree' : 'left open';
  return (
    <li class={current ? 'check-item current' : 'check-item'} id={`check-${c.id}`}>
      <a class="check-head" href={href(makeRef('check', c.id))}>
        <span class="check-kind">{sentenceCase(own(KINDS, c.kind) ?? clean(c.kind))}</span>
        <span class="check-out">{outcome}</span>
      </a>
      <p>
        says <Own>{clean(c.says)}</Own> · computed <b>{clean(c.computed)}</b>{' '}
        <Who accounts={view.accounts(c.at)} />
      </p>
      {c.at[0] && (
        <p class="in-words">
          <Words at={c.at[0]} most={80} />
        </p>
      )}
    </li>
  );
}

export function Checks() {
  const { view } = useApp();
  const n = view.story.checks.length;
  return (
    <Section
      id="checks"
      title="Checks"
      count={n}
      lead={
        n > 0
          ? 'Sums that the accounts invite. A sum that does not agree may have a plain reason, such as counting both ends of a stretch.'
          : undefined
      }
    >
      {n === 0 ? (
        <p class="none">The accounts invite no sum that could be checked.</p>
      ) : (
        <ul class="check-list">
          {view.story.checks.map((c) => (
            <CheckItem key={c.id} c={c} />
          ))}
        </ul>
      )}
    </Section>
  );
}
