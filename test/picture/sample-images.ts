import { type Bitmap, type Drawing, loadPicture } from '../../src/picture/picture.ts';

/** Two small pictures; this file also runs in a browser. */

const decode = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** A scan of a few grey letters, 16 by 8 pixels. */
export const SMALL_JPEG = decode(
  '/9j/4AAQSkZJRgABAQEAFAAUAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWG' +
    'kJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk' +
    'pKSkpKSkpKSkpKSkpKT/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAEF/8QAIBAAAQMDBQEAAAAA' +
    'AAAAAAAAAQACAxIxQQQRFCFhkf/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIR' +
    'AxEAPwDYDYW0nlTAX2ccfFZDACGu1UoLMVdm/iIg/9k=',
);

/** A green disc with a paler rim on nothing, 48 by 48 pixels. */
export const SMALL_PNG = decode(
  'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAYAAABXAvmHAAABAUlEQVR4nO3XyxHCMAxFUZdDJZRDDekctllY1tMvkowXWhLf' +
    'Y00YGK/Pe3Se6AOu25QHXIpJB2iiXTEVwk2QyPDvZNwhnvGzYG7MCI94TbgEYgZEhqMQNeDJeBVCGh8ZjkBgQHY8jNgSUCUe' +
    'QiCAzHgKQQKq3T67hQ63v9zCVoDK8STiAA4gCJAdiiJGp9ufbuEAqgDavwNdtvA/X6MHkAGojtj/5/QW/8iqbmEajwKyEeTt' +
    'U4BKiGX81oAKCDaeA1CIaAh15rSRAzyNEMWjgBXCC7J6/rINBXAILYR7JtslASAIDiT5PNQkBWgg0hG1aAEREFWDFWDFmM/1' +
    'BHCokDN+24c7Q2ltfWEAAAAASUVORK5CYII=',
);

/** The picture of a PNG or JPEG file that is one. */
export function pictureOf(bytes: Uint8Array): Bitmap {
  const { value } = loadPicture(bytes, 'picture');
  if (value === undefined || value.media === 'image/svg+xml') throw new Error('this is no picture of pixels');
  return value;
}

/** The drawing of an SVG file that is one. */
export function drawingOf(svg: string): Drawing {
  const { value } = loadPicture(new TextEncoder().encode(svg), 'drawing');
  if (value?.media !== 'image/svg+xml') throw new Error('the drawing is refused');
  return value;
}

export const LOGO = pictureOf(SMALL_PNG);
export const SIGNATURE = pictureOf(SMALL_JPEG);

/** A round window with a leaf, of arcs, turns and a line that is squeezed. */
export const WINDOW = drawingOf(
  `<svg viewBox="0 0 60 40"><circle cx="20" cy="20" r="17.3" fill="#dde5d0" stroke="#344e41" stroke-width="2"/>
  <g transform="rotate(33 20 20)"><path d="M20 8a13 13 0 0 1 0 24a13 13 0 0 1 0-24" fill="#588157"/></g>
  <g transform="matrix(1.3 .2 0 .6 4 8)"><path d="M28 20q8-16 14 2" fill="none" stroke="#bc4749" stroke-width="2"/></g></svg>`,
);
