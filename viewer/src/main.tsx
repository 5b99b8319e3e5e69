import { render } from 'preact';
import { parseDossier } from './model/parse';
import { Page } from './ui/page';
import './style/page.css';

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
}
