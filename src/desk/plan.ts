import {sameUnit, shippedRates} from '../base/index.ts';
import {shippedConventions} from '../calendar/index.ts';
import {dayOf, loadCase, type Move} from '../case/index.ts';
import {type Edition, type Known, seal, valueOf, type Finding} from '../figure/index.ts';
import {
  type Brief,
  checkSituation,
  makePlan,
  type Situation,
  sealRules,
  targetOf,
  writeBrief,
} from '../strategy/index.ts';
import {amountOf, type Offer, type Term} from '../terms/index.ts';
import {isOfLog} from './moves.ts';
import {type Question, type SealedReport, sealedReport} from './world.ts';
import {situationOf} from './facts.ts';

export interface Planned {
  /** The plan for an edition: nobody sees it unsealed. */
  readonly for: (edition: Edition) => SealedReport<Brief>;
}

/** What to do about a case: where its offers stand, what to ask, what to say, and what not to. */
export const plan: Question<{readonly folder: string}, Planned> = async ({folder}, world) => {
  const loaded = loadCase(folder, {today: world.today});
  const errors = loaded.findings.filter(one => one.severity === 'error');
  if (errors.some(one => !isOfLog(one))) return {report: null, findings: loaded.findings};
  const {situation, findings: ofRecord} = await situationOf(loaded, world);
  const findings: readonly Finding[] = [...loaded.findings, ...ofRecord];
  if (situation === null) return {report: null, findings};
  const misfits = checkSituation(situation);
  const all = [...findings, ...misfits];
  if (misfits.some(one => one.severity === 'error')) return {report: null, findings: all};
  const notices = unheard(situation, loaded.moves);
  return {report: planOf(situation), findings: all, notices, isPartial: errors.length > 0};
};

/** The plan of a situation whose facts are measured. */
export function planOf(situation: Situation): Planned {
  const made = makePlan(situation, {conventions: shippedConventions(), rates: shippedRates()});
  const brief = writeBrief(made, situation);
  const sealedAs = new Map<Edition, SealedReport<Brief>>();
  return {
    for: edition => {
      const known = sealedAs.get(edition);
      if (known !== undefined) return known;
      const rules = sealRules(situation, edition);
      const one = sealedReport(withoutGone(seal(brief, rules)), rules);
      sealedAs.set(edition, one);
      return one;
    },
  };
}

/** A claim that an edition leaves out is referred to nowhere: its id may hold the name of a firm. */
function withoutGone(brief: Brief): Brief {
  const left = new Set(brief.ledger.map(({id}) => id));
  const there = (ids: readonly string[]) => ids.filter(id => left.has(id));
  const referred = <W extends {readonly claim: string | null}>(list: readonly W[]): readonly W[] =>
    list.map(one => (one.claim === null || left.has(one.claim) ? one : {...one, claim: null}));
  return {
    ...brief,
    levers: brief.levers.map(lever => ({
      ...lever,
      claims: there(lever.claims),
      withheld: referred(lever.withheld),
    })),
    pictures: brief.pictures.map(one => ({...one, claims: there(one.claims)})),
    notToSay: referred(brief.notToSay),
  };
}

/** The plan is made from offers/: a later offer in the log that has not reached it there is said. */
function unheard({offers, today}: Situation, moves: readonly Move[]): readonly string[] {
  const last = moves.findLast(
    one =>
      one.by === 'them' &&
      one.kind === 'offer' &&
      one.terms.length > 0 &&
      one.undone === null &&
      dayOf(one) <= today,
  );
  const target = targetOf(offers);
  if (last === undefined || target === undefined || (target.made ?? '') > dayOf(last)) return [];
  if (last.terms.every(term => isIn(target, term))) return [];
  return [
    `moves.jsonl holds a later offer of theirs, of ${dayOf(last)}: the plan is made from offers/${target.id}.yaml, put it there`,
  ];
}

/** Of a confidential term nobody says whether it is the one that was logged. */
function isIn({terms}: Offer, term: Term): boolean {
  if (terms.some(one => one.component === term.component && one.disclosure === 'confidential')) return true;
  const said = amountOf(term);
  return terms.some(one => {
    const amount = amountOf(one);
    if (one.component !== term.component) return false;
    return said === null || amount === null ? said === amount : isSame(said, amount);
  });
}

function isSame(a: Known, b: Known): boolean {
  return valueOf(a) === valueOf(b) && sameUnit(a.quantity.unit, b.quantity.unit);
}
