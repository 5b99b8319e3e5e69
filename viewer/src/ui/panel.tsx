/** The words behind anything on the page, beside the page: passages, reason, and the account. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { citation, type Evidence, type Passage } from '../model/evidence';
import type { Mark, MarkKind } from '../model/marks';
import { makeRef } from '../model/route';
import { clean, count } from '../model/text';
import { timeWords } from '../model/time';
import { useApp } from './app';
import { Badge, Own } from './parts';
import { Reader } from './reader';

const SHOWN: ReadonlySet<MarkKind> = new Set<MarkKind>([
  'statement',
  'quote',
  'name',
  'time',
  'figure',
  'dropped',
]);
const MOST = 80;

export function copyText(text: string): Promise<boolean> {
  const old = () => {
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.className = 'sr';
    document.body.append(area);
    area.select();
    let done = false;
    try {
      done = document.execCommand('copy');
    } catch {
      done = false;
    }
    area.remove();
    return done;
  };
  if (!navigator.clipboard) return Promise.resolve(old());
  return navigator.clipboard.writeText(text).then(() => true, old);
}

function PassageItem({ p, current, onPick }: { p: Passage; current: boolean; onPick: () => void }) {
  const { view } = useApp();
  const s = view.snippet(p.at, 120);
  const more = p.more.map((m) => view.words(m));
  return (
    <li>
      <button
        type="button"
        class={current ? 'passage current' : 'passage'}
        aria-pressed={current}
        onClick={onPick}
      >
        <Badge a={p.at.a} />
        <bdi dir="auto" class="own words">
          <span class="around">{s.before}</span>
          <mark>{s.words}</mark>
          {more.map((m) => (
            <>
              {' … '}
              <mark>{m}</mark>
            </>
          ))}
          <span class="around">{s.after}</span>
        </bdi>
        {p.note && <small>{p.note}</small>}
      </button>
    </li>
  );
}

export function Panel({ evidence }: { evidence: Evidence }) {
  const { view, route, close, href, go, say } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const all = useMemo(() => evidence.groups.flatMap((g) => g.passages), [evidence]);
  const fromRoute = all.findIndex((p) => view.account(p.at.a).id === route.account);
  const [picked, setPicked] = useState<{ ref: string; index: number } | null>(null);
  const index =
    picked && picked.ref === evidence.ref + route.account ? picked.index : Math.max(0, fromRoute);
  const passage = all[index];
  const focus = passage ? view.units(passage.at) : null;
  const account = passage ? view.account(passage.at.a) : null;

  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [evidence.ref]);

  const keep = useMemo(() => {
    const shared = new Set(
      view.story.statements
        .filter((s) => new Set(s.support.map((x) => x.a)).size > 1)
        .map((s) => makeRef('statement', s.id)),
    );
    return (m: Mark) => m.kind !== 'statement' || shared.has(m.ref);
  }, [view]);

  let n = -1;
  return (
    <aside class="panel" aria-label="The words in the accounts">
      <header>
        <p class="kicker">{evidence.kicker}</p>
        <h2 ref={heading} tabIndex={-1}>
          {evidence.quoted ? <Own>{evidence.title}</Own> : <bdi dir="auto">{evidence.title}</bdi>}
        </h2>
        {evidence.notes.length > 0 && <p class="note">{evidence.notes.join(' ')}</p>}
        <p class="panel-tools">
          <button
            type="button"
            onClick={() =>
              copyText(citation(view, evidence)).then((done) =>
                say(done ? 'Citation copied.' : 'Copying is not allowed here.'),
              )
            }
          >
            Copy citation
          </button>
          <button
            type="button"
            onClick={() =>
              copyText(location.href.split('#')[0] + href(evidence.ref)).then((done) =>
                say(done ? 'Link copied.' : 'Copying is not allowed here.'),
              )
            }
          >
            Copy link
          </button>
        </p>
        <button type="button" class="close" onClick={close} aria-label="Close" title="Close (Esc)">
          ×
        </button>
      </header>
      <div class="panel-body">
        {evidence.why.length > 0 && (
          <details class="why">
            <summary>Why these belong together</summary>
            <ul>
              {evidence.why.map((w) => (
                <li key={w}>{clean(w)}</li>
              ))}
            </ul>
          </details>
        )}
        {evidence.groups.map((g, gi) => {
          const start = n;
          n += g.passages.length;
          return (
            <div class="group" key={gi}>
              {g.label && (
                <h3>
                  <bdi dir="auto">{g.label}</bdi>
                </h3>
              )}
              <ul class="passages">
                {g.passages.slice(0, MOST).map((p, i) => (
                  <PassageItem
                    key={i}
                    p={p}
                    current={start + 1 + i === index}
                    onPick={() =>
                      setPicked({ ref: evidence.ref + route.account, index: start + 1 + i })
                    }
                  />
                ))}
              </ul>
              {g.passages.length > MOST && (
                <p class="note">and {count(g.passages.length - MOST, 'more passage')}.</p>
              )}
            </div>
          );
        })}
      </div>
      {account && passage && (
        <div class="panel-text">
          <p class="panel-source">
            <Badge a={passage.at.a} />
            <b>{view.label(passage.at.a).name}</b>
            <span>
              {account.published && timeWords(account.published)}
              {account.publishedWhy && ` (${clean(account.publishedWhy)})`}
            </span>
            <a href={href(`read/${readingOf(account.id, passage, all, view)}`)}>
              read side by side
            </a>
          </p>
          <div
            class="pane"
            ref={pane}
            tabIndex={0}
            role="region"
            aria-label={`Text of ${view.label(passage.at.a).name}`}
          >
            <Reader
              a={passage.at.a}
              focus={focus}
              shown={SHOWN}
              current=""
              keep={keep}
              scroller={pane}
              label={`Text of ${view.label(passage.at.a).name}`}
              onRef={(ref, a) => go(`${ref}/${makeRef(view.account(a).id)}`)}
            />
          </div>
        </div>
      )}
    </aside>
  );
}

/** The account at its passage, and the next other account that has one. */
function readingOf(
  id: string,
  p: Passage,
  all: Passage[],
  view: ReturnType<typeof useApp>['view'],
): string {
  const other = all.find((x) => x.at.a !== p.at.a);
  return `${id}@${p.at.begin}-${p.at.end}${other ? `,${view.account(other.at.a).id}` : ''}`;
}
