import type { Figure } from './letter.ts';
import type { Line, Node } from './pdf-line.ts';
import { sizeOf } from './pdf-measures.ts';

/** The most room that a picture takes, in points, and where its upper left corner is. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** A picture as a line of its own, as large as the room allows and never out of proportion. */
export function setFigure(
  { picture, alternative }: Figure,
  room: Room,
  at: Pick<Line, 'x' | 'fixed'>,
  parent: Node,
): Line {
  const { width, height } = sizeOf(picture, room);
  return {
    ...at,
    node: { tag: 'Figure', parent, alternative },
    segments: [],
    image: { picture, width },
    size: height,
    height,
    baseline: height,
    gap: room.gap,
    isKept: false,
  };
}
