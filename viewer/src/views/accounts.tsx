import { useState } from 'preact/hooks';
import { clean, count } from '../model/text';
import { timeWords } from '../model/time';
import { useApp } from '../ui/app';
import { Badge, Section } from '../ui/parts';
import { VirtualList } from '../ui/virtual';

export function Accounts() {
  const { view, href, go } = useApp();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const picked = view.order.filter((a) => chosen.has(a));
  const read = picked.length > 0 ? picked : view.order.slice(0, 2);
  return (
    <Section
      id="accounts"
      title="The accounts"
      count={view.order.length}
      lead="As they were read. Choose two or more to read them side by side."
      tools={
        <button
          type="button"
          class="primary"
          disabled={read.length < 1}
          onClick={() => go(`read/${read.map((a) => view.account(a).id).join(',')}`)}
        >
          {picked.length > 1 || picked.length === 0 ? `Read ${read.length} side by side` : 'Read'}
        </button>
      }
    >
      <VirtualList
        items={view.order}
        keyOf={(a) => String(a)}
        estimate={58}
        render={(a) => {
          const account = view.account(a);
          const dropped = account.dropped.length;
          return (
            <div class="account">
              <input
                type="checkbox"
                id={`pick-${a}`}
                aria-label={`Choose ${view.label(a).name}`}
                checked={chosen.has(a)}
                onChange={() => {
                  const next = new Set(chosen);
                  if (!next.delete(a)) next.add(a);
                  setChosen(next);
                }}
              />
              <Badge a={a} />
              <span class="account-text">
                <a href={href(`read/${account.id}`)}>
                  <bdi dir="auto" class="own">
                    {clean(account.title) || view.label(a).name}
                  </bdi>
                </a>
                <small>
                  {clean(account.title) && `${view.label(a).name} · `}
                  {account.published ? timeWords(account.published) : 'date not known'}
                  {account.publishedWhy && ` (${clean(account.publishedWhy)})`}
                  {account.authors.length > 0 && ` · ${clean(account.authors.join(', '))}`}
                  {account.words > 0 && ` · ${count(account.words, 'word')}`}
                  {dropped > 0 && ` · ${count(dropped, 'part')} set aside`}
                  {account.encoding &&
                    !/^utf-?8$/i.test(account.encoding) &&
                    ` · read as ${clean(account.encoding)}`}
                </small>
              </span>
            </div>
          );
        }}
      />
    </Section>
  );
}
