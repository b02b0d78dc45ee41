import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  lineNumbers,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';

/**
 * The box in which wording is edited, with its placeholders coloured. It lives in a shadow root, where the page's policy
 * lets it have its styles, and is made anew for each text; nothing else imports the editor's library.
 */

/** What can be done to the text from outside the box. */
export interface EditorHandle {
  readonly insert: (text: string) => void;
  readonly goTo: (line: number, column: number) => void;
}

interface Edited {
  readonly path: string;
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly onText: (text: string) => void;
  readonly onReady: (handle: EditorHandle) => void;
}

/** The box for one text; give it the path as key. */
export function CodeEditor({ path, text, isReadOnly, onText, onReady }: Edited) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({ doc: text, extensions: extensionsFor(path, isReadOnly, onText) }),
    });
    onReady(handleOf(view));
    return () => view.destroy();
  }, []);
  return <div ref={host} class="code" />;
}

function extensionsFor(path: string, isReadOnly: boolean, onText: (text: string) => void) {
  return [
    lineNumbers(),
    history(),
    // Without Tab, which leads out of the box as everywhere else.
    keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    EditorState.readOnly.of(isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': `Text of ${path}`,
      autocomplete: 'off',
      spellcheck: 'false',
      writingsuggestions: 'false',
    }),
    EditorView.updateListener.of(({ docChanged, state }: ViewUpdate) => {
      if (docChanged) onText(state.doc.toString());
    }),
    placeholders,
    LOOK,
  ];
}

const handleOf = (view: EditorView): EditorHandle => ({
  insert: (text) => {
    view.dispatch(view.state.replaceSelection(text));
    view.focus();
  },
  goTo: (line, column) => {
    const { doc } = view.state;
    const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    view.dispatch({ selection: { anchor: Math.min(from + column - 1, to) }, scrollIntoView: true });
    view.focus();
  },
});

const PRINTED = Decoration.mark({ class: 'cm-field' });
const DECIDES = Decoration.mark({ class: 'cm-decides' });
const PLACED = Decoration.mark({ class: 'cm-placed' });

const matcher = new MatchDecorator({
  regexp: /\{\{\s*([#/>]|else\b)?[^{}]*\}\}/g,
  decoration: ([, sign]) => (sign === undefined ? PRINTED : sign === '>' ? PLACED : DECIDES),
});

const placeholders = ViewPlugin.define(
  (view) => ({
    decorations: matcher.createDeco(view),
    update(update: ViewUpdate) {
      this.decorations = matcher.updateDeco(update, this.decorations);
    },
  }),
  { decorations: ({ decorations }) => decorations },
);

/** The page's own colours, which reach into the shadow root as custom properties. */
const LOOK = EditorView.theme({
  '&': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '8px',
  },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '2px' },
  '.cm-content': {
    fontFamily: 'ui-monospace, monospace',
    fontSize: '1rem',
    minHeight: '12rem',
    caretColor: 'var(--ink)',
  },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--soft)', border: '0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--tint)' },
  '.cm-field': { color: 'var(--accent)', fontWeight: '600' },
  '.cm-decides': { color: 'var(--mind)' },
  '.cm-placed': { color: 'var(--accent)', textDecoration: 'underline' },
});
