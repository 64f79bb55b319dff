import type {Component} from '../../base/index.ts';
import {day, isKnown, join, named, type Prose, say, valueOf} from '../../figure/index.ts';
import {type Block, type Cell, text, toned} from '../../page/index.ts';
import type {Brief, OfferStanding, Standing} from '../../strategy/index.ts';
import {bandRows, bandsChart} from '../chart/bands.ts';
import {strips} from '../chart/strip.ts';
import {componentHeading} from '../chart/words.ts';
import {componentsOf, KIND_WORDS, type Told, told} from './words.ts';

const NONE: Cell = {text: text`–`};

/** Every offer held against the bands: a picture, then the figures with what they stand on. */
export function standing({brief}: Told): readonly Block[] {
  const components = componentsOf(brief);
  if (components.length === 0)
    return [
      {
        block: 'paragraph',
        text: text`The guide has no band to hold an offer against, and there is no offer.`,
      },
    ];
  return [...drawn(brief), tabled(brief, components), ...brief.offers.flatMap(leaving)];
}

/** What leaving today's job costs, and what waiting saves. */
function leaving({leaving: rows = [], party}: OfferStanding): readonly Block[] {
  const [now, ...later] = rows;
  if (now === undefined) return [];
  const waits = later
    .slice(0, 3)
    .map(
      ({from, total}) => say`from ${day(from)} ${isKnown(total) && valueOf(total) === 0 ? 'nothing' : total}`,
    );
  return [
    {
      block: 'paragraph',
      text: text`Giving notice at ${named(party)} today costs ${now.total}, in what is not yet paid, vested or to be given back${waits.length === 0 ? null : say`; ${join(waits, ', ')}`}. parley value has its parts.`,
    },
  ];
}

function drawn(brief: Brief): readonly Block[] {
  if (bandRows(brief).length === 0) return [];
  const caption = text`Each strip runs from the low to the high of the guide’s band for ${named(brief.region)}; strips are drawn to the same length, not to one scale of money. Offers stand above the strip, the firm’s with a filled mark, others with an open one; the guide’s own marks stand below it. In the table, “up” is how much of the way from the low of the band to its high an offer has come.`;
  return [
    {
      block: 'picture',
      chart: width => bandsChart(brief, width),
      strips: width => strips(bandRows(brief), width),
      caption,
    },
  ];
}

function tabled(brief: Brief, components: readonly Component[]): Block {
  const bands = components.map((component): Cell => {
    const found = brief.bands.find(one => one.component === component);
    return found === undefined ? NONE : {text: text`${found.band}`};
  });
  return {
    block: 'table',
    caption: say`Offers against the bands of the guide`,
    columns: [
      {head: say`Offer`, least: 16},
      ...components.map(component => ({
        head: say`${componentHeading(component)}`,
        figures: true,
        least: 10,
      })),
    ],
    rows: [
      {cells: [{text: text`Band of the guide`}, ...bands]},
      ...brief.offers.map(offer => ({
        cells: [
          about(offer, brief.today),
          ...components.map(component => cell(offer.standings.find(one => one.component === component))),
        ],
      })),
    ],
  };
}

/** Whether the offer may be named with its figures is the first thing to know of it. */
function about({party, kind, evidence, speakable, expires}: OfferStanding, today: string): Cell {
  const words = [
    say`${KIND_WORDS[kind]}`,
    say`${evidence.tier}`,
    kind === 'competing' ? say`${speakable ? 'may be named' : 'not to be named'}` : null,
    expires === null ? null : say`${expires < today ? 'ran out' : 'expires'} ${day(expires)}`,
  ];
  return {
    text: [toned(kind === 'target' ? 'accent' : 'bold', say`${named(party)}`)],
    under: told(join(words, ', ')),
  };
}

function cell(found: Standing | undefined): Cell {
  if (found === undefined) return NONE;
  if (found.amount === null) return {text: told(found.shown, 'muted')};
  const under = join([placeOf(found), guaranteeOf(found)], ', ');
  return {text: told(found.shown), ...(under.prose.length === 0 ? {} : {under: told(under)})};
}

/** `10% up`, `below the band`; null where nothing can be said. */
function placeOf({share, place}: Standing): Prose | null {
  if (!isKnown(share) || place === 'unknown') return null;
  if (place !== 'within') return say`${place} the band`;
  const up = valueOf(share);
  return up === 0 ? say`at its low` : up === 1 ? say`at its high` : say`${share} up`;
}

function guaranteeOf({component, guaranteed}: Standing): Prose | null {
  if (component === 'total' || guaranteed === null) return null;
  if (!guaranteed) return say`not guaranteed`;
  return component === 'base' ? null : say`guaranteed`;
}
