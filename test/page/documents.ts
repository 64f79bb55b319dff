import {type Evidence, quantity} from '../../src/base/index.ts';
import {
  assumed,
  count,
  day,
  estimated,
  type Figure,
  guideQuote,
  measured,
  named,
  quote,
  read,
  say,
  worked,
} from '../../src/figure/index.ts';
import type {Picture} from '../../src/page/document.ts';
import {type Chart, canvas, type Document, run, text, toned} from '../../src/page/index.ts';

/** A figure that stands in a letter. */
export function inLetter(amount: number, line: number): Figure {
  const evidence: Evidence = {tier: 'documented', source: 'Citadel, offer letter of 2026-11-06'};
  const span = {file: 'offers/citadel.yaml', line, column: 5, from: 0, to: 4};
  return read(quantity(amount, 'USD'), span, evidence, {style: {as: 'short'}});
}

/** A figure that the guide alone has. */
export function inGuide(amount: number, line: number): Figure {
  const span = {file: 'guide.md', line, column: 18, from: 0, to: 4};
  return read(quantity(amount, 'USD'), span, {tier: 'guide', source: 'guide.md'}, {style: {as: 'short'}});
}

const pods = assumed(quantity(85, 'pod'), 'nobody says how many');
const perPod = inGuide(500_000, 52);
const floor = worked('pods * perPod', [
  {name: 'pods', label: 'pods', figure: pods},
  {name: 'perPod', label: 'PnL of a pod', figure: perPod},
]);
const uptime = measured(
  quantity(0.99997),
  {question: {what: 'uptime'}, period: {from: '2025-10-01', to: '2026-09-30'}, sources: ['incidents']},
  {tier: 'measured', source: 'record/uptime.csv'},
  {style: {as: 'share'}, interval: {low: 0.9998, high: 0.99999, level: 0.95}, subject: 'uptime'},
);
const lost = estimated(
  quantity(1_300_000, 'USD/year'),
  {procedure: 'bootstrap over days', seed: 7, inputs: []},
  {tier: 'measured', source: 'record/pnl.csv'},
  {style: {as: 'full'}},
);
export const sealed: Figure = {figure: 'sealed', tier: 'documented'};

const chart = (width: number): Chart => ({
  name: `bands-${width}`,
  title: 'Where each offer stands',
  description: 'Base, band $175K to $225K: $210K Citadel.',
  linked: false,
  options: plot => ({
    ...canvas(width, 40),
    marks: [plot.text([{x: 10, y: 20}], {x: 'x', y: 'y', text: () => 'Base & bonus'})],
  }),
});

export const strip: Picture = {
  block: 'picture',
  chart,
  strips: width => [[run('Base '), run('▒'.repeat(width - 5), 'muted')]],
  caption: text`Each strip runs from the low to the high of the band.`,
};

