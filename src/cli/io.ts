import type { Thread } from './thread.ts';

/** Everything the commands touch of the world outside; tests pass their own. */
export interface Io {
  readonly cwd: string;
  /** The program's version. */
  readonly version: string;
  /** The folder of the packaged sample practice. */
  readonly sampleFolder: string;
  /** The folder of the letters' fonts. */
  readonly fontFolder: string;
  /** The folder of the built page. */
  readonly pageFolder: string;
  readonly now: () => Date;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** Whether standard output is a terminal that takes colours. */
  readonly hasColour: boolean;
  /** Starts the program on a thread beside this one; absent where it is not built. */
  readonly threads?: { readonly cores: number; readonly start: (task: unknown) => Thread };
  /** Asks a person one question; absent where nobody can answer. */
  readonly ask?: (question: string) => Promise<string>;
  /** The same, without showing what is typed. */
  readonly askSecretly?: (question: string) => Promise<string>;
  /** Opens a file in the program that the user has for it; whether that could be done. */
  readonly openFile?: (path: string) => Promise<boolean>;
  /** Opens a link in the browser; does nothing where there is none. */
  readonly openLink: (link: string) => void;
  /** Settles when the person ends the program. Until then, `onEnter` is called at each line they enter. */
  readonly untilStopped: (onEnter: () => void) => Promise<void>;
}

/** How a command ended. */
export const EXIT = { done: 0, problems: 1, usage: 2, input: 3, refused: 4 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
