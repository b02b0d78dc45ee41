import { render } from 'preact';
import { readWording } from './wording-source.ts';

/** Starts the page: gets the wording, then shows it. */
async function start(page: Document): Promise<void> {
  const place = page.getElementById('page');
  const source = await readWording(page);
  const shown =
    'data' in source ? <h1>{source.data.library.practice.name}</h1> : <p>There is no wording here.</p>;
  if (place !== null) render(shown, place);
}

void start(document);