/** Every block, look and part there is, about nobody. */
export const whole: Document = {
  title: say`DevOps Engineer, ${named('Millennium Management')}: negotiation brief`,
  kind: [
    toned('plain', say`Negotiation brief`),
    toned('plain', say`private, for ${named('Dana Whitfield')}`),
  ],
  heading: say`DevOps Engineer`,
  lines: [
    text`${named('Millennium Management')}, New York`,
    [toned('plain', say`as of ${day('2026-11-10')} · decide by `), toned('bold', say`${day('2026-11-25')}`)],
  ],
  answer: {
    heading: say`Counter`,
    blocks: [
      {
        block: 'list',
        items: [
          {
            text: text`The base of ${inLetter(180_000, 1)} is short of the ${inGuide(190_000, 61)} at which the guide accepts`,
          },
          {text: text`Your own floor is ${sealed}, and the letter says ${inLetter(95_000, 1)}`},
        ],
      },
      {block: 'paragraph', text: [toned('muted', say`${count(11)} figures checked`)]},
    ],
  },
  sections: [
    {
      id: 'standing',
      heading: say`Where each offer stands`,
      blocks: [
        strip,
        {
          block: 'table',
          caption: say`Offers against the bands`,
          columns: [
            {head: say`Offer`, least: 16},
            {head: say`Base`, figures: true, least: 10},
            {head: say`Rule`},
          ],
          rows: [
            {
              cells: [
                {text: text`Band of the guide`},
                {text: text`${inGuide(175_000, 13)}`},
                {text: [toned('unknown', say`?`), toned('plain', say` nobody has said`)]},
              ],
            },
            {
              id: 'citadel',
              group: say`Walk away where`,
              cells: [
                {
                  text: [toned('bold', say`${named('Citadel')}`)],
                  under: text`competing, expires ${day('2026-11-25')}`,
                },
                {text: text`${inLetter(210_000, 14)}`, under: text`below the band`},
                {text: [toned('fail', say`✗`), toned('plain', say` ${quote('no base for the 2.5%')}`)]},
              ],
            },
          ],
        },
        {block: 'heading', level: 'under', text: text`Questions to ask`},
        {
          block: 'group',
          look: 'question',
          blocks: [
            {block: 'heading', level: 'under', text: text`Ask ${named('Citadel')}`},
            {
              block: 'list',
              items: [{text: text`Who names the base?`, sign: {text: '?', tone: 'unknown'}}],
            },
          ],
        },
      ],
    },
    {
      id: 'asks',
      heading: say`The asks, in order`,
      blocks: [1, 2].map(order => ({
        block: 'group' as const,
        id: `ask-${order}`,
        look: 'ask' as const,
        blocks: [
          {
            block: 'heading',
            level: 'part',
            number: say`${count(order)}`,
            text: text`${inGuide(215_000, 60 + order)} base salary`,
          },
          {
            block: 'facts',
            rows: [
              {label: say`on the table`, text: text`${inLetter(180_000, 1)}`},
              {label: say`floor`, text: text`accept at ${floor}`},
            ],
          },
          {block: 'paragraph', text: text`First, because bonus and participation are read against it`},
          {
            block: 'say',
            sentences: [
              say`For a role that serves every pod, I am looking for ${inGuide(215_000, 61)} base.`,
            ],
          },
        ],
      })),
    },
    {
      id: 'levers',
      heading: say`The levers`,
      blocks: [
        {
          block: 'group',
          look: 'article',
          id: 'lever-uptime',
          blocks: [
            {
              block: 'heading',
              level: 'part',
              number: say`${count(1)}`,
              text: text`What an hour of uptime is worth`,
            },
            {
              block: 'say',
              sentences: [
                say`The systems I ran were up ${uptime} of market hours.`,
                say`I have the export with me.`,
              ],
            },
            {
              block: 'facts',
              rows: [
                {
                  label: say`rests on`,
                  text: [
                    {text: say`${quote('C3')} ✗ does not hold`, tone: 'fail', to: 'C3', whole: true},
                    toned('plain', say`, `),
                    {text: say`${lost} of a year`, to: 'citadel'},
                    {text: say` and a claim that is not here`, to: 'C9'},
                  ],
                },
              ],
            },
            {block: 'heading', level: 'under', text: text`Left out of the script`},
            {
              block: 'list',
              look: 'withheld',
              items: [
                {
                  text: text`${guideQuote('“$170K a minute”')}`,
                  sign: {text: '✗', tone: 'fail'},
                  under: [text`True only on a day of another length; it is ${lost}`],
                },
              ],
            },
            {block: 'heading', level: 'under', text: text`If they say`},
            {
              block: 'list',
              look: 'quoted',
              items: [
                {
                  text: text`“Uptime is table stakes.”`,
                  under: [text`Then we agree on its worth: ${uptime}.`],
                },
              ],
            },
            {block: 'paragraph', text: text`A picture of the record:`},
            {...strip, caption: text`Up ${uptime}.`},
          ],
        },
        {
          block: 'columns',
          columns: [
            [{block: 'paragraph', text: text`on one side ${inLetter(1_000, 30)}`}],
            [{block: 'list', items: [{text: text`on the other`, sign: {text: '+', tone: 'muted'}}]}],
          ],
        },
        {block: 'list', look: 'inputs', items: [{text: text`pods ${pods} assumed`}]},
      ],
    },
    {
      id: 'ledger',
      heading: say`The ledger of figures`,
      blocks: [
        {
          block: 'verdict',
          id: 'C3',
          tone: 'fail',
          says: text`Downtime costs ${guideQuote('$170K a minute')}`,
          verdict: [toned('fail', say`✗ does not hold`), toned('plain', say`: the parts give ${floor}`)],
          workings: [
            {
              agrees: false,
              assumption: say`a day of the exchange`,
              sum: say`${pods} × ${perPod} = ${floor}`,
              formula: say`pods × PnL of a pod`,
            },
            {agrees: true, assumption: say`a shorter day`, sum: say``, formula: say``},
          ],
          inputs: [text`pods: ${pods} assumed`, text`PnL of a pod: ${perPod} guide`],
        },
      ],
    },
    {
      id: 'evidence',
      heading: say`Evidence`,
      blocks: [
        {block: 'paragraph', text: text`A figure is spoken only where it is documented or stronger.`},
        {block: 'notes'},
      ],
    },
  ],
  footer: say`Made by Parley from ${named('guide.md')}. No figure in it is without a source.`,
  dated: say`as of ${day('2026-11-10')}`,
};
