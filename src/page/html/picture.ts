import {draw} from '../chart/draw.ts';
import type {Document, Picture} from '../document.ts';
import {picturesIn} from '../walk.ts';

/** Widths that pictures are drawn at, in pixels: one for a page, one for a telephone. */
const WIDE = 736;
const SLIM = 340;

/** A picture drawn twice, of which the style sheet shows the one that fits. */
export interface Drawn {
  readonly wide: string;
  readonly slim: string;
}

/** Every picture of a document. They are numbered: two of one name would share their ids. */
export async function drawnIn(
  document: Document,
  clean: (text: string) => string,
): Promise<ReadonlyMap<Picture, Drawn>> {
  const drawn = new Map<Picture, Drawn>();
  for (const [at, picture] of picturesIn(document).entries()) {
    const sized = (width: number) => {
      const chart = picture.chart(width);
      return draw({...chart, name: `${chart.name}-${at + 1}`}, clean);
    };
    drawn.set(picture, {wide: await sized(WIDE), slim: await sized(SLIM)});
  }
  return drawn;
}
