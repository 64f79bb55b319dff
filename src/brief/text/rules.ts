import {OUTCOME_SIGNS, SIDE_HEADINGS, SIDES} from '../../views/index.ts';
import type {OfferStanding, Outcome, RuleRow} from '../../strategy/index.ts';
import {atEnd, ofGuide, ofOffer} from '../cite.ts';
import {questionsOf} from '../words.ts';
import {EMPTY, type Ink, type Line, run, table, wrap} from '../../page/index.ts';
import {bullet, marked, type Sheet, section} from './parts.ts';

/** The guide's rules against every offer, then the questions still open. */
export function rules(sheet: Sheet): readonly Line[] {
  const {plan, width} = sheet;
  if (plan.rules.length === 0)
    return section(sheet, 'rules', [[run('The guide’s strategy states no rule.')]]);
  const sides = SIDES.filter(side => plan.rules.some(rule => rule.side === side));
  const tables = sides.flatMap((side, index) => {
    const rows = plan.rules
      .filter(rule => rule.side === side)
      .map(rule => [
        marked(sheet, atEnd(rule.text, ofGuide(plan, rule.span))),
        ...plan.offers.map(offer => cell(sheet, rule, offer)),
      ]);
    const columns = [
      {head: SIDE_HEADINGS[side], least: 20},
      ...plan.offers.map(offer => ({head: offer.party, least: 12})),
    ];
    return [...(index === 0 ? [] : [EMPTY]), ...table(columns, rows, width)];
  });
  const questions = questionsOf(plan).flatMap(({party, questions}) => [
    EMPTY,
    ...wrap([run(`Ask ${party}`, 'bold')], width),
    ...questions.flatMap(question => bullet(sheet, [run(question)], '?', 'unknown')),
  ]);
  return section(sheet, 'rules', [...tables, ...questions]);
}

const INKS: Readonly<Record<Outcome, Ink>> = {pass: 'pass', fail: 'fail', unknown: 'unknown'};

function cell(sheet: Sheet, rule: RuleRow, offer: OfferStanding): Line {
  const found = rule.results.find(one => one.offer === offer.offer);
  if (found === undefined) return [run('?', 'unknown')];
  const sign = run(`${OUTCOME_SIGNS[found.outcome]} `, INKS[found.outcome]);
  return [sign, ...marked(sheet, atEnd(found.shown, ofOffer(offer)))];
}
