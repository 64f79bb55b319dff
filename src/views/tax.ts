import type {Evidence} from '../base/index.ts';
import {day, type Figure, isKnown, named, type Prose, quote, say} from '../figure/index.ts';
import {type Document, text, toned} from '../page/index.ts';
import {TAX_PARTS, TAX_PLACES, type TaxPart, type TaxReport} from '../terms/index.ts';
import {listOf, paragraph} from './words.ts';

/** What is left of wages after tax: every part with what it rests on, the next thousand, and what is not in it. */
export function taxDocument(report: TaxReport): Document {
  const {place, taxYear, status, wages, net, marginalRate, asOf, notModelled} = report;
  const heading = say`After tax: ${named(TAX_PLACES[place].name)} ${named(taxYear)}`;
  const filing = status === undefined ? null : say`, ${named(FILING[status])}`;
  const parts = (Object.keys(TAX_PARTS) as TaxPart[]).filter(part => report[part] !== undefined);
  const thousand = quote(place === 'london' ? '£1,000' : '$1,000', {disclosure: 'public'});
  return {
    title: heading,
    kind: [toned('plain', say`What is left of wages, without children and other income`)],
    heading,
    lines: [text`${wages} of wages${filing}`],
    answer: {
      heading: say`What is left`,
      blocks: [paragraph(say`${net} a year; of the next ${thousand}, ${marginalRate} goes.`)],
    },
    sections: [
      {
        id: 'parts',
        heading: say`What goes`,
        blocks: [
          {
            block: 'table',
            caption: say`Each part of what is taken out of the wages`,
            columns: [
              {head: say`part`, least: 8},
              {head: say`a year`, figures: true, least: 8},
              {head: say`rests on`, least: 20},
            ],
            rows: [
              ...parts.map(part => ({
                cells: [
                  {text: text`${named(TAX_PARTS[part])}`},
                  {text: text`${report[part]}`},
                  {text: text`${basisOf(part, report)}`, under: text`${quote(report.sources[part] ?? '')}`},
                ],
              })),
              {
                cells: [
                  {text: text`net pay`},
                  {text: text`${net}`},
                  {text: text`the wages less all of these`},
                ],
              },
            ],
          },
        ],
      },
      {
        id: 'left-out',
        heading: say`Not modelled`,
        blocks: listOf(notModelled.map(one => say`${quote(one)}`)),
      },
    ],
    ground: groundOf(report),
    footer: say`Facts of ${day(asOf)}, in data/tax.json; docs/terms.md tells how they are used.`,
    dated: say`facts of ${day(asOf)}`,
  };
}

const FILING = {single: 'single', joint: 'joint, one earner'} as const;

/** What a part is worked out from. */
function basisOf(part: TaxPart, {taxable, deduction}: TaxReport): Prose {
  switch (part) {
    case 'federal':
      return say`${taxable.federal}, after the ${deduction.kind} deduction of ${deduction.amount}`;
    case 'incomeTax':
      return say`${taxable.incomeTax}, after the personal allowance of ${deduction.amount}`;
    case 'state':
    case 'city':
      return taxable.state === undefined ? say`no tax on income` : say`${taxable.state}`;
    case 'stateDisability':
    case 'paidFamilyLeave':
      return say`wages, and no more than the most of a year`;
    case 'socialSecurity':
      return say`wages up to the wage base`;
    case 'medicare':
      return say`all wages`;
    case 'additionalMedicare':
      return say`wages above the threshold of a status`;
    case 'nationalInsurance':
      return say`wages of the year`;
  }
}

/** The laws behind a report: a number of theirs needs no note of its own. */
function groundOf(report: TaxReport): readonly Evidence[] {
  const found = new Map<string, Evidence>();
  const visit = (figure: Figure | undefined): void => {
    if (!isKnown(figure)) return;
    if (figure.figure === 'read' && figure.evidence.tier === 'published')
      found.set(figure.evidence.source, figure.evidence);
    if ('inputs' in figure) for (const {figure: input} of figure.inputs) visit(input);
  };
  visit(report.net);
  return [...found.values()];
}
