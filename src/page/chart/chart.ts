import type {PlotOptions} from '@observablehq/plot';

/** Observable Plot, handed in by whoever draws: the server loads it late, a browser has its own. */
export type PlotModule = typeof import('@observablehq/plot');

/** A picture as values: what it is called, what it says to somebody who cannot see it, and how Plot draws it. */
export interface Chart {
  /** Unique within a page; ids are made from it. */
  readonly name: string;
  readonly title: string;
  /** Everything that the picture shows, in sentences. */
  readonly description: string;
  /** Whether marks are links: the picture is then announced as a group of them and not as one image. */
  readonly linked: boolean;
  options(plot: PlotModule): PlotOptions;
}

/**
 * Colours by meaning. A page sets the variables; where none is set, a chart is drawn in the colour of the text, which
 * is why no meaning may hang on them alone.
 */
export const INK = {
  text: 'currentColor',
  muted: 'var(--ink-muted, currentColor)',
  line: 'var(--line, currentColor)',
  strip: 'var(--strip, #8886)',
  accent: 'var(--accent, currentColor)',
  paper: 'var(--paper, transparent)',
  pass: 'var(--pass, currentColor)',
  fail: 'var(--fail, currentColor)',
  unknown: 'var(--unknown, currentColor)',
} as const;

/** Font size of every label, in pixels at the chart's own width. */
export const LABEL_SIZE = 12;

/**
 * Options common to all charts: a canvas in pixels with the origin at the upper left, no axes. The charts lay their
 * own labels out, since Plot lets neighbouring ones overlap.
 */
export function canvas(width: number, height: number): PlotOptions {
  return {
    width,
    height,
    margin: 0,
    className: 'chart',
    style: {fontFamily: 'inherit', fontSize: `${LABEL_SIZE}px`, overflow: 'visible', background: 'none'},
    x: {type: 'linear', domain: [0, width], range: [0, width], axis: null},
    y: {type: 'linear', domain: [0, height], range: [0, height], axis: null},
    color: {type: 'identity'},
  };
}
