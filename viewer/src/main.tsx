import { render } from 'preact';
import { parseDossier } from './model/parse';
import { Page } from './ui/page';
import './style/base.css';
import './style/frame.css';
import './style/sections.css';
import './style/quotes.css';
import './style/people.css';
import './style/layers.css';
import './style/media.css';

function read(): unknown {
  const data = document.getElementById('dossier')?.textContent ?? '';
  return JSON.parse(data) as unknown;
}

const root = document.getElementById('app');
if (root) {
  let value: unknown = null;
  try {
    value = read();
  } catch {
    value = null;
  }
  root.replaceChildren();
  render(<Page dossier={parseDossier(value)} />, root);
  // the frame after the one that shows the page: from here on it answers
  requestAnimationFrame(() => setTimeout(() => performance.mark('parallax-ready')));
}
