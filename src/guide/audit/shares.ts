import {changeBefore, paysShare, sharesIn, speaksOf} from '../../english/index.ts';
import {
  guideQuote,
  type Input,
  type Known,
  type Prose,
  say,
  styled,
  valueOf,
  worked,
} from '../../figure/index.ts';
import {fromTo, guideFigure, guideSum, inWords} from '../stated.ts';
import type {Band, Figure, Guide, Sentence} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';
import {passagesOf} from './said.ts';

/** A share of a sum that the guide names both, and what it says that this comes to. */
interface StatedShare {
  readonly share: Figure;
  readonly base: Figure;
  readonly product: Figure | null;
  /** Whether words say that it is a share of what something earns, or three figures alone that multiply out. */
  readonly worded: boolean;
}

/** Three figures that multiply out so nearly do so on purpose. */
const EXACT = 0.005;
const [LEAST_SHARE, MOST_SHARE] = [1, 50];
/** So many times the highest band is what a company earns, and no pay. */
const COMPANY_TIMES = 50;
/** A sum that is lost, spared or passes through is nobody's earnings. */
const SPARED = ['loss', 'prevents', 'passes'] as const;
/** Guides round: what is stated may be so far from share times base. */
const ROUNDED = 0.06;
/**
 * How many times the high end of its band a share may come to. The ends of a band are less than twice apart, the best year
 * of a pod is about twice a good one, and what is beyond both is of another base, or of nobody's pay.
 */
const MOST_TIMES = 3;

export const shareAgainstBand: AuditCheck = {
  name: 'share-against-band',
  severity: 'warning',
  says: 'a share of a stated sum that is not what the guide says, or far from what its table pays',
  *check(guide): Iterable<AuditHit> {
    const told = new Set<string>();
    const narrative = new Set(guide.narrative);
    for (const passage of passagesOf(guide))
      for (const one of sharesOf(passage.sentences)) {
        // what is told of the company may be anybody's
        if (!one.worded && narrative.has(passage)) continue;
        const key = `${one.share.text} ${one.base.text}`;
        if (told.has(key)) continue;
        told.add(key);
        const off = notTheProduct(one);
        if (off !== null) yield off;
        const outside = outsideBand(guide, one);
        if (outside !== null) yield outside;
      }
  },
};

/** The shares of each sentence, and those that a sentence goes on with from the one before. */
function* sharesOf(sentences: readonly Sentence[]): Iterable<StatedShare> {
  for (const [at, sentence] of sentences.entries()) {
    const before = sentences[at - 1];
    const percents = sentence.figures.some(({kind}) => kind === 'percent');
    if (!sentence.figures.some(({kind}) => kind === 'money')) continue;
    if (percents) {
      const worded = [...statedIn(sentence.text, sentence.figures)];
      yield* worded.length > 0 ? worded : multipliedIn(sentence);
    }
    if (!percents && before?.figures.some(({kind}) => kind === 'percent') === true)
      yield* [
        ...statedIn(`${before.text} ${sentence.text}`, [...before.figures, ...sentence.figures]),
      ].filter(({product}) => product !== null);
  }
}

function* statedIn(text: string, figures: readonly Figure[]): Iterable<StatedShare> {
  for (const said of sharesIn(text)) {
    const [share, base] = [figures[said.share], figures[said.base]];
    const product = said.product === null ? null : (figures[said.product] ?? null);
    if (share?.kind === 'percent' && base?.kind === 'money') yield {share, base, product, worded: true};
  }
}

/** "If your desk earns $20M, a 3% share comes to $600K": a share, a sum and what they come to, in whatever words. */
function* multipliedIn({text, figures}: Sentence): Iterable<StatedShare> {
  if (SPARED.some(talk => speaksOf(talk, text))) return;
  const sums = figures.filter(({kind, low, high}) => kind === 'money' && low === high);
  for (const share of figures) {
    if (share.kind !== 'percent' || share.low !== share.high) continue;
    if (share.low < LEAST_SHARE || share.low > MOST_SHARE) continue;
    // "cut a bill of $20M by 3%, $600K a year" is a change
    if (changeBefore(text.slice(0, Math.max(0, text.indexOf(share.text)))) !== null) continue;
    for (const base of sums) {
      const due = (share.low * base.low) / 100;
      const product = sums.find(
        ({low, currency}) => currency === base.currency && Math.abs(low / due - 1) <= EXACT,
      );
      if (product === undefined) continue;
      yield {share, base, product, worded: false};
      return;
    }
  }
}

