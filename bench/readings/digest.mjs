// Makes of a hand reading one that holds no words of its guide: every text as its digest, figures and places as they are.
// usage: node bench/readings/digest.mjs READING.json > test/guide/readings/COMPANY__ROLE.json
import {readFileSync} from 'node:fs';
import {digestOf} from './score.mjs';

/** @type {Record<string, any>} */
const reading = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const {strategy, ...rest} = reading;
const digested = {
  ...rest,
  digests: true,
  role: digestOf(rest.role),
  company: digestOf(rest.company),
  dna: rest.dna.map(digestOf),
  bands: rest.bands.map((/** @type {any} */ band) => ({
    ...band,
    level: band.level === null ? null : digestOf(band.level),
    component: band.component.startsWith('other:') ? `other:${digestOf(band.component)}` : band.component,
  })),
  levels: rest.levels.map((/** @type {any[]} */ row) =>
    row.map(({company, level}) => ({company: digestOf(company), level: digestOf(level)})),
  ),
  levers: rest.levers.map((/** @type {any} */ lever) => ({...lever, title: digestOf(lever.title)})),
  strategy: {
    anchor: strategy.anchor,
    accept: strategy.accept,
    walkAway: strategy.walkAway,
    competing: strategy.competing.map((/** @type {any} */ offer) => ({
      ...offer,
      company: digestOf(offer.company),
    })),
    other: strategy.other.map(digestOf),
  },
  sources: rest.sources.map((/** @type {any} */ source) => ({...source, text: digestOf(source.text)})),
};
process.stdout.write(`${JSON.stringify(digested, null, 1)}\n`);
