/**
 * Addresses within the page.
 *
 *   #quotes                  a section
 *   #statement/s3            one thing, its words shown beside the page
 *   #statement/s3/a2         the same, at the words of account a2
 *   #read/a1,a3              accounts side by side
 *   #read/a1@120-180         an account at a place (bytes)
 *   #~story-2/quotes         the same in a dossier of several stories
 */
export interface Route {
  /** story id, '' when the address names none */
  story: string;
  /** first part: a section, a kind of thing, `read`, or '' */
  kind: string;
  id: string;
  /** third part: account id */
  account: string;
}

const decode = (s: string): string => {
  try {
    return decodeURIComponent(s);
  } catch {
    return s;
  }
};

export function parseRoute(hash: string): Route {
  let rest = hash.replace(/^#/, '');
  let story = '';
  if (rest.startsWith('~')) {
    const slash = rest.indexOf('/');
    story = decode(slash < 0 ? rest.slice(1) : rest.slice(1, slash));
    rest = slash < 0 ? '' : rest.slice(slash + 1);
  }
  const [kind = '', id = '', account = ''] = rest.split('/');
  return { story, kind: decode(kind), id: decode(id), account: decode(account) };
}

const part = (s: string): string => encodeURIComponent(s).replace(/%2C/g, ',').replace(/%40/g, '@');

/** `ref` is `kind`, `kind/id` or `kind/id/account`, unescaped parts joined by makeRef. */
export function makeRef(...parts: string[]): string {
  return parts.map(part).join('/');
}

export function makeHref(story: string | null, ref: string): string {
  return story === null ? `#${ref}` : `#~${part(story)}/${ref}`;
}

/** `a1,a3` or `a1@120-180`. */
export function parseReading(id: string): {
  accounts: string[];
  at: { account: string; begin: number; end: number } | null;
} {
  const accounts: string[] = [];
  let at = null;
  for (const item of id.split(',')) {
    const m = /^(.*)@(\d+)-(\d+)$/.exec(item);
    const account = m ? m[1]! : item;
    if (account !== '' && !accounts.includes(account)) accounts.push(account);
    if (m && !at) at = { account, begin: Number(m[2]), end: Number(m[3]) };
  }
  return { accounts, at };
}
