import {reasoned} from '../cite.ts';
import {forTheTable} from '../kept.ts';
import {footnotes} from '../notes.ts';
import type {Brief} from '../../strategy/index.ts';
import {SECTION_ORDER, SECTIONS, STANCE_WORDS, sectionNumber, sentence, tally} from '../words.ts';
import {asks} from './asks.ts';
import {evidence} from './evidence.ts';
import {findings} from './findings.ts';
import {ledger} from './ledger.ts';
import {levers} from './levers.ts';
import {html, type Markup, when} from './markup.ts';
import {marked, type Page} from './parts.ts';
import {rules} from './rules.ts';
import {standing} from './standing.ts';
import {styleSheet} from './style.ts';
import {unsaid} from './unsaid.ts';

/**
 * The plan as one HTML file that needs nothing else: no script, no address to load from, charts as SVG. It reads on a
 * telephone, in the dark and on paper (A4 or Letter). What the case rules out is not in it.
 */
export async function briefHtml(whole: Brief): Promise<string> {
  const plan = forTheTable(whole);
  const page: Page = {plan, notes: footnotes()};
  const title = `${plan.role}, ${plan.company}`;
  // One after the other: footnotes are numbered in the order in which the sections are written.
  const sections = [
    stance(page),
    await standing(page),
    asks(page),
    await levers(page),
    unsaid(page),
    await rules(page),
    await ledger(page),
    findings(page),
    evidence(page),
  ];
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}: negotiation brief</title>
${styleSheet(title, plan.today)}
</head>
<body>
<header>
<p class="eyebrow">Negotiation brief <span>private, for ${plan.who}</span></p>
<h1>${plan.role}</h1>
<p class="at">${plan.company}, ${plan.region}</p>
<p class="dates">As of ${plan.today}${when(plan.deadline !== null, () => html` · decide by <b>${plan.deadline}</b>`)}</p>
</header>
<main>
${sections}
</main>
<footer><p>Made by Parley from ${plan.guide.path}, ${plan.offers.length === 0 ? 'no offer' : plan.offers.map(offer => offer.party).join(', ')}. No figure in it is without a source.</p></footer>
</body>
</html>
`;
  return document.text;
}

function stance(page: Page): Markup {
  const {plan} = page;
  return html`
<section class="stance" aria-labelledby="stance-h">
<h2 id="stance-h">${STANCE_WORDS[plan.stance.action]}</h2>
<ul>${plan.stance.because.map(reason => html`<li>${marked(page, reasoned(plan, sentence(reason)))}</li>`)}</ul>
<p class="muted">${tally(plan.ledger)}</p>
</section>
<nav aria-label="Contents"><ol>${SECTION_ORDER.map(name => html`<li><a href="#${name}"><span>${sectionNumber(name)}</span> ${SECTIONS[name]}</a></li>`)}</ol></nav>`;
}
