import {count, type Figure, guideQuote, join, named, type Prose, say, styled} from '../../figure/index.ts';
import {
  type CompetingOffer,
  type Guide,
  OFFERED,
  offeredFigure,
  type Position,
  positionFigure,
} from '../../guide/index.ts';
import {type Block, text, toned} from '../../page/index.ts';
import {componentHeading} from '../chart/words.ts';
import {componentWords, figureRows} from './parts.ts';
import {listOf} from '../words.ts';

/** The levers, each with its amounts and the script as the guide has it, which nobody has checked yet. */
export function levers(guide: Guide): readonly Block[] {
  return guide.levers.flatMap(({title, script, passage}, at): readonly Block[] => {
    const advice = passage.sentences.map(sentence => sentence.text).join(' ');
    return [
      {block: 'heading', level: 'part', number: say`${count(at + 1)}.`, text: text`${guideQuote(title)}`},
      ...figureRows(passage),
      script === null
        ? {block: 'paragraph', text: text`${guideQuote(advice)}`}
        : {block: 'say', sentences: [say`${guideQuote(`“${script.value}”`)}`]},
    ];
  });
}

/** Anchor, floor and walk-away, with what the guide would ask for and whom it would name. */
export function strategy({strategy: plan}: Guide): readonly Block[] {
  if (plan === null) return [];
  const told = [
    ...plan.asks,
    ...plan.competing,
    ...plan.walkAwayIf,
    ...(plan.lead === null ? [] : [plan.lead]),
  ];
  const rest = plan.other.filter(
    ({span}) => !told.some(one => one.span.from >= span.from && one.span.to <= span.to),
  );
  const words = (of: string) => say`${guideQuote(of)}`;
  const rows: readonly (readonly [Prose, Prose])[] = [
    [say`Anchor at`, positions(plan.anchor)],
    [say`Lead with`, words(plan.lead?.value ?? '')],
    ...plan.competing.map(offer => [say`Other offer`, offerWords(offer)] as const),
    ...plan.asks.map(ask => [say`Ask`, words(ask.text)] as const),
    [say`Accept at`, positions(plan.accept)],
    [say`Walk away below`, positions(plan.walkAway)],
    ...plan.walkAwayIf.map(({value}) => [say`Walk away`, words(value)] as const),
    ...rest.map(({value}) => [say`Also`, words(value)] as const),
  ];
  return [
    {
      block: 'facts',
      rows: rows
        .filter(([, {prose}]) =>
          prose.some(part => typeof part !== 'object' || !('quote' in part) || part.quote !== ''),
        )
        .map(([label, of]) => ({label, text: [{text: of}]})),
    },
  ];
}

/** `Citadel: base $210,000, bonus $130,000`. */
function offerWords(offer: CompetingOffer): Prose {
  const parts = OFFERED.map(part => {
    const sum = offeredFigure(offer, part);
    return sum === null ? null : say`${part} ${styled(sum, 'money')}`;
  });
  return say`${guideQuote(offer.company)}: ${join(parts, ', ')}`;
}

/** `base $215K; bonus $135K, guaranteed, first year`. */
function positions(of: readonly Position[]): Prose {
  return join(
    of.map(position => {
      const {key, guaranteed, written, firstYear} = position;
      const [name = '', place] = key.split('@');
      const where = place === undefined ? null : say` for ${guideQuote(place)}`;
      const conditions = [guaranteed && 'guaranteed', firstYear && 'first year', written && 'in writing'];
      const told = conditions.filter(word => word !== false).map(word => `, ${word}`);
      return say`${named(positionWords(name))}${where} ${shortFigure(position)}${told.join('')}`;
    }),
    '; ',
  );
}

/** `$215K` */
function shortFigure(position: Position): Figure {
  const figure = positionFigure(position);
  return figure.style.as === 'money' ? styled(figure, 'short') : figure;
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  pnlPercent: componentHeading('pnl'),
  bonusPercent: componentHeading('bonus'),
  equity: 'equity grant',
  equityPerYear: componentHeading('equity'),
};

/** A position's key in words, as a clause goes on: `base`, `PnL share`. */
function positionWords(key: string): string {
  const words = Object.hasOwn(KEY_WORDS, key) ? (KEY_WORDS[key] ?? key) : componentWords(key);
  return /^[A-Z][a-z]/.test(words) && !words.startsWith('PnL')
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

/** The sources, with what would be needed to look them up where it is missing. */
export function sources(guide: Guide): readonly Block[] {
  return listOf(
    guide.sources.map(({text: of, url, years}) => ({
      text: text`${guideQuote(of)}`,
      under: [
        [
          toned(
            'muted',
            say`${url === null ? 'no link' : guideQuote(url)}${years.length === 0 ? ' · no year' : null}`,
          ),
        ],
      ],
    })),
  );
}
