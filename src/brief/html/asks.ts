import type {SpokenAsk} from '../../strategy/index.ts';
import {annotate, atEnd, ofGuide, ofToday} from '../cite.ts';
import {sentence} from '../words.ts';
import {html, type Markup, when} from './markup.ts';
import {marked, type Page, section} from './parts.ts';

/** What to ask for, in the order to ask it, each with the floor beneath it and the sentence to say. */
export function asks(page: Page): Markup {
  const {plan} = page;
  if (plan.asks.length === 0) return section('asks', html`<p>The guide’s strategy names no ask.</p>`);
  return section('asks', html`<ol class="asks">${plan.asks.map(ask => one(page, ask))}</ol>`);
}

function one(page: Page, ask: SpokenAsk): Markup {
  const guide = ofGuide(page.plan, ask.span);
  return html`
<li>
<h3>${marked(page, atEnd(ask.text, guide))}</h3>
<dl class="facts">
<div><dt>On the table</dt><dd>${marked(page, atEnd(ask.now, ofToday(page.plan, ask)))}</dd></div>
${when(ask.floor !== null, () => html`<div><dt>Floor</dt><dd>${marked(page, atEnd(ask.floor ?? '', guide))}</dd></div>`)}
</dl>
<p>${marked(page, atEnd(sentence(ask.why), guide))}</p>
<blockquote><p>${marked(page, annotate(page.plan, ask.say))}</p></blockquote>
</li>`;
}
