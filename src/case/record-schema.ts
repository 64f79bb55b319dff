import * as z from 'zod';
import {DISCLOSURES} from '../base/index.ts';
import {ENCODINGS, EPOCH_UNITS, FORMATS, NUMBER_STYLES} from '../intake/index.ts';
import {RESULTS, STATES, TABLES, TOOLS, type ToolName} from '../record/index.ts';
import {currency, maybe, RECORD_FORMAT, share, text} from './vocabulary.ts';

/** The kinds of sources that are no tools. */
const OTHER_KINDS = ['table', 'pnl', 'load', 'costs', 'probes', 'prometheus'] as const;
export type Kind = ToolName | (typeof OTHER_KINDS)[number];
export const KINDS = [...(Object.keys(TOOLS) as ToolName[]), ...OTHER_KINDS] as const;

/** Ids of systems, and names of sources. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;

const zone = (of: string) => maybe(text, `The zone of ${of} that state none: an IANA name, or UTC.`);

const COVERS = z.strictObject({
  from: text.describe('The first day, YYYY-MM-DD, or an instant with its offset.'),
  to: text.describe('The last day, all of it, or the instant before which it ends.'),
});

const SYSTEM = z
  .strictObject({
    names: maybe(
      z.array(text.describe('One name, as an export writes it.')),
      'What the tools call this system, beside its id.',
    ),
    counts: maybe(
      z.enum(['probes', 'tickets']),
      'Which counts where the two disagree: probes or tickets. Unless told, probes where they know and tickets elsewhere.',
    ),
    pods: maybe(
      z.record(text, share.describe('The share of the PnL that stops, from 0 to 1: 0.8 is 80%.')),
      'By pod, the share of its PnL that stops while this system is down.',
    ),
  })
  .nullable();

const ONSET_LAG = z.strictObject({
  minutes: z.number().min(0).max(1440).describe('Minutes by which tickets are taken to start late.'),
  source: text.describe('Where the figure comes from; it is shown with everything it changes.'),
});

const of = (field: string) => `for every row of the table: ${field}.`;

const SOURCE = z.strictObject({
  name: z.string().regex(NAME).describe('A short name: every row says from which source it is.'),
  kind: z
    .enum(KINDS)
    .describe(`What it is: a tool (${Object.keys(TOOLS).join(', ')}), or ${OTHER_KINDS.join(', ')}.`),
  files: maybe(
    z
      .array(text.describe('A path from the folder of record.yaml, with * and ** where many are meant.'))
      .min(1),
    'The files to read.',
  ),
  disclosure: maybe(
    z.enum(DISCLOSURES),
    "Who may hear figures made from it: public, private (yours to tell) or confidential (an employer's; so unless told).",
  ),
  covers: maybe(COVERS, 'What this source covers, where it is less than the record.'),
  zone: zone('its times'),
  system: maybe(text, 'The system that every row belongs to.'),
  systemField: maybe(text, "The field that names the system, where it is not the tool's own."),
  systems: maybe(
    z.array(text.describe('The id of a system.')).min(1),
    'Systems that it would have told of, had anything happened: where it has no row of theirs they count as up.',
  ),
  environments: maybe(
    z.array(text.describe('One environment, as the tool writes it.')),
    'The environments whose deployments count.',
  ),
  states: maybe(
    z.record(
      z.string(),
      z.enum(STATES).nullable().describe('up, down, degraded or unknown; null leaves such rows out.'),
    ),
    'What the words of the tool mean: {critical: down, minor: degraded, maintenance: null}.',
  ),
  times: maybe(
    z.enum(['impact', 'ticket']),
    'Which times count where a tool has both: impact (when it hurt; the default) or ticket (when it was written up).',
  ),
  onsetLag: maybe(ONSET_LAG, 'A declared assumption: tickets start late, and their starts move to earlier.'),
  format: maybe(
    z.enum(FORMATS),
    `What the files are, where their ending does not say: ${FORMATS.join(', ')}.`,
  ),
  encoding: maybe(z.enum(ENCODINGS), `Of texts that are not UTF-8: ${ENCODINGS.join(', ')}.`),
  at: maybe(text, 'In JSON and YAML, the keys that lead to the list: data.items.'),
  after: maybe(text, 'In Markdown, words of a line above the table that is meant.'),
  sheet: maybe(
    text,
    'In a workbook, the sheet that is meant, where it is not the first that has the columns.',
  ),
  delimiter: maybe(
    z.string().length(1),
    'In CSV, the sign between cells, where the headings do not show it.',
  ),
  json: maybe(text, 'A column whose cells are JSON: what is in them is read in the place of the row.'),
  into: maybe(z.enum(TABLES), `Of a table, what its rows are: ${TABLES.join(', ')}.`),
  columns: maybe(
    z.record(text, text.describe('The heading of the column, or the keys that lead to the value.')),
    'Of a table, the columns by the names of our fields: {start: Began, end: Ended}.',
  ),
  timeFormat: maybe(text, 'How times are written that no standard orders: "MM/dd/yyyy HH:mm".'),
  timeUnit: maybe(z.enum(EPOCH_UNITS), 'What bare numbers count since 1970: s, ms, us or ns.'),
  numbers: maybe(
    z.enum(NUMBER_STYLES),
    `How numbers are written, by the example of 1234.56: ${NUMBER_STYLES.map(style => `"${style}"`).join(', ')}.`,
  ),
  state: maybe(z.enum(STATES), of('up, down, degraded or unknown')),
  end: maybe(
    z.literal('not known'),
    'Of intervals, what a blank end means: not known, if it was only not written down. Unless told, the row lasts still.',
  ),
  service: maybe(text, of('the service that was deployed')),
  environment: maybe(text, of('where it was deployed')),
  result: maybe(z.enum(RESULTS), of(`how it went: ${RESULTS.join(', ')}`)),
  pod: maybe(text, of('the pod that earned or lost it')),
  scope: maybe(text, of('what its amounts are of, as a cluster or an account')),
  currency: maybe(currency, of('the ISO 4217 code of its amounts')),
  every: maybe(text, 'Of probes, how often they run: 15s, 5m.'),
  url: maybe(text, 'Of prometheus, the address of the server: http://127.0.0.1:9090.'),
  query: maybe(text, 'Of prometheus, the expression: probe_success.'),
  step: maybe(text, 'Of prometheus, the time between two points: 60s.'),
});

export const RECORD = z
  .strictObject({
    format: z.literal(RECORD_FORMAT).describe(`The version of this format: ${RECORD_FORMAT}.`),
    zone: zone('times'),
    covers: maybe(COVERS, 'What the record claims to cover: outside of it nothing is known.'),
    calendars: maybe(
      z.array(text.describe('An exchange: XNYS, XLON, CME:equity, 24x7.')),
      'The exchanges in whose sessions the systems have to work.',
    ),
    systems: maybe(
      z.record(z.string().regex(NAME), SYSTEM.describe('One system.')),
      'The systems, by the ids that you call them.',
    ),
    sources: z.array(SOURCE.describe('One source of rows.')).min(1).describe('Where the rows come from.'),
  })
  .meta({
    title: 'Parley record',
    description: 'What your systems did: which there are, and which exports tell of them.',
  });

export type RecordFile = z.output<typeof RECORD>;
export type SourceFile = RecordFile['sources'][number];
