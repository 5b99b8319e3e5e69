/** What every part of the page shares: the story in view, the route, and the reader's settings. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Route } from '../model/route';
import type { StoryView } from '../model/story';
import type { Dossier } from '../model/types';

import type { Theme } from './theme';

export interface App {
  dossier: Dossier;
  view: StoryView;
  route: Route;
  /** the address of something in this story: `statement/s3` → `#statement/s3` */
  href: (ref: string) => string;
  /** goes there; `replace` leaves no step in the history */
  go: (ref: string, replace?: boolean) => void;
  close: () => void;
  hidden: ReadonlySet<number>;
  setHidden: (hidden: ReadonlySet<number>) => void;
  setOrder: (order: number[]) => void;
  printing: boolean;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  say: (message: string) => void;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('outside the app');
  return app;
}
