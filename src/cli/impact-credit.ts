import {groupBy} from '../base/index.ts';
import {EMPTY, type Line, run, table, wrap} from '../page/index.ts';
import {type ContributorCredit, type MoneyImpact, NOBODY, type SharedCredit} from '../impact/index.ts';
import {apart, capital, moneyOf} from './impact-figures.ts';
import {named} from './impact-protected.ts';
import type {RecordLook} from './record-figures.ts';

type Money = (of: number) => string;

/** How what was protected is shared among those who looked after the systems; `--full` has everybody's part. */
export function creditLines(
  {baselines, currency}: MoneyImpact,
  zone: string,
  {width, full}: RecordLook,
): readonly Line[] {
  const money = moneyOf(currency);
  const shared = baselines.flatMap(one =>
    one.shared === null ? [] : [{...one.shared, name: named(one, zone)}],
  );
  const [first] = shared;
  if (first === undefined) return [];
  const muted = (text: string) => wrap([run(text, 'muted')], width);
  return [
    ...(full
      ? apart(shared.map(one => [...wrap([run(`Against ${one.name}`)], width), ...parts(one, money, width)]))
      : yours(shared, money, width)),
    EMPTY,
    ...[...groupBy(shared, ({least}) => least)].flatMap(([least, of]) =>
      muted(
        `${of.length === shared.length ? 'Here' : `Against ${of.map(({name}) => name).join(' and ')}`} ${BOUNDS[least]}.`,
      ),
    ),
    ...first.credits.flatMap(one => muted(careWords(one, first.credits))),
    ...muted(
      'Shares are by Shapley, the mean over all orders of coming in. What a coalition is worth is an output of the model and no fact: what would have been protected, had only its systems been as they were and all others as under the baseline. They share the middle of what was protected and have no interval: they are no surer than that is, and in any company is no margin of chance.',
    ),
  ];
}

/** What first in and last in say of a share, by which of them is the least. */
const BOUNDS = {
  both: "nobody adds to anybody else's part: first in, last in and share are one",
  lastIn: 'help is worth less the more there is of it: no share is below last in or above first in',
  firstIn: 'help is worth more the more there is of it: no share is below first in or above last in',
  neither:
    'help is worth now less and now more, and first in and last in need not bound a share: what is added in any company does',
} as const satisfies Record<SharedCredit['least'], string>;

const FIGURES = ['share', 'first in', 'last in', 'in any company'].map(head => ({head, right: true}));

/** The user's part against each baseline, and what is left with nobody. */
function yours(shared: readonly (SharedCredit & {readonly name: string})[], money: Money, width: number) {
  const nobodys = (of: SharedCredit) => of.credits.find(({contributor}) => contributor === NOBODY);
  const left = shared.some(one => nobodys(one) !== undefined);
  const columns = [
    {head: 'your share against'},
    ...FIGURES,
    ...['of', ...(left ? [`${NOBODY}'s`] : [])].map(head => ({head, right: true})),
  ];
  const rows = shared.map(one =>
    [
      one.name,
      ...figures(you(one), money),
      money(one.total),
      ...(left ? [money(nobodys(one)?.value ?? 0)] : []),
    ].map(text => [run(text)]),
  );
  return table(columns, rows, width);
}

function parts({credits, total}: SharedCredit, money: Money, width: number) {
  const rows = credits.map(one => [
    one.you ? `${one.contributor} (you)` : one.contributor,
    ...figures(one, money),
  ]);
  return table(
    [{head: 'contributor'}, ...FIGURES],
    [...rows, ['all of them', money(total), ...FIGURES.slice(1).map(() => '')]].map(row =>
      row.map(text => [run(text)]),
    ),
    width,
  );
}

function figures({value, firstIn, lastIn, adds}: ContributorCredit, money: Money): readonly string[] {
  return [...[value, firstIn, lastIn].map(money), `${money(adds.least)} to ${money(adds.most)}`];
}

/** The reader of impact.yaml has seen to it that one of them is. */
function you({credits}: SharedCredit): ContributorCredit {
  return credits.find(one => one.you) as ContributorCredit;
}

function careWords(
  {contributor, you: yourself, systems}: ContributorCredit,
  all: readonly ContributorCredit[],
): string {
  const shared = systems.filter(system => all.filter(one => one.systems.includes(system)).length > 1);
  const together =
    shared.length === 0
      ? ''
      : `; ${shared.join(', ')} only together with the others who have ${shared.length === 1 ? 'it' : 'them'}`;
  const who =
    contributor === NOBODY ? "In nobody's care" : `${capital(contributor)}${yourself ? ' (you)' : ''}`;
  return `${who}: ${systems.join(', ')}${together}.`;
}
