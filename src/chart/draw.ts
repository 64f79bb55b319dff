import type {Chart} from './chart.ts';

/**
 * A chart as one SVG element: titled and described for screen readers, without script, style sheet or address.
 *
 * Plot and linkedom are loaded with the first chart, so that a command without charts does not wait for them.
 */
export async function draw(chart: Chart): Promise<string> {
  const [plot, {parseHTML}] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const {document} = parseHTML('<!doctype html><html><body></body></html>');
  const svg = plot.plot({...chart.options(plot), document});
  for (const style of svg.querySelectorAll('style')) style.remove();
  const name = (part: string, text: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', part);
    element.setAttribute('id', `${chart.name}-${part}`);
    element.textContent = text;
    return element;
  };
  svg.prepend(name('title', chart.title), name('desc', chart.description));
  svg.setAttribute('role', chart.linked ? 'group' : 'img');
  svg.setAttribute('aria-labelledby', `${chart.name}-title`);
  svg.setAttribute('aria-describedby', `${chart.name}-desc`);
  return svg.outerHTML;
}
