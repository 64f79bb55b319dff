import {describe, expect, test} from 'vitest';
import {bandsChart, rulesChart, verdictsChart} from '../../../src/views/index.ts';
import {type Chart, draw} from '../../../src/page/index.ts';
import {all, parse} from '../../fixtures/dom.ts';
import {plan} from '../../fixtures/plan.ts';

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
  expect(description).toContain('$180K Millennium Management (10% of the way up)');
  expect(description).toContain('$275K Millennium Management (below the band)');
  expect(description).toContain('$190K accept floor (30% of the way up)');
  expect(description).toContain('PnL share, band $50K to $90K: no offer can be placed here.');
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
  const count = plan.rules
    .flatMap(rule => rule.results)
    .filter(result => result.outcome === 'unknown').length;
  expect(shapes('unknown')).toHaveLength(count);
});

test('names out of a case cannot break out of the picture', async () => {
  const offers = plan.offers.map(offer => ({...offer, party: '"><script>alert(1)</script>'}));
  for (const chart of [bandsChart({...plan, offers}, 736), rulesChart(plan.rules, offers, 736)])
    expect(await draw(chart)).not.toContain('<script');
});
