import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {plan} from '../../src/desk/index.ts';
import {jsonOf} from '../../src/figure/index.ts';
import {temporary} from '../desk.ts';

const LETTER = join(import.meta.dirname, '..', 'terms', 'letters', 'current.yaml');
const world = {today: '2026-11-22', cache: null, progress: {at: () => {}, say: () => {}}};

/** The example with the job of today, and with or without its being ruled out. */
async function planned(isRuledOut: boolean) {
  const folder = join(temporary(), 'case');
  for (const name of ['case.yaml', 'guide.md', 'offers', 'record'])
    cpSync(join('examples/millennium-devops', name), join(folder, name), {recursive: true});
  cpSync(LETTER, join(folder, 'offers', 'today.yaml'));
  const file = join(folder, 'case.yaml');
  const text = readFileSync(file, 'utf8');
  if (!isRuledOut) writeFileSync(file, text.replace(/ {2}neverSay:\n(?: {4}- .*\n)+/, ''));
  const {report} = await plan({folder}, world);
  if (report === null) throw new Error('no plan');
  return (edition: 'desk' | 'call' | 'share') => {
    const {json} = jsonOf(report.for(edition).report) as {
      json: {offers: {kind: string; leaving?: {from: string; total: {amount: number} | null}[]}[]};
    };
    return json.offers
      .find(({kind}) => kind === 'current')
      ?.leaving?.map(({from, total}) => [from, total?.amount]);
  };
}

describe('what leaving costs, in a plan', () => {
  test('is told at the desk and in a call, and to nobody else', async () => {
    const of = await planned(false);
    expect(of('desk')?.slice(0, 3)).toEqual([
      ['2026-11-22', 200_820],
      ['2027-03-02', 131_520],
      ['2027-03-16', 97_020],
    ]);
    expect(of('call')).toEqual(of('desk'));
    expect(of('share')).toBeUndefined();
  });

  test('stays at the desk where today’s pay is ruled out', async () => {
    const of = await planned(true);
    expect(of('desk')?.[0]).toEqual(['2026-11-22', 200_820]);
    expect(of('call')).toBeUndefined();
  });
});
