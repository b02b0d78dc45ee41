import type { Figure } from './letter.ts';
import type { Line, Node } from './pdf-line.ts';

/** The most room that a picture takes, in points, and where its upper left corner is. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** At 96 pixels to the inch a picture is not made larger than it was drawn. */
const PIXEL = 0.75;

/** A picture as a line of its own, as large as the room allows and never out of proportion. */
export function setFigure(
  { picture, alternative }: Figure,
  room: Room,
  at: Pick<Line, 'x' | 'fixed'>,
  parent: Node,
): Line {
  const scale = Math.min(PIXEL, room.width / picture.width, room.height / picture.height);
  const height = picture.height * scale;
  return {
    ...at,
    node: { tag: 'Figure', parent, alternative },
    segments: [],
    image: { picture, width: picture.width * scale },
    size: height,
    height,
    baseline: height,
    gap: room.gap,
    isKept: false,
  };
}
