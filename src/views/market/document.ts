import {type Evidence} from '../../base/index.ts';
import {count, day, named, say, styled} from '../../figure/index.ts';
import {GUIDES, type MarketReport} from '../../market/index.ts';
import {type Block, type Document, type Section, text, type Text, toned} from '../../page/index.ts';
import {marketChart, marketGroups} from '../chart/market.ts';
import {marketStrips} from '../chart/market-strips.ts';
import {bandTable, summaryTable} from './bands.ts';
import {levelBlocks} from './levels.ts';
import {offerBlocks} from './offers.ts';

/** What the guides say of a role: bands, how they lie, what a level is elsewhere, and where offers stand. */
export function marketDocument(
  report: MarketReport,
  {folders}: {readonly folders: readonly string[]},
): Document {
  const {role, place, companies, guides, currency, rates, withoutRate, levels, offers, findings} = report;
  const title = [role.rank, role.field].filter(part => part !== '').join(' ');
  const firms = companies.length === 0 ? 'all companies' : companies.map(({name}) => name).join(', ');
  const heading = say`${named(title)}: ${named(`${place?.name ?? 'all regions'}; ${firms}`)}`;
  const section = (id: string, name: Section['heading'], blocks: readonly Block[]): readonly Section[] =>
    blocks.length === 0 ? [] : [{id, heading: name, blocks}];
  return {
    title: heading,
    kind: [toned('plain', say`What guides assert, and no survey`)],
    heading,
    lines: [
      text`${count(guides.used)} ${guides.used === 1 ? 'guide' : 'guides'} of ${count(guides.read)}; before tax; in ${currency}`,
      ...rates.map(rateText),
      ...(withoutRate.length === 0
        ? []
        : [
            [
              toned(
                'unknown',
                say`no rate on or before ${day(report.day)} for ${withoutRate.join(', ')}: left as it is`,
              ),
            ],
          ]),
    ],
    answer: null,
    sections: [
      ...section('bands', say`Bands`, bandTable(report, folders)),
      ...section('spread', say`Across guides`, [...summaryTable(report), ...drawn(report)]),
      ...section(
        'levels',
        say`Levels, as guides equate them`,
        levels.length === 0 ? [] : levelBlocks(levels, findings, folders),
      ),
      ...section(
        'offers',
        say`Where the offers stand`,
        offers.length === 0
          ? []
          : [
              {block: 'paragraph', text: [toned('muted', say`guaranteed and at target, a year, before tax`)]},
              ...offers.flatMap(offer => offerBlocks(offer, currency)),
            ],
      ),
    ],
    ground: [GUIDES, ...rates.map(({source}): Evidence => ({tier: 'published', source}))],
    footer: say`Over its bands stands the guide that they were read in; --json has the line and column of each.`,
    dated: say`rates of ${day(report.day)}`,
  };
}

/** `1 GBP = 1.3421 USD on 2026-04-13, European Central Bank …`. */
function rateText({from, to, rate, day: of, source}: MarketReport['rates'][number]): Text {
  const shown = styled(rate, 'factor', {digits: 5});
  return [toned('muted', say`${count(1)} ${from} = ${shown} ${to} on ${day(of)}, ${named(source)}`)];
}

function drawn(report: MarketReport): readonly Block[] {
  if (marketGroups(report, 1).length === 0) return [];
  return [
    {
      block: 'picture',
      chart: width => marketChart(report, width),
      strips: width => marketStrips(report, width),
      caption: text`All strips of a component are on one scale of money, from the low to the high of a band. Offers are flagged above them at what they pay at target; one that is “in part” lacks what a band counts.`,
    },
  ];
}
