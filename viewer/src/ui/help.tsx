import { useLayoutEffect, useRef } from 'preact/hooks';

const KEYS: readonly (readonly [string, string])[] = [
  ['/ or Ctrl K', 'search the dossier'],
  ['[ and ]', 'section before, section after'],
  ['Enter', 'on anything: its words in the accounts'],
  ['Esc', 'close what is open'],
  ['n and p', 'side by side: next and previous match'],
  ['Alt ↑ and Alt ↓', 'on a source: move it in the order'],
  ['?', 'this help'],
];

const WORDS: readonly (readonly [string, string])[] = [
  ['account', 'one article: one source’s telling'],
  ['origin', 'accounts that share wording; they count once'],
  ['statement', 'one claim, in the words of each account that makes it'],
  ['difference', 'accounts that give different values for the same thing'],
  ['rendering', 'one account’s version of a quotation'],
  ['set aside', 'what is no part of the article: captions, share lines, scripts'],
];

export function Help({ onClose }: { onClose: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <div
      class="search help"
      role="dialog"
      aria-modal="true"
      aria-labelledby="help-title"
      onKeyDown={(e) => {
        e.stopPropagation();
        if (e.key === 'Escape') onClose();
        if (e.key === 'Tab') e.preventDefault();
      }}
    >
      <div class="backdrop" onClick={onClose} />
      <div class="search-box help-box">
        <button ref={button} type="button" class="close" onClick={onClose} aria-label="Close">
          ×
        </button>
        <h2 id="help-title">Keys and words</h2>
        <dl>
          {KEYS.map(([k, v]) => (
            <div key={k}>
              <dt>
                <kbd>{k}</kbd>
              </dt>
              <dd>{v}</dd>
            </div>
          ))}
        </dl>
        <dl>
          {WORDS.map(([k, v]) => (
            <div key={k}>
              <dt>{k}</dt>
              <dd>{v}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
