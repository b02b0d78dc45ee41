import { Later } from '../page/later.tsx';
import type { Screen } from '../page/screens.ts';

/** The screen for what is sent. */
export const letterScreen: Screen = {
  id: 'letter',
  label: 'Letter',
  isOffered: () => true,
  View: () => <Later load={async () => (await import('./letter-view.tsx')).LetterView} />,
};
