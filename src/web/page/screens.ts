import type { ComponentChild } from 'preact';
import type { PageData } from '../../library/page-data.ts';
import { dialScreen } from '../dial/dial-screen.tsx';
import { letterScreen } from '../letter/letter-screen.tsx';
import { wordingScreen } from '../wording/wording-screen.tsx';

/**
 * The screens, in the order of their tabs. A screen is a record in a file of its own, `WHAT/WHAT-screen.tsx`, and plugs
 * in here by one line. It draws into `<main>`, begins with an `<h1>`, reads the client from `case/case-state.ts`, keeps
 * what else it knows in signals of its own and registers with `onClear` how they are cleared. It may use all of
 * `page/fields.tsx`, and the classes that `page.css` lists. Heavy parts are imported when they are used.
 */
export interface Screen {
  readonly id: string;
  readonly label: string;
  /** Whether there is such a screen with this wording; the editor needs the server behind the page. */
  readonly isOffered: (page: PageData) => boolean;
  readonly View: () => ComponentChild;
}

export const SCREENS: readonly Screen[] = [dialScreen, letterScreen, wordingScreen];
