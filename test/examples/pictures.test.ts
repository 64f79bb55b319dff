import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {plan} from '../../src/desk/index.ts';
import type {SealedReport} from '../../src/desk/world.ts';
import {printHtml} from '../../src/page/index.ts';
import type {Brief} from '../../src/strategy/index.ts';
import {planDocument} from '../../src/views/index.ts';
import {all, parse} from '../fixtures/dom.ts';
import {SILENT} from '../cli/desk.ts';
import {copyOf} from '../desk.ts';

/** The brief of the example with another text of case.yaml. */
async function briefOf(change: (text: string) => string): Promise<SealedReport<Brief>> {
  const folder = copyOf(join(packageRoot(), 'examples', 'millennium-devops'), {'case.yaml': change});
  const {report, findings} = await plan({folder}, {today: '2026-11-22', progress: SILENT, cache: null});
  if (report === null) throw new Error(JSON.stringify(findings));
  return report.for('call');
}

function pageOf({report, clean}: SealedReport<Brief>): Promise<string> {
  return printHtml(planDocument(report, {edition: 'call', full: true}), {clean});
}

/** The findings that the pictures of a page are headed with. */
async function headed(brief: SealedReport<Brief>): Promise<readonly string[]> {
  const page = parse(await pageOf(brief));
  const pictures = all(page, '.wide svg title').map(one => one.textContent);
  return pictures.filter(title => /outage|deployment took|A year like these/.test(title));
}

describe('the pictures of the example', () => {
  test('stand with the levers that tell of them, without a name of the firm’s', async () => {
    const brief = await briefOf(text => text);
    expect(await headed(brief)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\d outages of 6 systems in 251 XNYS sessions; the longest took 9\.25 min$/),
        expect.stringMatching(
          /^The median deployment took 221 min before and 15\.5 min after: −92% over the control/,
        ),
      ]),
    );
    // a year of losses as a share: no money is in it
    const {pictures} = brief.report;
    const [year] = pictures.filter(({picture}) => picture.kind === 'exceedance');
    expect(year?.claims).toEqual(['fact-pnlShareOfYear']);
    expect(year?.picture).toMatchObject({currency: null});
    expect(await headed(brief)).toContainEqual(
      expect.stringMatching(
        /^A year like these loses 0\.0\d+% of the PnL at risk on average, and one in ten/,
      ),
    );
    const levers = parse(await pageOf(brief)).querySelector('#levers');
    expect(all(levers ?? parse(''), '.wide svg').length).toBe(pictures.length);
    const told = JSON.stringify(pictures);
    expect(told).toContain('"system 6"');
    expect(told).not.toMatch(/order-router|market-data|trader-desktop|release-log|prober/);
  }, 60_000);

  test('are gone, from the page and from the plan, once their facts are the employer’s', async () => {
    const brief = await briefOf(text => text.replaceAll('disclosure: private', 'disclosure: confidential'));
    expect(brief.report.pictures).toEqual([]);
    expect(await headed(brief)).toEqual([]);
    expect(JSON.stringify(brief.report)).not.toContain('"weeks"');
  }, 60_000);
});
