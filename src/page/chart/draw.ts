import type {Chart, PlotModule} from './chart.ts';
import {cleanLine} from './clean.ts';

/**
 * A chart as one SVG element: titled and described for screen readers, without script, style sheet or address.
 *
 * Plot and linkedom are loaded with the first chart, so that a command without charts does not wait for them. Every word in
 * it, read or read aloud, is what `clean` leaves of it; ids and what links lead to stay as they are.
 */
export async function draw(chart: Chart, clean: (text: string) => string = text => text): Promise<string> {
  const [plot, {parseHTML}] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const {document} = parseHTML('<!doctype html><html><body></body></html>') as unknown as Page;
  const svg = plotted(plot, chart, document);
  for (const style of svg.querySelectorAll('style')) style.remove();
  const named = (part: string, text: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', part);
    element.setAttribute('id', `${chart.name}-${part}`);
    element.textContent = cleanLine(text);
    return element;
  };
  svg.prepend(named('title', chart.title), named('desc', chart.description));
  svg.setAttribute('role', chart.linked ? 'group' : 'img');
  svg.setAttribute('aria-labelledby', `${chart.name}-title`);
  svg.setAttribute('aria-describedby', `${chart.name}-desc`);
  for (const element of svg.querySelectorAll('*')) {
    for (const {name, value} of element.attributes) {
      const drawn = LONG.test(value) ? value.replace(LONG_ONES, told) : value;
      const said = name === 'aria-label' ? cleanLine(clean(drawn)) : drawn;
      // The library writes `&` and `<` of an attribute as they are, and a browser would read `&#52;` as 4.
      const written = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      if (written !== value) element.setAttribute(name, written);
    }
    for (const node of element.childNodes)
      if (node.nodeType === TEXT) node.textContent = cleanLine(clean(node.textContent ?? ''));
  }
  return svg.outerHTML;
}

/** Numbers with more digits than machines and versions of their libraries agree on. */
const LONG = /\.\d{9}|\d{9}\./;
const LONG_ONES = /-?\d+\.\d+(?:e[+-]?\d+)?/g;

/** To twelve digits: `532.1499999999999` as `532.15`. */
function told(number: string): string {
  return String(Number(Number(number).toPrecision(12)));
}

/** What a node says it is where it is text. */
const TEXT = 3;

/** The little of a document that drawing needs. The library's own types want a browser's, which Node does not have. */
interface Node {
  textContent: string | null;
  readonly outerHTML: string;
  readonly nodeType: number;
  readonly attributes: Iterable<{readonly name: string; readonly value: string}>;
  readonly childNodes: Iterable<Node>;
  querySelectorAll(selector: string): Iterable<Node>;
  setAttribute(name: string, value: string): void;
  prepend(...nodes: readonly Node[]): void;
  remove(): void;
}

interface Page {
  readonly document: {createElementNS(space: string, name: string): Node};
}

function plotted(plot: PlotModule, chart: Chart, document: Page['document']): Node {
  const svg: unknown = plot.plot({...chart.options(plot), document});
  return svg as Node;
}
