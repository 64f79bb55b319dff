import {type Span, showRange} from '../base/index.ts';
import type {Guide} from '../guide/index.ts';
import {bandOf, levelsOf, matchLevel, matchRegion, regionsOf} from '../market/index.ts';
import {type Finding, finding, say, show, valueOf} from '../figure/index.ts';
import {currencyIn, termsOf, yearly} from '../terms/index.ts';
import {positionsFor} from './rules.ts';
import type {Situation} from './types.ts';

/** Where the case and its guide do not fit together. An error means that no plan can be made. */
export function checkSituation(situation: Situation): readonly Finding[] {
  const reading = situation.readings[0];
  if (reading === undefined) {
    const hint = 'name one under guides in case.yaml';
    return [finding('no-guide', 'error', 'the case names no guide', {span: top('case.yaml'), hint})];
  }
  // Why it is no guide stands in the reading already.
  if (reading.guide === null) return reading.findings;
  const {guide} = reading;
  return [
    ...region(situation, guide),
    ...level(situation, guide),
    ...company(situation, guide),
    ...strategy(situation, guide),
    ...unlikely(situation, guide),
  ];
}

function region(situation: Situation, guide: Guide): readonly Finding[] {
  const regions = regionsOf(guide);
  const matched = matchRegion(guide, situation.region);
  if (matched === undefined && regions.some(one => one !== '')) {
    const message = say`the guide has no region "${situation.region}", or more than one that it could be`;
    const hint = say`write one of these as region in case.yaml: ${regions.join(', ')}`;
    return [finding('region-not-in-guide', 'error', message, {span: top('case.yaml'), hint})];
  }
  const bands = guide.bands.filter(band => band.region === matched && band.unit === 'money');
  const known = new Set(bands.flatMap(band => [band.currency, band.alt?.currency]));
  return situation.offers
    .filter(
      offer =>
        known.size > 0 && offer.terms.length > 0 && !offer.terms.some(term => known.has(term.currency)),
    )
    .map(offer =>
      finding(
        'other-currency',
        'warning',
        say`${offer.party} pays in ${offer.terms[0]?.currency}, the guide's bands of ${matched} are in ${[...known].filter(one => one !== undefined).join(' and ')}`,
        {span: offer.span, hint: 'the offer is shown, and not placed in a band'},
      ),
    );
}

function company(situation: Situation, guide: Guide): readonly Finding[] {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = new Set(words(guide.company.value));
  if (words(situation.company).some(word => named.has(word))) return [];
  const message = say`the guide is on ${guide.company.value}, the case on ${situation.company}`;
  const hint = 'put the guide of the firm you negotiate with first under guides';
  return [finding('other-company', 'warning', message, {span: guide.company.span, hint})];
}

/** A table with several levels places nothing before the case names one. */
function level(situation: Situation, guide: Guide): readonly Finding[] {
  const levels = levelsOf(guide);
  if (levels.length < 2 || (situation.level !== null && matchLevel(guide, situation.level) !== undefined))
    return [];
  const said =
    situation.level === null ? 'the case names no level' : `the guide has no level "${situation.level}"`;
  const message = say`${said}, and the guide's bands differ by level: no offer can be placed`;
  const hint = say`write one of these as level in case.yaml: ${levels.join(', ')}`;
  return [finding('level-not-in-guide', 'warning', message, {span: top('case.yaml'), hint})];
}

function strategy(situation: Situation, guide: Guide): readonly Finding[] {
  const {strategy: found} = guide;
  const span = found?.passage.span ?? top(guide.path);
  const positions = found === null ? [] : [...found.anchor, ...found.accept, ...found.walkAway];
  const hint = 'set your own before you talk';
  if (positions.length === 0) {
    const message = 'the guide states no anchor, no floor and no walk-away in figures';
    return [finding('no-strategy', 'warning', message, {span, hint})];
  }
  const matched = matchRegion(guide, situation.region);
  if (positionsFor(positions, guide, matched).length > 0) return [];
  const message = say`the guide's anchor and floors are not for ${matched ?? situation.region}: they name another place or currency`;
  return [finding('no-strategy', 'warning', message, {span, hint})];
}

/** Pay five times off the band is mostly a slip: a month for a year, thousands left out. */
function unlikely(situation: Situation, guide: Guide): readonly Finding[] {
  const matched = matchRegion(guide, situation.region);
  if (matched === undefined) return [];
  return situation.offers.flatMap(offer =>
    (['base', 'bonus'] as const).flatMap((component): Finding[] => {
      const band = bandOf(guide, matched, component, situation.level);
      const sum = yearly(offer, component);
      const [term] = termsOf(offer, component);
      if (band === undefined || band.high === null || sum === null || term === undefined) return [];
      if (currencyIn(sum) !== band.currency || offer.terms.some(one => one.disclosure === 'confidential'))
        return [];
      if (valueOf(sum) >= band.low / 5 && valueOf(sum) <= band.high * 5) return [];
      const range = showRange({low: band.low, high: band.high, currency: band.currency});
      const message = say`${offer.party}: a ${component} of ${show(sum)} a year, where the guide pays ${range}`;
      const hint = 'check the amount and its period (per: year, quarter, month or once)';
      return [finding('unlikely-pay', 'warning', message, {span: term.span, hint})];
    }),
  );
}

function top(file: string): Span {
  return {file, from: 0, to: 0, line: 1, column: 1};
}
