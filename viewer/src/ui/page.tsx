/** The whole page: which story, what is open, the rail, the sections in reading order. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { evidenceFor } from '../model/evidence';
import { makeHref, parseRoute } from '../model/route';
import { StoryView } from '../model/story';
import { clean, count, own, series } from '../model/text';
import { timeWords } from '../model/time';
import type { Dossier, Story } from '../model/types';
import { Accounts } from '../views/accounts';
import { Agreement } from '../views/agreement';
import { Checks } from '../views/checks';
import { Compare } from '../views/compare';
import { Differences } from '../views/differences';
import { Figures } from '../views/figures';
import { People } from '../views/people';
import { Quotes } from '../views/quotes';
import { Sources } from '../views/sources';
import { Masthead, Summary } from '../views/summary';
import { Timeline } from '../views/timeline';
import { Wording } from '../views/wording';
import { type App, AppContext, useApp } from './app';
import { Help } from './help';
import { Panel } from './panel';
import { Rail } from './rail';
import { Search } from './search';
import { type Theme, useTheme } from './theme';

const SECTIONS = [
  ['happened', 'What happened', Summary],
  ['differences', 'Where they differ', Differences],
  ['agreement', 'Agreement', Agreement],
  ['timeline', 'Timeline', Timeline],
  ['quotes', 'Quotes', Quotes],
  ['people', 'People and groups', People],
  ['figures', 'Figures', Figures],
  ['wording', 'Wording', Wording],
  ['sources', 'Sources', Sources],
  ['checks', 'Checks', Checks],
  ['accounts', 'The accounts', Accounts],
] as const;

/** Sections that say something even when they are empty; the others then go. */
const ALWAYS = ['happened', 'differences', 'agreement', 'sources', 'accounts'];

const filled: Record<string, (s: Story) => number> = {
  timeline: (s) => s.timeline.length,
  quotes: (s) => s.quotes.length,
  people: (s) => s.entities.length,
  figures: (s) => s.figures.length,
  wording: (s) => s.wording.length,
  checks: (s) => s.checks.length,
};

function sectionsOf(story: Story): (typeof SECTIONS)[number][] {
  return SECTIONS.filter(([id]) => ALWAYS.includes(id) || (filled[id]?.(story) ?? 0) > 0);
}

const SECTION_OF: Record<string, string> = {
  statement: 'agreement',
  difference: 'differences',
  quote: 'quotes',
  name: 'people',
  figure: 'figures',
  time: 'timeline',
  wording: 'wording',
  shared: 'sources',
  check: 'checks',
};

/** Sections come in one after another, so that the first is read while the last is made. */
function useStages(total: number, all: boolean): number {
  const [n, setN] = useState(2);
  useEffect(() => {
    if (all || n >= total) return;
    const timer = setTimeout(() => setN(n + 2), 16);
    return () => clearTimeout(timer);
  }, [n, total, all]);
  return all ? total : n;
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => matchMedia('print').matches);
  useEffect(() => {
    const media = matchMedia('print');
    const before = () => setPrinting(true);
    const after = () => setPrinting(false);
    const change = () => setPrinting(media.matches);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    media.addEventListener('change', change);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      media.removeEventListener('change', change);
    };
  }, []);
  return printing;
}

function Front({ dossier }: { dossier: Dossier }) {
  return (
    <main class="front" id="top">
      <header class="masthead">
        <p class="kicker">Parallax</p>
        <h1>{count(dossier.stories.length, 'story', 'stories')}</h1>
      </header>
      <ol class="stories">
        {dossier.stories.map((s) => (
          <FrontStory key={s.id} story={s} />
        ))}
      </ol>
    </main>
  );
}

function FrontStory({ story }: { story: Story }) {
  const view = useMemo(() => new StoryView(story), [story]);
  const best = view.statements()[0];
  const names = view.order.slice(0, 6).map((a) => view.label(a).name);
  return (
    <li>
      <a href={makeHref(story.id, 'top')}>
        <h2>
          <bdi dir="auto">{view.title()}</bdi>
        </h2>
      </a>
      <p class="facts">
        {story.when && <span>{timeWords(story.when)}</span>}
        <span>{count(view.order.length, 'account')}</span>
        <span>{count(view.origins.length, 'origin')}</span>
        <span>{count(story.differences.length, 'difference')}</span>
      </p>
      {best && (
        <p class="own">
          <bdi dir="auto">{view.words(view.telling(best))}</bdi>
        </p>
      )}
      <p class="note">
        {names.join(' · ')}
        {view.order.length > names.length && ` and ${view.order.length - names.length} more`}
      </p>
    </li>
  );
}

