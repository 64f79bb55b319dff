import type {Finding, Span} from '../base/index.ts';
import type {Guide} from '../guide/index.ts';
import {matchRegion, regionsOf} from '../market/index.ts';
import type {Situation} from './types.ts';

export type SituationRule =
  | 'no-guide'
  | 'region-not-in-guide'
  | 'other-company'
  | 'other-currency'
  | 'no-strategy';

/** Where the case and its guide do not fit together. An error means that no plan can be made. */
export function checkSituation(situation: Situation): readonly Finding[] {
  const reading = situation.readings[0];
  if (reading === undefined) {
    const hint = 'name one under guides in case.yaml';
    return [
      {rule: 'no-guide', severity: 'error', message: 'the case names no guide', span: top('case.yaml'), hint},
    ];
  }
  // Why it is no guide stands in the reading already.
  if (reading.guide === null) return reading.findings;
  return [
    ...region(situation, reading.guide),
    ...company(situation, reading.guide),
    ...strategy(reading.guide),
  ];
}

function region(situation: Situation, guide: Guide): readonly Finding<SituationRule>[] {
  const regions = regionsOf(guide);
  const matched = matchRegion(guide, situation.region);
  if (matched === undefined && regions.some(one => one !== '')) {
    const message = `the guide has no region "${situation.region}", or more than one that it could be`;
    const hint = `write one of these as region in case.yaml: ${regions.join(', ')}`;
    return [{rule: 'region-not-in-guide', severity: 'error', message, span: top('case.yaml'), hint}];
  }
  const bands = guide.bands.filter(band => band.region === matched && band.unit === 'money');
  const known = new Set(bands.flatMap(band => [band.currency, band.alt?.currency]));
  return situation.offers
    .filter(
      offer =>
        known.size > 0 && offer.terms.length > 0 && !offer.terms.some(term => known.has(term.currency)),
    )
    .map(offer => ({
      rule: 'other-currency',
      severity: 'warning',
      message: `${offer.party} pays in ${offer.terms[0]?.currency}, the guide's bands of ${matched} are in ${[...known].filter(one => one !== undefined).join(' and ')}`,
      span: offer.span,
      hint: 'the offer is shown, and not placed in a band',
    }));
}

function company(situation: Situation, guide: Guide): readonly Finding<SituationRule>[] {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = new Set(words(guide.company.value));
  if (words(situation.company).some(word => named.has(word))) return [];
  const message = `the guide is on ${guide.company.value}, the case on ${situation.company}`;
  const hint = 'put the guide of the firm you negotiate with first under guides';
  return [{rule: 'other-company', severity: 'warning', message, span: guide.company.span, hint}];
}

function strategy(guide: Guide): readonly Finding<SituationRule>[] {
  const {strategy: found} = guide;
  if (found !== null && (found.anchor.length > 0 || found.accept.length > 0 || found.walkAway.length > 0))
    return [];
  const message = 'the guide states no anchor, no floor and no walk-away in figures';
  const hint = 'set your own before you talk';
  return [
    {rule: 'no-strategy', severity: 'warning', message, span: found?.passage.span ?? top(guide.path), hint},
  ];
}

function top(file: string): Span {
  return {file, from: 0, to: 0, line: 1, column: 1};
}