/** "4% of $50M is $3M". */
function notTheProduct({share, base, product}: StatedShare): AuditHit | null {
  if (product === null) return null;
  const [low, high] = [(share.low * base.low) / 100, (share.high * base.high) / 100];
  if (product.high >= low * (1 - ROUNDED) && product.low <= high * (1 + ROUNDED)) return null;
  return {
    message: say`${inWords(share, share.text)} of ${inWords(base, base.text)} is ${dueOf(share, base)}, and the guide says ${inWords(product, product.text)}`,
    span: product.span,
    hint: 'work the share out before you name what it comes to',
  };
}

function outsideBand(guide: Guide, {share, base, worded}: StatedShare): AuditHit | null {
  const bands = bandsFor(guide, base);
  const [first] = bands;
  const {currency} = base;
  if (first === undefined || currency === null) return null;
  const least = bands.reduce((one, band) => (band.low < one.low ? band : one));
  const most = bands.reduce((one, band) => (topOf(band) > topOf(one) ? band : one));
  const [low, high] = [(share.low * base.low) / 100, (share.high * base.high) / 100];
  const above = low > topOf(most) * MOST_TIMES;
  // a small sum that nobody calls a share of earnings is of something else
  if (!worded && low > topOf(most) * COMPANY_TIMES) return null;
  if (!above && (!worded || high * MOST_TIMES >= least.low)) return null;
  const range = fromTo(guideSum(least.low, currency, least.span), guideSum(topOf(most), currency, most.span));
  const column = guideQuote(first.component === 'pnl' ? 'PnL' : first.component.replace('other:', ''));
  const times = timesOf(share, base, above ? most : least, above);
  return {
    message: say`${inWords(share, share.text)} of ${inWords(base, base.text)} is ${dueOf(share, base)}, ${above ? say`${times} times the highest` : say`a fraction (${times}) of the lowest`} that the table pays as ${column}: ${range}`,
    span: share.span,
    hint: 'ask what the share is of, and what it came to last year; one of the two figures is of another base',
  };
}

/** What the table pays as a share of earnings: participation, where it names none carry or the like, else the bonus. */
function bandsFor({bands}: Guide, {currency}: Figure): Band[] {
  const money = bands.filter(band => band.unit === 'money' && band.currency === currency && topOf(band) > 0);
  for (const pays of SHARED) {
    const found = money.filter(({component}) => pays(component));
    if (found.length > 0) return found;
  }
  return [];
}

const SHARED: readonly ((component: string) => boolean)[] = [
  component => component === 'pnl',
  component => component.startsWith('other:') && paysShare(component),
  component => component === 'bonus',
];

function topOf({low, high}: Band): number {
  return high ?? low;
}

function inputsOf(share: Figure, base: Figure, end: 'low' | 'high' = 'low'): Input[] {
  return [
    {name: 'share', label: 'the share', figure: guideFigure(share, undefined, end)},
    {name: 'base', label: 'what it is of', figure: guideFigure(base, undefined, end)},
  ];
}

/** What the share comes to: `$2M`, `$200K to $1.5M`. */
function dueOf(share: Figure, base: Figure): Prose {
  const [low, high] = (['low', 'high'] as const).map(end =>
    styled(worked('share * base', inputsOf(share, base, end)), 'short', {digits: 3}),
  ) as [Known, Known];
  return valueOf(low) === valueOf(high) ? say`${low}` : say`${low} to ${high}`;
}

/** How many times the end of a band: `14.8`, `0.02`. */
function timesOf(share: Figure, base: Figure, band: Band, above: boolean): Known {
  const inputs = inputsOf(share, base, above ? 'low' : 'high');
  const end = guideSum(above ? topOf(band) : band.low, band.currency, band.span);
  const formula = base.per === 'year' ? 'share * base * 1[year] / end' : 'share * base / end';
  const all = [
    ...inputs,
    {name: 'end', label: above ? 'the high end of the table' : 'the low end of the table', figure: end},
  ];
  return worked(formula, all, {style: {as: 'factor', digits: 2}});
}
