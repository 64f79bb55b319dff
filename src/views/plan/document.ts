import {day, type Edition, join, named, type Prose, say} from '../../figure/index.ts';
import {type Block, type Document, type Section, text, toned} from '../../page/index.ts';
import type {Brief} from '../../strategy/index.ts';
import {asks} from './asks.ts';
import {evidence} from './evidence.ts';
import {findings} from './findings.ts';
import {ledger} from './ledger.ts';
import {levers} from './levers.ts';
import {rules} from './rules.ts';
import {stance} from './stance.ts';
import {standing} from './standing.ts';
import {unsaid} from './unsaid.ts';
import type {Told} from './words.ts';
import {editionWords} from '../words.ts';

/**
 * The plan as a document, in the order of somebody about to walk into the conversation. `brief` is sealed for `edition`
 * already. Without `full`, the ledger's lesser figures are counted, not listed, and the record is not drawn.
 */
export function planDocument(
  brief: Brief,
  {edition, full}: {readonly edition: Edition; readonly full: boolean},
): Document {
  const {role, company, region, today, deadline} = brief;
  const all: Told = {brief, edition, full};
  return {
    title: say`${role}, ${named(company)}: negotiation brief`,
    kind: [toned('plain', say`Negotiation brief`), toned('plain', editionWords(edition, brief.who))],
    heading: say`${role}`,
    lines: [
      text`${named(company)}, ${named(region)}`,
      [
        toned('plain', say`As of ${day(today)}`),
        ...(deadline === null
          ? []
          : [toned('plain', say` · decide by `), toned('bold', say`${day(deadline)}`)]),
      ],
    ],
    answer: stance(all),
    sections: sections(all),
    footer: say`Made by Parley from ${named(brief.guide.path)}, ${parties(brief)}. No figure in it is without a source.`,
    dated: say`as of ${day(today)}`,
  };
}

/** What others may see is not said to be missing: a section of which an edition has nothing left is left out. */
function sections(all: Told): readonly Section[] {
  const {brief, edition} = all;
  const section = (
    id: string,
    heading: Prose,
    make: (all: Told) => readonly Block[],
    among?: readonly unknown[],
  ) => (edition === 'share' && among?.length === 0 ? [] : [{id, heading, blocks: make(all)}]);
  return [
    ...section('standing', say`Where each offer stands`, standing),
    ...section('asks', say`The asks, in order`, asks, brief.asks),
    ...section('levers', say`The levers, and what to say`, levers, brief.levers),
    ...section('unsaid', say`What not to say`, unsaid, brief.notToSay),
    ...section('rules', say`The guide’s rules, offer by offer`, rules, brief.rules),
    ...section('ledger', say`The ledger of figures`, ledger, brief.ledger),
    ...section('findings', say`What the audit found in the guide`, findings),
    ...section('evidence', say`Evidence`, evidence),
  ];
}

function parties({offers}: Brief): Prose {
  return offers.length === 0
    ? say`no offer`
    : join(
        offers.map(({party}) => say`${named(party)}`),
        ', ',
      );
}
