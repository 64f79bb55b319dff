import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {RecordReport} from '../../../src/record/index.ts';
import {hintOf} from '../../findings.ts';
import {reported, said} from '../reported.ts';

const exported = (name: string) => readFileSync(join(import.meta.dirname, 'public', name), 'utf8');

/** Of each system by what counts: `api 33.333%, down 0.50 min`. */
const uptimes = ({systems}: RecordReport): string[] =>
  systems.map(({system, uptimes: all}) => {
    const counted = all.find(({basis}) => basis === 'counted');
    const {share, minutes} = counted ?? {};
    return `${system} ${((share ?? NaN) * 100).toFixed(2)}%, down ${minutes?.down.toFixed(2)} min`;
  });

/** Public exports, with the figures of bench/second-reading.py; public/README.md says where they are from. */
describe('exports that nobody made for this program', () => {
  const probes = (columns: string) =>
    `zone: Africa/Nairobi\nsources:\n  - {name: probes, kind: probes, files: [uptime.csv], ${columns}every: 10m}\n`;

  test.each([
    ['of four sites', exported('site-uptime.csv')],
    ['by clocks', '2021-10-11 12:03, success\n2021-10-11 12:30, success\n'],
    ['by counts', 'a,1700000000,up\na,1700000060,up\n'],
  ])('samples without headings, %s, are not taken for some', async (_what, text) => {
    const {findings} = await reported(probes(''), {'uptime.csv': text});
    expect(findings.map(hintOf)).toEqual(['its first line holds values: write system, at, ok above it']);
  });

  test('samples of four sites, whose lines end with CR CR LF', async () => {
    const text = `site,day,clock,ok\r\r\n${exported('site-uptime.csv')}`;
    const columns = 'columns: {system: site, at: day + clock}, ';
    const down = '\'Site registered as down - added to the "site down" monitoring\'';
    const states = `states: {Site ok: up, ${down}: down}, `;
    expect(uptimes(await reported(probes(columns + states), {'uptime.csv': text}))).toEqual([
      'https://lands.go.ke/ 100.00%, down 0.00 min',
      'https://loldsite.lands.go.ke/ 0.00%, down 30.00 min',
      'https://www.icta.go.ke/ 100.00%, down 0.00 min',
      'https://www.treassury.go.ke/ 0.00%, down 30.00 min',
    ]);
  });

  test('an answer of Prometheus as its documentation has it', async () => {
    const covers = "covers: {from: '2015-07-01T20:10:15.781Z', to: '2015-07-01T20:11:00.781Z'}\n";
    const yaml = `${covers}sources:\n  - {name: up, kind: prometheus, files: [a.json], step: 15s}\n`;
    expect(uptimes(await reported(yaml, {'a.json': exported('query-range.json')}))).toEqual([
      'localhost:9090 100.00%, down 0.00 min',
      'localhost:9091 33.33%, down 0.50 min',
    ]);
  });

  test('a deployment of the REST form, whose statuses were not asked for, ended nobody knows how', async () => {
    const yaml = 'sources:\n  - {name: rollouts, kind: github-deployments, files: [a.json]}\n';
    const report = await reported(yaml, {'a.json': exported('github-deployments.json')});
    expect(report.deployments).toMatchObject([
      {service: 'example', environment: 'production', results: {unknown: 1}},
    ]);
    expect(said(report)).toEqual([
      'note rewritten: its statuses are not in the export: how it ended is not known',
    ]);
  });
});
