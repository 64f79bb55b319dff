import {TIERS} from '../../base/index.ts';
import {named} from '../notes.ts';
import {TIER_WORDS} from '../words.ts';
import {html, type Markup, when} from './markup.ts';
import {type Page, section} from './parts.ts';

/** The footnotes, in the order the figures were read: how strong, whose, and where to look. Written last. */
export function evidence({plan, notes}: Page): Markup {
  return section(
    'evidence',
    html`<p>Strongest first: ${TIERS.map((tier, index) => html`${index === 0 ? null : '; '}<b>${tier}</b>, ${TIER_WORDS[tier]}`)}. A figure is put into a script only where it is ${plan.spokenFrom} or stronger; an ask is your own and needs no proof. The guide, ${plan.guide.path}, is the one for ${plan.guide.role} at ${plan.guide.company}.</p>
<ol class="notes">${notes.all().map(
      note => html`
<li id="note-${note.number}"><b>${note.evidence.tier}</b>${when(named(note), () => html` ${note.evidence.source}`)}${when(note.where !== null, () => html` <span class="where">${note.where}</span>`)} <a href="#ref-${note.number}-1" aria-label="back to where footnote ${note.number} is first used">↩</a></li>`,
    )}
</ol>`,
  );
}
