import {type Prose, quote, say} from '../../figure/index.ts';
import {partIn} from '../../english/index.ts';
import type {Offer, Term} from '../types.ts';
import {componentName} from './names.ts';

/** What a term does not say: what it is, and how to ask the recruiter. */
export interface Gap {
  readonly what: string;
  readonly ask: Prose;
}

type Component = Term['component'];

interface Rule {
  readonly of: readonly Component[];
  readonly isOpen: (term: Term, offer: Offer) => boolean;
  readonly what: string;
  readonly ask: (term: Term, offer: Offer) => Prose;
}

const VARIABLE: readonly Component[] = ['bonus', 'onCall', 'retention'];
const GRANTS: readonly Component[] = ['equity', 'options', 'carry', 'buyOut'];

const isPnl = (term: Term): boolean => term.component === 'pnl' && term.share !== null;
const nameOf = ({component}: Term): string => componentName(component);

/** What letters leave open, in the order in which it is asked. */
const RULES: readonly Rule[] = [
  {
    of: VARIABLE,
    isOpen: ({guaranteed, more, amount, share}) =>
      guaranteed === null &&
      more?.numbers.guaranteed === undefined &&
      (more?.when.length ?? 0) === 0 &&
      (amount !== 0 || share !== null),
    what: 'whether it is guaranteed',
    ask: term => say`Is the ${nameOf(term)} guaranteed, or does the firm decide each year?`,
  },
  {
    of: ['bonus'],
    isOpen: ({guaranteed, more, per}) =>
      per !== 'once' &&
      (guaranteed === true || more?.numbers.guaranteed !== undefined) &&
      more?.guaranteedYears == null &&
      more?.years == null,
    what: 'for which years',
    ask: () => say`For which years is the bonus guaranteed?`,
  },
  {
    of: ['bonus', 'retention', 'pension', 'benefit', 'onCall', 'milestone'],
    isOpen: ({share}) => share !== null && partIn(share.of) === null,
    what: 'what the percentage is of',
    ask: ({share, component, disclosure}) =>
      say`The ${componentName(component)} is a share of “${quote(share?.of ?? '', {disclosure})}”: what is that in money today?`,
  },
  {
    of: ['bonus'],
    isOpen: ({amount, share, more}) => amount === null && share === null && more?.numbers.upTo !== undefined,
    what: 'what is meant to be paid',
    ask: () => say`The bonus is up to a sum: what is its target, and what was paid on average?`,
  },
  {
    of: ['bonus', 'retention'],
    isOpen: ({more}) => more?.paid == null,
    what: 'the day it is paid',
    ask: term => say`On which day is the ${nameOf(term)} paid?`,
  },
  {
    of: ['bonus', 'retention'],
    isOpen: ({more}) => more?.needs == null,
    what: 'what must hold on that day',
    ask: term =>
      say`Must I be employed on the day the ${nameOf(term)} is paid, or only not have given notice?`,
  },
  {
    of: ['pnl'],
    isOpen: term => isPnl(term) && term.more?.scope == null,
    what: 'whose PnL it is a share of',
    ask: () => say`Whose PnL is it a share of: the pods I serve, the strategy, or the firm?`,
  },
  {
    of: ['pnl'],
    isOpen: term => isPnl(term) && term.more?.netting == null,
    what: 'netting',
    ask: () => say`Does a loss of one pod take from the profit of another before my share?`,
  },
  {
    of: ['pnl'],
    isOpen: term => isPnl(term) && term.more?.costs == null,
    what: 'which costs come off first',
    ask: () => say`Which costs are taken off the PnL before my share: trading, the desk, all?`,
  },
  {
    of: ['pnl'],
    isOpen: term => isPnl(term) && term.more?.carry == null,
    what: 'whether losses are carried forward',
    ask: () => say`After a year of loss, must it be earned back before my share begins again?`,
  },
  {
    of: ['pnl'],
    isOpen: term => isPnl(term) && term.more?.numbers.comesTo === undefined && term.amount === null,
    what: 'what the base came to',
    ask: () => say`What did that PnL come to in each of the last years?`,
  },
  {
    of: ['pnl'],
    isOpen: ({more}) => more?.escalator != null && more.when.length === 0,
    what: 'what raises the share',
    ask: () => say`What has to hold in a quarter for the share to rise?`,
  },
  {
    of: ['pnl', 'bonus', 'onCall', 'milestone', 'base'],
    isOpen: ({more}) => (more?.when.length ?? 0) > 0 && more?.measuredBy == null,
    what: 'who measures it',
    ask: () => say`Who measures that, with which tool, and can I see the figures?`,
  },
  {
    of: ['pnl', 'bonus', 'onCall', 'milestone', 'base'],
    isOpen: ({more}) => (more?.when ?? []).some(({what}) => what === 'uptime' || what === 'longestIncident'),
    what: 'which minutes count as market hours',
    ask: () =>
      say`Which systems and which minutes count as market hours, and is planned maintenance left out?`,
  },
  {
    of: ['milestone'],
    isOpen: ({more}) => more?.metric == null && (more?.when.length ?? 0) === 0,
    what: 'what is to be reached',
    ask: () => say`What exactly has to be reached for the milestone?`,
  },
  {
    of: ['milestone'],
    isOpen: ({more}) => more?.measuredBy == null && (more?.when.length ?? 0) === 0,
    what: 'who accepts it',
    ask: () => say`Who decides that the milestone is reached?`,
  },
  {
    of: ['milestone'],
    isOpen: ({more}) => more?.by == null,
    what: 'by when',
    ask: () => say`By which day has the milestone to be reached, and when is it paid?`,
  },
  {
    of: ['signOn', 'buyOut'],
    isOpen: ({more, amount}) => more?.repay == null && amount !== 0,
    what: 'whether it is given back',
    ask: term => say`Is any of the ${nameOf(term)} given back if I leave, and for how long?`,
  },
  {
    of: ['signOn', 'buyOut', 'relocation'],
    isOpen: ({more}) => more?.repay != null && more.repay.on === null,
    what: 'on which exits it is given back',
    ask: term => say`Is the ${nameOf(term)} given back when the firm lets me go without cause?`,
  },
  {
    of: ['signOn', 'buyOut', 'relocation'],
    isOpen: ({more}) => more?.repay != null && more.repay.gross === null,
    what: 'whether the sum before tax is given back',
    ask: term => say`Is the ${nameOf(term)} given back before or after tax?`,
  },
  {
    of: GRANTS,
    isOpen: ({more, per}) => more?.vesting == null && per === 'once',
    what: 'when it vests',
    ask: term => say`When does the ${nameOf(term)} vest?`,
  },
  {
    of: ['equity'],
    isOpen: ({amount, more}) => amount !== null && more?.numbers.units === undefined,
    what: 'at which price it becomes units',
    ask: () => say`At which price is the grant turned into units, and of which day?`,
  },
  {
    of: ['equity'],
    isOpen: ({amount, more}) => amount === null && more?.numbers.price === undefined,
    what: 'what a unit is worth',
    ask: () => say`What is one unit worth today, and can it be sold?`,
  },
  {
    of: ['options'],
    isOpen: ({more}) => more?.numbers.units === undefined,
    what: 'how many options',
    ask: () => say`How many options are that, and of how many shares fully diluted?`,
  },
  {
    of: ['options'],
    isOpen: ({more}) => more?.numbers.strike === undefined,
    what: 'the strike',
    ask: () => say`What is the strike of the options?`,
  },
  {
    of: ['options'],
    isOpen: ({more}) => more?.numbers.preferred === undefined && more?.numbers.fairValue === undefined,
    what: 'what a share is worth',
    ask: () => say`What was last paid for a share, and what is its value for tax?`,
  },
  {
    of: ['options'],
    isOpen: ({more}) => more?.window == null,
    what: 'how long they can be exercised after leaving',
    ask: () => say`How long can I exercise after I leave?`,
  },
  {
    of: ['deferral'],
    isOpen: ({share}) => share === null,
    what: 'which share is deferred',
    ask: () => say`Which share of the bonus is deferred, and from which sum on?`,
  },
  {
    of: ['deferral'],
    isOpen: ({more, share}) => more?.vesting == null && share !== null,
    what: 'when it vests',
    ask: () => say`Over how long does the deferred part vest?`,
  },
  {
    of: ['deferral'],
    isOpen: ({more, share}) => share !== null && (more?.vesting?.by !== 'rule' || more.vesting.from === null),
    what: 'the award date',
    ask: () => say`From which day does the deferred part vest: what is the award date?`,
  },
  {
    of: ['deferral', ...GRANTS],
    isOpen: ({more, share, component}) =>
      (component !== 'deferral' || share !== null) &&
      (more?.lostOn == null || !more.lostOn.includes('dismissed')),
    what: 'good leaver',
    ask: ({component}) =>
      say`What happens to the ${component === 'deferral' ? 'deferred part' : `unvested ${componentName(component)}`} if the firm lets me go, or my pod is closed?`,
  },
  {
    of: ['notice', 'gardenLeave', 'nonCompete', 'severance'],
    isOpen: ({more}) => more?.length == null,
    what: 'how long',
    ask: term => say`How long is the ${nameOf(term)}?`,
  },
  {
    of: ['gardenLeave'],
    isOpen: ({share, amount}) => share === null && amount === null,
    what: 'what is paid',
    ask: () => say`What is paid in garden leave?`,
  },
  {
    of: ['gardenLeave'],
    isOpen: () => true,
    what: 'who decides on its length',
    ask: () => say`Who decides whether the garden leave is shortened, and until when?`,
  },
  {
    of: ['gardenLeave'],
    isOpen: (_, {terms}) => terms.some(({component}) => component === 'bonus' || component === 'deferral'),
    what: 'which bonus it loses',
    ask: () => say`Which bonus, and which deferred part, is lost in garden leave?`,
  },
  {
    of: ['nonCompete'],
    isOpen: ({share, amount}) => share === null && amount === null,
    what: 'whether it is paid',
    ask: () => say`Is the non-compete paid, and can the firm waive it?`,
  },
  {
    of: ['nonCompete', 'gardenLeave'],
    isOpen: () => true,
    what: 'which law',
    ask: term => say`Which law governs the ${nameOf(term)}?`,
  },
  {
    of: ['onCall', 'base', 'bonus'],
    isOpen: ({per, more}) =>
      (per === 'week' || per === 'day' || per === 'hour') && more?.numbers.times === undefined,
    what: 'how many in a year',
    ask: ({per, component}) => say`How many ${per}s of ${componentName(component)} are there in a year?`,
  },
  {
    of: ['pension'],
    isOpen: ({more}) => more?.numbers.own === undefined,
    what: 'what I have to pay in',
    ask: () => say`What do I have to pay in myself to get all of the pension?`,
  },
  {
    of: ['pension'],
    isOpen: ({more, condition}) => more?.numbers.own !== undefined && (condition ?? '').includes('?'),
    what: 'which part is whose',
    ask: () => say`Of the pension, which part is yours and which is mine?`,
  },
  {
    of: ['severance'],
    isOpen: ({amount, share}) => amount === null && share === null,
    what: 'what is paid',
    ask: () => say`What is paid as severance, and on which exits?`,
  },
  {
    of: [
      'base',
      'bonus',
      'equity',
      'options',
      'signOn',
      'buyOut',
      'relocation',
      'retention',
      'pnl',
      'onCall',
    ],
    isOpen: (term, offer) => term.currency !== mainCurrency(offer),
    what: 'in which currency it counts',
    ask: term =>
      say`The ${nameOf(term)} is in ${term.currency} and the rest of the offer is not: which rate holds, and who bears its change?`,
  },
];

/** What a term leaves open, in the order in which it is asked. */
export function gapsOf(term: Term, offer: Offer): readonly Gap[] {
  return RULES.filter(({of, isOpen}) => of.includes(term.component) && isOpen(term, offer)).map(
    ({what, ask}) => ({what, ask: ask(term, offer)}),
  );
}

function mainCurrency({terms}: Offer): string {
  return terms.find(({component}) => component === 'base')?.currency ?? terms[0]?.currency ?? '';
}

/** What an offer as a whole leaves open. */
export function offerGaps({kind, start, region, terms}: Offer): readonly Gap[] {
  if (kind === 'current')
    return terms.some(({component, more}) => component === 'notice' && more?.length != null)
      ? []
      : [{what: 'the notice period', ask: say`How long is my notice period?`}];
  return [
    ...(start === null ? [{what: 'the first day', ask: say`What is the first day of work?`}] : []),
    ...(region === null
      ? [{what: 'the place', ask: say`Where is the work, and may part of it be done elsewhere?`}]
      : []),
    ...(terms.some(({component}) => component === 'notice')
      ? []
      : [{what: 'notice', ask: say`How long is the notice period, on both sides?`}]),
  ];
}
