import { Later } from '../page/later.tsx';
import type { Screen } from '../page/screens.ts';

/** The screen for those who keep the wording; only where the server stands behind the page. */
export const wordingScreen: Screen = {
  id: 'wording',
  label: 'Wording',
  isOffered: ({ canEdit }) => canEdit,
  View: () => <Later load={async () => (await import('./wording-view.tsx')).WordingView} />,
};
