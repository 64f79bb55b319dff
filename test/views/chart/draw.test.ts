import {describe, expect, test} from 'vitest';
import {quantity} from '../../../src/base/index.ts';
import {assumed} from '../../../src/figure/index.ts';
import {bandRows, bandsChart} from '../../../src/views/chart/bands.ts';
import {rulesChart} from '../../../src/views/chart/rules.ts';
import {verdictsChart} from '../../../src/views/chart/verdicts.ts';
import {type Chart, draw} from '../../../src/page/index.ts';
import {all, parse} from '../../fixtures/dom.ts';
import {brief as plan, SEALED} from '../../fixtures/brief.ts';

const charts = (width: number): readonly Chart[] => [
  bandsChart(plan, width),
  verdictsChart(plan.ledger, width),
  rulesChart(plan.rules, plan.offers, width),
];

describe.each([340, 736])('charts %i wide', width => {
  test.each(charts(width))(
    '$name is one titled, described SVG without style sheet or address',
    async chart => {
      const svg = await draw(chart);
      const document = parse(svg);
      const root = document.querySelector('svg');
      expect(root?.getAttribute('viewBox')).toMatch(new RegExp(`^0 0 ${width} `));
      expect(document.querySelector(`#${root?.getAttribute('aria-labelledby')}`)?.textContent).toBe(
        chart.title,
      );
      expect(document.querySelector(`#${root?.getAttribute('aria-describedby')}`)?.textContent).toBe(
        chart.description,
      );
      expect(svg).not.toMatch(/<style|<script|href="(?!#)|url\(/);
      // Colours come from the page alone, so that the dark and the printed one are right.
      expect(svg).not.toMatch(/(?:fill|stroke)="(?:#|rgb|black|white)/);
    },
  );
});

test('the bands tell every offer and mark in words', () => {
  const {description} = bandsChart(plan, 736);
  expect(description).toContain('$180K Harbour Capital (10% of the way up)');
  expect(description).toContain('$95K Harbour Capital (10% of the way up)');
  expect(description).toContain('$190K accept floor (30% of the way up)');
  const alone = bandsChart({...plan, offers: []}, 736).description;
  expect(alone).toContain('Bonus, band $90K to $140K: no offer can be placed here.');
});

test('what lies outside of a band is told to', () => {
  const offers = plan.offers.map(offer => ({
    ...offer,
    standings: offer.standings.map(one => ({...one, share: assumed(quantity(-0.2), 'to see it')})),
  }));
  expect(bandsChart({...plan, offers}, 736).description).toContain('$180K Harbour Capital (below the band)');
});

test('what an edition keeps back is not drawn', () => {
  const offers = plan.offers.map(offer => ({
    ...offer,
    standings: offer.standings.map(one => ({...one, share: SEALED})),
  }));
  expect(
    bandRows({...plan, offers, marks: [{component: 'base', side: 'anchor', amount: SEALED}]}),
  ).toMatchObject([
    {component: 'base', marks: []},
    {component: 'bonus', marks: []},
  ]);
  const bands = plan.bands.map(one => ({...one, band: SEALED}));
  expect(bandRows({...plan, bands})).toEqual([]);
});

test('every claim is a token under its own number, linked to the ledger', async () => {
  const svg = await draw(verdictsChart(plan.ledger, 736));
  for (const index of plan.ledger.keys()) {
    expect(svg).toContain(`href="#C${index + 1}"`);
    expect(svg).toContain(`>C${index + 1}</text>`);
  }
});

test('outcomes differ by shape and not by colour alone', async () => {
  const svg = await draw(rulesChart(plan.rules, plan.offers, 736));
  const document = parse(svg);
  const shapes = (ink: string) =>
    all(document, `[stroke^="var(--${ink}"]`).flatMap(group =>
      [...group.querySelectorAll('path, circle')].map(
        one => `${one.localName} ${one.getAttribute('d') ?? ''}`,
      ),
    );
  const [pass, fail, unknown] = ['pass', 'fail', 'unknown'].map(ink => new Set(shapes(ink)));
  expect(pass?.size).toBe(1);
  expect(fail?.size).toBe(1);
  expect(unknown?.size).toBe(1);
  expect(new Set([...(pass ?? []), ...(fail ?? []), ...(unknown ?? [])]).size).toBe(3);
  const cells = plan.rules.flatMap(rule =>
    plan.offers.map(({offer}) => rule.results.find(one => one.offer === offer)?.outcome ?? 'unknown'),
  );
  const count = cells.filter(outcome => outcome === 'unknown').length;
  expect(shapes('unknown')).toHaveLength(count);
});

test('names out of a case cannot break out of the picture', async () => {
  const offers = plan.offers.map(offer => ({...offer, party: '"><script>alert(1)</script>'}));
  for (const chart of [bandsChart({...plan, offers}, 736), rulesChart(plan.rules, offers, 736)])
    expect(await draw(chart)).not.toContain('<script');
});
