import type { View } from '../../render/envelope.ts';
import type { Segment } from '../../render/pdf-break.ts';
import { FOOTER_BASELINE, GREY, type Sheet } from '../../render/pdf-measures.ts';
import type { Page, PlacedLine } from '../../render/pdf-pages.ts';
import { isPressMissing, LETTER_FAMILY, pictureAddress, sheet } from './sheet-state.ts';

/** The pages in their true proportions: every line where the PDF has it, the address where the window is. */
export function SheetView() {
  const set = sheet.value;
  if (isPressMissing.value)
    return (
      <p class="waiting">
        The letter's type did not arrive, so that its page cannot be shown. Load the page again.
      </p>
    );
  if (set === undefined) return <p class="waiting">The page stands here once the answers are there.</p>;
  const { sheet: own, cover, pages: bound, margins } = set.bound;
  const number = (index: number) =>
    bound.length > 1
      ? margins.pageNumber?.replace('{page}', `${index + 1}`).replace('{pages}', `${bound.length}`)
      : undefined;
  const pages: Shown[] = [
    ...(cover === undefined ? [] : [{ ...cover, number: undefined }]),
    ...bound.map((page, index) => ({ page, sheet: own, number: number(index) })),
  ];
  return (
    <div class={`sheets ${set.letter.format.paper}`}>
      {pages.map((shown, index) => (
        <OnePage
          key={index}
          shown={shown}
          label={`Page ${index + 1} of ${pages.length}, as it is printed`}
          view={index === 0 ? shown.sheet.view : undefined}
          marks={margins.marks}
        />
      ))}
    </div>
  );
}

/** A page with the sheet it is set on, and what stands at its foot. */
interface Shown {
  readonly page: Page;
  readonly sheet: Sheet;
  readonly number: string | undefined;
}

interface Labelled {
  readonly shown: Shown;
  readonly label: string;
  readonly view: View | undefined;
  readonly marks: readonly string[];
}

function OnePage({ shown: { page, sheet: own, number }, label, view, marks }: Labelled) {
  const { paper, column, style } = own;
  const margin = { x: column.right, 'text-anchor': 'end', fill: GREY } as const;
  return (
    <svg
      class="sheet"
      viewBox={`0 0 ${paper.width} ${paper.height}`}
      role="img"
      aria-label={label}
      font-family={`'${LETTER_FAMILY}', sans-serif`}
    >
      {view === undefined ? null : <Folding view={view} />}
      {page.map((line, index) => (
        <OneLine key={index} line={line} />
      ))}
      <text {...margin} y={style.markBaseline} font-size={style.size.mark} font-weight="600">
        {marks.join('  ·  ')}
      </text>
      <text {...margin} y={paper.height - FOOTER_BASELINE} font-size={style.size.footer}>
        {number}
      </text>
    </svg>
  );
}

/** Where the address stays in the envelope's window however the letter slides, and the first fold: on the screen alone. */
function Folding({ view }: { readonly view: View }) {
  const { safe, fold } = view;
  return (
    <g class="folding">
      <line x1="0" y1={fold} x2="14" y2={fold} />
      {safe === undefined ? null : (
        <rect
          x={safe.left - 6}
          y={safe.top - 4}
          width={safe.right - safe.left + 12}
          height={safe.bottom - safe.top + 8}
          rx="4"
        />
      )}
    </g>
  );
}

function OneLine({ line }: { readonly line: PlacedLine }) {
  const { image, x, top, height, segments } = line;
  if (image !== undefined)
    return <image href={pictureAddress(image.picture)} x={x} y={top} width={image.width} height={height} />;
  return (
    <>
      {segments.map((segment, index) => (
        <Stretch key={index} line={line} segment={segment} />
      ))}
    </>
  );
}

/** As wide as in the PDF, also where the browser has to take another font for a script. */
function Stretch({ line, segment }: { readonly line: PlacedLine; readonly segment: Segment }) {
  const { text, face, x, width, span, level = 0 } = segment;
  const turned = level % 2 === 1 ? ({ direction: 'rtl', 'text-anchor': 'end' } as const) : {};
  if (text.trim() === '') return null;
  return (
    <text
      x={line.x + x}
      y={line.top + line.baseline}
      font-size={line.size}
      font-weight={face === 'semibold' ? 600 : 400}
      lang={span?.language ?? line.node.language}
      {...turned}
      textLength={width}
      lengthAdjust="spacingAndGlyphs"
    >
      {text}
    </text>
  );
}
