import type {Chart, PlotModule} from './chart.ts';
import {cleanLine} from './clean.ts';

/**
 * A chart as one SVG element: titled and described for screen readers, without script, style sheet or address.
 *
 * Plot and linkedom are loaded with the first chart, so that a command without charts does not wait for them.
 */
export async function draw(chart: Chart): Promise<string> {
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
  return svg.outerHTML;
}

/** The little of a document that drawing needs. The library's own types want a browser's, which Node does not have. */
interface Node {
  textContent: string | null;
  readonly outerHTML: string;
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
