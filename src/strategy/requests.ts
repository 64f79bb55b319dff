import {componentName} from '../terms/index.ts';
import {quantity} from '../base/index.ts';
import {isEscalating, requestedIn} from '../english/index.ts';
import {
  endOf,
  guideQuote,
  head,
  type Known,
  type Prose,
  reaching,
  read,
  say,
  styled,
  subjectOf,
} from '../figure/index.ts';
import {type Figure, guideEvidence, type Sentence} from '../guide/index.ts';
import {aboutOf, type Asking, type AskPart, type Draft, MET, withNote} from './ask-draft.ts';
import {componentNamed, componentOf, conditionOf} from './asked.ts';
import {floorOf} from './floor.ts';
import {atHome, type Frame} from './frame.ts';
import {currenciesOf, positionKey} from './rules.ts';
import {bandIn, rangeIn} from './standing.ts';
import {against, offerTable} from './table.ts';

/** One ask for each figure that a request names; for a request without a figure, one ask in its own words. */
export function requestsOf(sentence: Sentence, asking: Asking): readonly Draft[] {
  const known = currenciesOf(asking.frame.guide, asking.frame.region);
  const stated = sentence.figures.filter(figure => figure.kind === 'money' || figure.kind === 'percent');
  const sums = stated.filter(
    figure => figure.currency === null || known.size === 0 || known.has(figure.currency),
  );
  if (stated.length === 0) return [plainRequest(sentence)];
  return sums.map(figure => {
    const component = componentOf(sentence, figure);
    if (figure.kind === 'percent') return shareAsk(figure, component, asking);
    return sumAsk(figure, component, sentence, asking);
  });
}

/** The guide's own words for what is paid, "completion bonus"; the part's name where they name none, as in "a minimum". */
function nounOf(figure: Figure, component: AskPart): Prose {
  const named = figure.of !== null && (component === 'other' || componentNamed(figure) !== undefined);
  return named ? say`${guideQuote(figure.of ?? '')}` : say`${componentName(component)}`;
}

/** Paid once, unless the guide says by what period: a grant, a sign-on, a milestone. */
const SINGLE: ReadonlySet<AskPart> = new Set(['equity', 'signOn', 'milestone']);

function sumAsk(figure: Figure, component: AskPart, sentence: Sentence, asking: Asking): Draft {
  const {frame, offer} = asking;
  const grant = component === 'equity' && figure.per === null;
  const {sum, note} = atHome(sumOf(figure, component, frame), frame);
  const per = figure.per === null ? '' : ` a ${figure.per}`;
  const table = offerTable(offer, component, grant);
  const ask = against(sum, table, offer, component, grant);
  return {
    component,
    about: aboutOf(component),
    text: head(say`${sum} ${nounOf(figure, component)}${per}`),
    amount: sum,
    ...ask,
    why: withNote(ask.met ? MET : reasonOf(figure, component, sentence, asking), note),
    floor: floorOf(component, grant, table, asking),
    span: figure.span,
  };
}

/** The sum that a request names, of a range the most. */
function sumOf({high, currency, per, span}: Figure, component: AskPart, {home}: Frame): Known {
  const unit = per ?? (SINGLE.has(component) ? null : 'year');
  const code = currency ?? home;
  return read(quantity(high, unit === null ? code : `${code}/${unit}`), span, guideEvidence(span), {
    subject: subjectOf(component),
    style: {as: 'money'},
  });
}

/** Why a request stands: below an anchor of its own component it is the least to hold out for; a condition of the guide's is told with it. */
function reasonOf(figure: Figure, component: AskPart, sentence: Sentence, {anchors}: Asking): Prose {
  const above = anchors.some(
    position =>
      positionKey(position).component === component &&
      position.currency === figure.currency &&
      position.value >= figure.high,
  );
  // How far I would come down is my own.
  if (above)
    return reaching(
      say`less than the anchor above: the part of it to hold out for if the whole is refused`,
      'call',
    );
  const condition = conditionOf(sentence, figure);
  return condition === null
    ? say`the guide asks for it; name who measures it and when it is paid`
    : say`the guide asks for it ${guideQuote(condition)}: ask only where that is so`;
}

/** A share of everything is asked for as money: the band, with the base of the share to be named. Another percent is asked for as it is. */
function shareAsk(figure: Figure, component: AskPart, asking: Asking): Draft {
  const {frame, offer, share} = asking;
  const found = bandIn(frame, 'pnl');
  const band = found === undefined ? undefined : rangeIn(found, frame.home);
  const wrong = component === 'pnl' && share?.verdict.kind === 'does not hold' ? share.verdict : undefined;
  const asMoney = wrong !== undefined && band !== undefined;
  const percent = read(
    {low: figure.low / 100, high: figure.high / 100, unit: {}},
    figure.span,
    guideEvidence(figure.span),
    {subject: subjectOf(component), style: {as: 'written', text: figure.text}},
  );
  const most = asMoney ? styled(endOf(band, 'high'), 'money') : null;
  const table = asMoney ? offerTable(offer, component, false) : null;
  const ask = against(most ?? percent, table, offer, component, false);
  return {
    component,
    about: aboutOf(component),
    text: head(
      asMoney
        ? say`participation that pays ${band} a year, as a share of a base named in the letter`
        : say`${percent} ${figure.of === null ? componentName(component) : guideQuote(figure.of)}, of a base named in the letter`,
    ),
    amount: most,
    ...ask,
    why: ask.met
      ? MET
      : wrong === undefined
        ? say`the guide asks for it; a share means nothing before its base is named`
        : say`${percent} of all PnL would be ${wrong.because}; ${wrong.instead}`,
    floor: floorOf(component, false, table, asking),
    span: figure.span,
  };
}

function plainRequest(sentence: Sentence): Draft {
  const component = isEscalating(sentence.text) ? 'escalator' : 'other';
  return {
    component,
    text: head(say`${guideQuote(requestedIn(sentence.text), sentence.span)}`),
    amount: null,
    now: say`not stated`,
    met: false,
    why: say`the guide asks for it without a figure: settle the measure, the hours it counts and what it pays`,
    floor: null,
    span: sentence.span,
  };
}
