import { makeRef } from '../model/route';
import { clean } from '../model/text';
import type { Wording as WordingOf } from '../model/types';
import { useApp } from '../ui/app';
import { Own, Section, useCurrent, Who } from '../ui/parts';

function Term({ t }: { t: WordingOf['terms'][number] }) {
  const { view, href } = useApp();
  const current = useCurrent('wording', t.id);
  return (
    <li class={current ? 'current' : ''} id={`wording-${t.id}`}>
      <Who accounts={view.accounts(t.at)} />
      <a href={href(makeRef('wording', t.id))}>
        <Own>{clean(t.term)}</Own>
      </a>
      {t.at.length > 1 && <small>{t.at.length}×</small>}
    </li>
  );
}

export function Wording() {
  const { view } = useApp();
  const list = view.story.wording;
  return (
    <Section
      id="wording"
      title="Wording"
      count={list.length}
      lead="What each account calls the same person, group or act."
    >
      <div class="wordings">
        {list.map((w) => (
          <article key={w.id} class="wording">
            <h3>
              <bdi dir="auto">{view.entityName(w.entity) || clean(w.about)}</bdi>
            </h3>
            <ul>
              {w.terms.map((t) => (
                <Term key={t.id} t={t} />
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Section>
  );
}