function Sections({ needed }: { needed: string }) {
  const { view } = useApp();
  const sections = sectionsOf(view.full);
  const at = sections.findIndex(([id]) => id === needed);
  const n = useStages(sections.length, at >= 3);
  return (
    <>
      {sections.slice(0, n).map(([id, , View]) => (
        <View key={id} />
      ))}
    </>
  );
}

/**
 * Scrolls to what the address names, unless it is in sight already. What stands in a long list may
 * come into the document only some frames later, and move once more when its neighbours are laid out.
 */
function useArrival(kind: string, id: string): void {
  useLayoutEffect(() => {
    if (kind === '' || kind === 'read') return;
    let frame = 0;
    let tries = 0;
    const arrive = () => {
      tries++;
      const section = document.getElementById(own(SECTION_OF, kind) ?? kind);
      if (id === '') {
        if (section) {
          section.scrollIntoView({ block: 'start' });
          if (section.tabIndex === -1) section.focus({ preventScroll: true });
          return;
        }
      } else {
        const el = document.getElementById(`${kind}-${id}`);
        const r = el?.getBoundingClientRect();
        const inSight = r && r.bottom > 60 && r.top < window.innerHeight - 60;
        if (el && !inSight) el.scrollIntoView({ block: 'center' });
        if (!el && tries === 12) section?.scrollIntoView({ block: 'start' });
      }
      if (tries < 12) frame = requestAnimationFrame(arrive);
    };
    frame = requestAnimationFrame(arrive);
    // whoever scrolls on has arrived
    const stop = () => cancelAnimationFrame(frame);
    window.addEventListener('wheel', stop, { passive: true, once: true });
    window.addEventListener('keydown', stop, { once: true });
    return () => {
      stop();
      window.removeEventListener('wheel', stop);
      window.removeEventListener('keydown', stop);
    };
  }, [kind, id]);
}

interface StoryProps {
  dossier: Dossier;
  story: Story;
  hash: string;
  printing: boolean;
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

function StoryPage({ dossier, story, hash, printing, theme, setTheme }: StoryProps) {
  const route = useMemo(() => parseRoute(hash), [hash]);
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const [order, setOrder] = useState<number[]>(() => story.accounts.map((a) => a.index));
  const view = useMemo(() => new StoryView(story, order, hidden), [story, order, hidden]);
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  const [message, setMessage] = useState('');
  const opener = useRef<HTMLElement | null>(null);
  const several = dossier.stories.length > 1;
  const prefix = several ? story.id : null;

  const href = useCallback((ref: string) => makeHref(prefix, ref), [prefix]);
  const go = useCallback(
    (ref: string, replace = false) => {
      const to = makeHref(prefix, ref);
      if (replace) location.replace(to);
      else location.hash = to;
    },
    [prefix],
  );
  const back = useRef('');
  const open = route.kind === 'read' || evidenceFor(view, route.kind, route.id) !== null;
  useEffect(() => {
    if (!open) back.current = route.kind === '' ? '' : href(route.kind);
  }, [open, route.kind]);
  const close = useCallback(() => {
    history.replaceState(
      null,
      '',
      prefix === null ? location.pathname + location.search : makeHref(prefix, ''),
    );
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    const el = opener.current;
    if (el?.isConnected) el.focus({ preventScroll: true });
  }, [prefix]);
  const say = useCallback((text: string) => setMessage(text), []);

  useEffect(() => {
    if (message === '') return;
    const timer = setTimeout(() => setMessage(''), 2500);
    return () => clearTimeout(timer);
  }, [message]);

  useEffect(() => {
    const remember = (e: Event) => {
      const el = (e.target as HTMLElement).closest?.<HTMLElement>('a, button');
      if (el && !el.closest('.panel, .compare, .search')) opener.current = el;
    };
    document.addEventListener('click', remember, true);
    return () => document.removeEventListener('click', remember, true);
  }, []);

  // before paint, so that no key is lost between what is seen and what listens
  useLayoutEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      const el = e.target as HTMLElement;
      if (e.key === 'k' && (e.ctrlKey || e.metaKey)) {
        e.preventDefault();
        setSearching(true);
        return;
      }
      if (e.ctrlKey || e.metaKey || e.altKey || el.matches?.('input, textarea, select')) {
        if (e.key === 'Escape') el.blur();
        return;
      }
      if (e.key === '/') {
        e.preventDefault();
        setSearching(true);
      } else if (e.key === '?') setHelping(true);
      else if (e.key === 'Escape' && open && route.kind !== 'read') close();
      else if ((e.key === ']' || e.key === '[') && route.kind !== 'read') {
        const sections = sectionsOf(story);
        const tops = sections.map(
          ([id]) =>
            document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY,
        );
        const here = tops.findLastIndex((t) => t < 40);
        const next =
          sections[Math.max(0, Math.min(sections.length - 1, here + (e.key === ']' ? 1 : -1)))]!;
        document.getElementById(next[0])?.scrollIntoView({ block: 'start' });
        document.getElementById(next[0])?.focus({ preventScroll: true });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open, route.kind, close, story]);

