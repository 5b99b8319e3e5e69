import { useMemo, useState } from 'preact/hooks';
import { makeRef } from '../model/route';
import type { StoryView } from '../model/story';
import { clean, count } from '../model/text';
import type { Entity, EntityType } from '../model/types';
import { useApp } from '../ui/app';
import { Own, Section, useCurrent, Who } from '../ui/parts';
import { VirtualList } from '../ui/virtual';

const TYPES: readonly (readonly [EntityType, string, string])[] = [
  ['person', 'People', 'person'],
  ['organization', 'Groups and bodies', 'group'],
  ['place', 'Places', 'place'],
  ['other', 'Other names', 'name'],
];

/** Names that differ by more than case or a possessive, each with who uses it. */
export function forms(view: StoryView, e: Entity): { form: string; accounts: number[] }[] {
  const out = new Map<string, { form: string; accounts: Set<number> }>();
  for (const n of e.names) {
    const form = clean(n.form).replace(/['’]s$/, '');
    const key = form.toLowerCase();
    const known = out.get(key) ?? { form, accounts: new Set<number>() };
    for (const a of n.accounts) known.accounts.add(a);
    if (form !== '') out.set(key, known);
  }
  return [...out.values()]
    .map((f) => ({ form: f.form, accounts: view.sorted([...f.accounts]) }))
    .sort((a, b) => b.accounts.length - a.accounts.length || b.form.length - a.form.length);
}

const MOST_FORMS = 8;

function Person({ e }: { e: Entity }) {
  const { view, href } = useApp();
  const current = useCurrent('name', e.id);
  const list = forms(view, e);
  const [open, setOpen] = useState(false);
  const shown = open ? list : list.slice(0, MOST_FORMS);
  const wording = view.story.wording.filter((w) => w.entity === e.id);
  return (
    <article class={current ? 'person current' : 'person'} id={`name-${e.id}`}>
      <h4>
        <a href={href(makeRef('name', e.id))}>
          <bdi dir="auto">{view.entityName(e.id)}</bdi>
        </a>
        <small>{count(e.mentions.length, 'mention')}</small>
      </h4>
      <div class="person-body">
        {e.facts.length > 0 && (
          <dl class="facts-list">
            {e.facts.map((f, i) => (
              <div key={i}>
                <dt>
                  <Who accounts={view.accounts(f.at)} />
                  {clean(f.kind)}
                </dt>
                <dd>
                  <Own>{clean(f.value)}</Own>
                  {f.entity && view.entityName(f.entity) && <> of {view.entityName(f.entity)}</>}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <ul class="forms">
          {shown.map((f) => (
            <li key={f.form}>
              <Who accounts={f.accounts} />
              <Own>{f.form}</Own>
            </li>
          ))}
          {list.length > shown.length && (
            <li>
              <button type="button" class="more-button" onClick={() => setOpen(true)}>
                {list.length - shown.length} more forms
              </button>
            </li>
          )}
        </ul>
        {wording.length > 0 && (
          <p class="calls">
            <a href={href('wording')}>what each calls {view.entityName(e.id)}</a>
          </p>
        )}
      </div>
    </article>
  );
}

export function rankedEntities(view: StoryView): Entity[] {
  return view.story.entities
    .map((e, i) => ({ e, i, n: view.accounts(e.mentions).length }))
    .sort((a, b) => b.n - a.n || b.e.mentions.length - a.e.mentions.length || a.i - b.i)
    .map((x) => x.e);
}

const FIRST: Record<EntityType, number> = { person: 12, organization: 8, place: 6, other: 4 };

export function People() {
  const { view, route, printing } = useApp();
  const ranked = useMemo(() => rankedEntities(view), [view]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return (
    <Section
      id="people"
      title="People and groups"
      count={ranked.length}
      lead="Who is named, under which name by whom, and what is said of them."
    >
      {ranked.length === 0 && <p class="none">No name was found in these accounts.</p>}
      {TYPES.map(([type, title]) => {
        const list = ranked.filter((e) => e.type === type);
        if (list.length === 0) return null;
        const named =
          route.kind === 'name' && list.slice(FIRST[type]).some((e) => e.id === route.id);
        const whole = open.has(type) || named || printing || list.length <= FIRST[type] + 2;
        const shown = whole ? list : list.slice(0, FIRST[type]);
        return (
          <div key={type} class={`people p-${type}`}>
            <h3>
              {title} <span class="count">{list.length}</span>
            </h3>
            <VirtualList
              items={shown}
              keyOf={(e) => e.id}
              estimate={90}
              render={(e) => <Person e={e} />}
              reveal={route.kind === 'name' ? shown.findIndex((e) => e.id === route.id) : -1}
            />
            {!whole && (
              <button
                type="button"
                class="more-button"
                onClick={() => setOpen(new Set([...open, type]))}
              >
                {list.length - shown.length} more
              </button>
            )}
          </div>
        );
      })}
    </Section>
  );
}
