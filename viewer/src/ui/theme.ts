/** Light, dark, or as the system has it; print is always light. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'parallax-theme';

function stored(): Theme {
  try {
    const t = localStorage.getItem(KEY);
    return t === 'light' || t === 'dark' ? t : 'auto';
  } catch {
    return 'auto';
  }
}

/** The colours in force stand on the root element, where the style finds them. */
export function useTheme(printing: boolean): [Theme, (t: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(stored);
  useLayoutEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const wanted = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme;
      document.documentElement.dataset.theme = printing ? 'light' : wanted;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme, printing]);
  useEffect(() => {
    try {
      if (theme === 'auto') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // a page opened from disk may have no storage; the choice then lasts as long as the page
    }
  }, [theme]);
  return [theme, setTheme];
}