  useEffect(() => {
    document.title = `${view.title()} · Parallax`;
  }, [view]);

  const evidence = useMemo(
    () => evidenceFor(view, route.kind, route.id),
    [view, route.kind, route.id],
  );
  useArrival(route.kind, route.id);

  const app: App = {
    dossier,
    view,
    route,
    href,
    go,
    close,
    hidden,
    setHidden,
    setOrder,
    printing,
    theme,
    setTheme,
    say,
  };
  const reading = route.kind === 'read' && route.id !== '';
  return (
    <AppContext.Provider value={app}>
      <a class="skip" href={href('happened')}>
        Skip to what happened
      </a>
      <div class={evidence ? 'page with-panel' : 'page'} inert={reading || searching || helping}>
        <Rail
          sections={sectionsOf(story).map(([id, title]) => [id, title] as const)}
          onSearch={() => setSearching(true)}
          onHelp={() => setHelping(true)}
        />
        <main id="top" tabIndex={-1}>
          <Masthead />
          {story.accounts.length === 0 && <p class="none">This story holds no account.</p>}
          <Sections needed={own(SECTION_OF, route.kind) ?? route.kind} />
          <Foot />
        </main>
        {evidence && <Panel evidence={evidence} />}
      </div>
      {reading && <Compare key="compare" />}
      {searching && <Search onClose={() => setSearching(false)} />}
      {helping && <Help onClose={() => setHelping(false)} />}
      <div class={message ? 'toast on' : 'toast'} role="status">
        {message}
      </div>
    </AppContext.Provider>
  );
}

function Foot() {
  const { view } = useApp();
  const shown = sectionsOf(view.full);
  const none = SECTIONS.filter((x) => !shown.includes(x)).map(([, title]) => title.toLowerCase());
  return (
    <footer class="foot">
      {none.length > 0 && <p>Nothing was found in these accounts for: {series(none)}.</p>}
      <p>
        Words in this typeface are <span class="own">the accounts’ own</span>; all others are the
        program’s. The program compares; it does not judge which account is right.
      </p>
    </footer>
  );
}

export function Page({ dossier }: { dossier: Dossier }) {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const on = () => setHash(location.hash);
    window.addEventListener('hashchange', on);
    return () => window.removeEventListener('hashchange', on);
  }, []);
  const printing = usePrinting();
  const [theme, setTheme] = useTheme(printing);
  const route = parseRoute(hash);
  const { stories } = dossier;
  const story = stories.length === 1 ? stories[0] : stories.find((s) => s.id === route.story);
  useEffect(() => {
    if (!story) document.title = 'Parallax';
  }, [story]);
  return (
    <>
      {stories.length === 0 ? (
        <main class="front" id="top">
          <h1>No story</h1>
          <p class="none">The dossier holds no story.</p>
        </main>
      ) : story ? (
        <StoryPage key={story.id} {...{ dossier, story, hash, printing, theme, setTheme }} />
      ) : (
        <Front dossier={dossier} />
      )}
      {dossier.problems.length > 0 && (
        <div class="problems" role="note">
          {dossier.problems.map((p) => (
            <p key={p}>{clean(p)}</p>
          ))}
        </div>
      )}
    </>
  );
}
