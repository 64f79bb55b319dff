import {groupBy} from '../../base/index.ts';
import {type Insert, join, named, type Prose, quote, say, sentence} from '../../figure/index.ts';
import {type ContributorCredit, type Figures, NOBODY, type SharedCredit} from '../../impact/index.ts';
import type {Block} from '../../page/index.ts';
import {baselineName, type MoneyTold, namesOf, type Told, tabled} from './words.ts';
import {listOf, paragraph} from '../words.ts';

type Credit = Figures<ContributorCredit>;
type Shared = Figures<SharedCredit> & {readonly name: Prose};

/** How what was protected is shared among those who looked after the systems; in full with everybody's part. */
export function credit({baselines}: MoneyTold, {report: {zone}, full}: Told): readonly Block[] {
  const shared = baselines.flatMap(one =>
    one.shared === null ? [] : [{...one.shared, name: baselineName(one, zone)}],
  );
  const [first] = shared;
  if (first === undefined) return [];
  return [
    ...(full ? shared.flatMap(parts) : [yours(shared)]),
    ...[...groupBy(shared, ({least}) => least)].map(([least, of]) => {
      const which =
        of.length === shared.length
          ? say`Here`
          : say`Against ${join(
              of.map(one => one.name),
              ' and ',
            )}`;
      return paragraph(say`${which} ${BOUNDS[least]}.`, 'muted');
    }),
    ...listOf(
      first.credits.map(one => careWords(one, first.credits)),
      'muted',
    ),
    paragraph(
      say`Shares are by Shapley, the mean over all orders of coming in. What a coalition is worth is an output of the model and no fact: what would have been protected, had only its systems been as they were and all others as under the baseline. They share the middle of what was protected and have no interval: they are no surer than that is, and in any company is no margin of chance.`,
      'muted',
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

const HEADS = [say`share`, say`first in`, say`last in`, say`in any company`];

function figures({value, firstIn, lastIn, adds}: Credit): readonly Insert[] {
  return [value, firstIn, lastIn, say`${adds.least} to ${adds.most}`];
}

/** The user's part against each baseline, and what is left with nobody. */
function yours(shared: readonly Shared[]): Block {
  const nobodys = ({credits}: Shared) => credits.find(({contributor}) => contributor === NOBODY);
  const left = shared.some(one => nobodys(one) !== undefined);
  return tabled(
    say`Your share`,
    [say`your share against`, ...HEADS, say`of`, ...(left ? [say`${NOBODY}'s`] : [])],
    shared.map(one => ({
      cells: [
        one.name,
        // The reader of impact.yaml has seen to it that one of them is the user.
        ...figures(one.credits.find(({you}) => you) as Credit),
        one.total,
        ...(left ? [nobodys(one)?.value] : []),
      ],
    })),
  );
}

function parts({name, credits, total}: Shared): readonly Block[] {
  const rows = credits.map(one => ({
    cells: [say`${named(one.contributor)}${one.you ? ' (you)' : ''}`, ...figures(one)],
  }));
  return [
    {block: 'heading', level: 'under', text: [{text: say`Against ${name}`}]},
    tabled(
      say`Contributors`,
      [say`contributor`, ...HEADS],
      [...rows, {cells: [say`all of them`, total, null, null, null]}],
    ),
  ];
}

function careWords({contributor, you, systems}: Credit, all: readonly Credit[]): Prose {
  const shared = systems.filter(system => all.filter(one => one.systems.includes(system)).length > 1);
  const together =
    shared.length === 0
      ? null
      : say`; ${namesOf(shared)} only together with the others who have ${shared.length === 1 ? 'it' : 'them'}`;
  const who =
    contributor === NOBODY
      ? say`In nobody's care`
      : say`${sentence(say`${quote(contributor)}`)}${you ? ' (you)' : ''}`;
  return say`${who}: ${namesOf(systems)}${together}.`;
}
