import {
  type Component,
  type Currency,
  type MoneyRange,
  showMoney,
  showMoneyShort,
  showRange,
} from '../base/index.ts';
import {EMPTY, type Line, margin, pad, run, table, widthOf, widthOfLine, wrap} from '../page/index.ts';
import {COMPONENT_NAMES} from '../views/index.ts';
import type {Band, Figure, Guide, LevelName, Passage, Position} from '../guide/index.ts';

/** A heading with an empty line around it. */
export function heading(text: string, width: number): readonly Line[] {
  const head = `━━ ${text} `;
  return [
    EMPTY,
    ...wrap([run(`${head}${'━'.repeat(Math.max(0, width - widthOf(head)))}`, 'accent')], width),
    EMPTY,
  ];
}

/** The bands, a row for each region and level; a second currency stands beneath the first, then what the cells add. */
export function bands(guide: Guide, width: number): readonly Line[] {
  if (guide.bands.length === 0) return [];
  const components = [...new Set(guide.bands.map(band => band.component))];
  const rows = new Map<string, Band[]>();
  for (const band of guide.bands) {
    const name = [band.region, band.level].filter(part => part !== null && part !== '').join(', ');
    rows.set(name, [...(rows.get(name) ?? []), band]);
  }
  const cells = [...rows].flatMap(([name, row]) => {
    const cell = (show: (band: Band) => string) =>
      components.map((component): Line => {
        const found = row.filter(band => band.component === component).map(show);
        return found.length === 0 ? EMPTY : [run(found.join('; '))];
      });
    const second = cell(band => (band.alt === null ? '' : showRange(band.alt)));
    const notes = cell(band => (band.note === null ? '' : `(${band.note})`));
    return [
      [[run(name, 'bold')], ...cell(bandWords)],
      ...(row.some(band => band.alt !== null) ? [[EMPTY, ...second]] : []),
      ...(row.some(band => band.note !== null) ? [[EMPTY, ...notes]] : []),
    ];
  });
  const columns = [{head: 'Region'}, ...components.map(component => ({head: componentWords(component)}))];
  return [...heading('Pay bands', width), ...table(columns, cells, width)];
}

/** `$175K to $225K`, `15% to 20%`, `$300K to $400K over 4 years`. */
function bandWords({currency, low, high, unit, basis}: Band): string {
  const period = {annual: '', '4yr': ' over 4 years', once: ' once'}[basis];
  if (unit === 'percent') return `${high === null ? `${low}%+` : percents(low, high)}${period}`;
  if (high === null) return `${showMoneyShort({amount: low, currency})}+${period}`;
  const range: MoneyRange = {low, high, currency};
  return `${showRange(range)}${period}`;
}

function percents(low: number, high: number): string {
  return low === high ? `${low}%` : `${low}% to ${high}%`;
}

/** The level map, a column for each set of levels that the guide calls equal. */
export function levels({levels: rows}: Guide, width: number): readonly Line[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const firms = first.map(name => name.company);
  const even = others.every(
    row => row.length === firms.length && row.every((name, at) => name.company === firms[at]),
  );
  if (!even) return [...heading('Equal levels', width), ...rows.flatMap(row => equal(row, width))];
  // Whichever is shorter runs across.
  if (rows.length > firms.length)
    return [
      ...heading('Equal levels, row by row', width),
      ...table(
        firms.map(head => ({head})),
        rows.map(row => row.map((name): Line => [run(name.level)])),
        width,
      ),
    ];
  const columns = [{head: 'Firm'}, ...rows.map((_, at) => ({head: `${at + 1}`}))];
  const cells = firms.map((firm, at) => [
    [run(firm, 'bold')],
    ...rows.map((row): Line => [run(row[at]?.level ?? '')]),
  ]);
  return [...heading('Equal levels, column by column', width), ...table(columns, cells, width)];
}

function equal(row: readonly LevelName[], width: number): readonly Line[] {
  const told = row.map(({company, level}) => `${company} ${level}`).join(' = ');
  return wrap([run(told)], width, margin('  • ', '    ', 'muted'));
}

/** The figures of the narrative and the pod economics, each with what it was read as. */
export function figures({narrative}: Guide, width: number): readonly Line[] {
  const passages = narrative.filter(passage =>
    passage.sentences.some(sentence => sentence.figures.length > 0),
  );
  if (passages.length === 0) return [];
  const lines = passages.flatMap((passage, at) => {
    const {section, label} = passage;
    const before = passages[at - 1];
    const opens = before?.section !== section && section !== '';
    const renamed = label !== null && (opens || before?.label !== label);
    return [
      ...(opens ? wrap([run(section, 'bold')], width) : []),
      ...(renamed ? wrap([run(label)], width, margin('  ')) : []),
      ...figureRows(passage, width),
    ];
  });
  return [...heading('Figures of the text, as read', width), ...lines];
}

const PLACE = 11;
const FIGURE = 13;

/** `45:102   $2K            per minute, for each pod`. */
function figureRows({sentences}: Passage, width: number): readonly Line[] {
  return sentences
    .flatMap(sentence => sentence.figures)
    .flatMap(figure => {
      const place = run(`  ${figure.span.line}:${figure.span.column}`.padEnd(PLACE), 'muted');
      const shown = run(`${figureWords(figure)} `, 'bold');
      const told = run(readAs(figure));
      const first = pad([place, shown], PLACE + FIGURE);
      // A figure too long for its column is told in the text instead, so that the margin stays narrow.
      return widthOfLine(first) > PLACE + FIGURE
        ? wrap([shown, told], width, {first: [place], rest: [run(' '.repeat(widthOf(place.text)))]})
        : wrap([told], width, {first, rest: [run(' '.repeat(PLACE + FIGURE))]});
    });
}

