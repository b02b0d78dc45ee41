import { Folded } from './folded.tsx';

/** Where other wording can be opened, folded away. */
export const OtherWording = () => (
  <Folded
    title="Other wording"
    about="a practice folder, or a wording file that was published"
    load={async () => (await import('./open-wording.tsx')).OpenWording}
  />
);