/** The figure as it is written, with the unit that stands behind it. */
function figureWords({text, kind, unit, low, high}: Figure): string {
  if (kind === 'multiple') return /[x×]$/i.test(text) ? text : `${text}x`;
  if (kind !== 'duration' || unit === null || /[a-z]/i.test(text)) return text;
  return `${text} ${low === 1 && high === 1 ? unit : `${unit}s`}`;
}

/** What the words around a figure say of it. */
function readAs({of, per, each, open, text}: Figure): string {
  const floor = open && !text.includes('+') ? 'or more' : null;
  const told = [floor, of, per && `per ${per}`, each && `for each ${each}`];
  return told.filter(part => part !== null && part !== '').join(', ');
}

/** The levers, each with its amounts and the script as the guide has it, which nobody has checked yet. */
export function levers(guide: Guide, width: number): readonly Line[] {
  if (guide.levers.length === 0) return [];
  const lines = guide.levers.flatMap(({title, script, passage}, at) => {
    const said =
      script === null ? passage.sentences.map(sentence => sentence.text).join(' ') : `“${script.value}”`;
    return [
      ...(at === 0 ? [] : [EMPTY]),
      ...wrap([run(title, 'bold')], width, margin(`${at + 1}. `)),
      ...figureRows(passage, width),
      ...wrap([run(said)], width, margin('  ┃ ', '  ┃ ', 'muted')),
    ];
  });
  return [...heading('Levers, in the words of the guide', width), ...lines];
}

/** Anchor, floor and walk-away, with what the guide would ask for and whom it would name. */
export function strategy({strategy: plan}: Guide, width: number): readonly Line[] {
  if (plan === null) return [];
  const line = (name: string, text: string) => {
    const before = `  ${name.padEnd(16)} `;
    return text === '' ? [] : wrap([run(text)], width, margin(before, undefined, 'muted'));
  };
  const offers = plan.competing.map(({company, base, bonus, total, currency}) => {
    const parts = Object.entries({base, bonus, total}).filter(([, amount]) => amount !== null);
    return `${company}: ${parts.map(([name, amount]) => `${name} ${showMoney({amount: amount ?? 0, currency})}`).join(', ')}`;
  });
  const told = [
    ...plan.asks,
    ...plan.competing,
    ...plan.walkAwayIf,
    ...(plan.lead === null ? [] : [plan.lead]),
  ];
  const rest = plan.other.filter(
    ({span}) => !told.some(one => one.span.from >= span.from && one.span.to <= span.to),
  );
  return [
    ...heading('Strategy', width),
    ...line('Anchor at', positions(plan.anchor)),
    ...line('Lead with', plan.lead?.value ?? ''),
    ...offers.flatMap((offer, at) => line(at === 0 ? 'Other offers' : '', offer)),
    ...plan.asks.flatMap((ask, at) => line(at === 0 ? 'Ask' : '', ask.text)),
    ...line('Accept at', positions(plan.accept)),
    ...line('Walk away below', positions(plan.walkAway)),
    ...plan.walkAwayIf.flatMap(({value}) => line('Walk away', value)),
    ...rest.flatMap(({value}) => line('Also', value)),
  ];
}

function positions(of: readonly Position[]): string {
  return of
    .map(({key, value, unit, currency, guaranteed, written, firstYear}) => {
      const [name = '', place] = key.split('@');
      const conditions = [guaranteed && 'guaranteed', firstYear && 'first year', written && 'in writing'];
      const told = [
        `${positionWords(name)}${place === undefined ? '' : ` for ${place}`} ${amountWords(value, unit, currency)}`,
        ...conditions.filter(word => word !== false),
      ];
      return told.join(', ');
    })
    .join('; ');
}

function amountWords(value: number, unit: Position['unit'], currency: Currency | null): string {
  if (unit === 'percent') return `${value}%`;
  return currency === null ? value.toLocaleString('en-US') : showMoneyShort({amount: value, currency});
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  pnlPercent: COMPONENT_NAMES.pnl,
  bonusPercent: COMPONENT_NAMES.bonus,
  equityPerYear: `${COMPONENT_NAMES.equity} a year`,
};

/** A position's key in words, as a clause goes on: `base`, `PnL share`. */
function positionWords(key: string): string {
  const words = Object.hasOwn(KEY_WORDS, key) ? (KEY_WORDS[key] ?? key) : componentWords(key);
  return /^[A-Z][a-z]/.test(words) && !words.startsWith('PnL')
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

function componentWords(component: string): string {
  if (component.startsWith('other:')) return component.slice('other:'.length);
  return Object.hasOwn(COMPONENT_NAMES, component) ? COMPONENT_NAMES[component as Component] : component;
}

/** The sources, with what would be needed to look them up where it is missing. */
export function sources(guide: Guide, width: number): readonly Line[] {
  if (guide.sources.length === 0) return [];
  const lines = guide.sources.flatMap(({text, url, years}) => [
    ...wrap([run(text)], width, margin('  • ', '    ', 'muted')),
    ...wrap(
      [run(`${url ?? 'no link'}${years.length === 0 ? ' · no year' : ''}`, 'muted')],
      width,
      margin('    '),
    ),
  ]);
  return [...heading('Sources', width), ...lines];
}
