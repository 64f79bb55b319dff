import {cssString, html, Markup} from './markup.ts';

/** What runs along the edges of every printed page. */
export interface Running {
  readonly title: string;
  readonly dated: string;
  readonly kind: string;
}

/** The whole style of a page. */
export function styleSheet(running: Running): Markup {
  return html`<style>${new Markup(`${INK}${PAGE}${PARTS}${TABLES}${PHONE}${print(running)}`)}</style>`;
}

const LIGHT = `
  --paper: #fdfcf9; --ink: #1d1e22; --ink-muted: #5c5e66; --line: #d8d3c6; --wash: #f4f1e9; --strip: #d6d0c0;
  --accent: #1f3a5f; --pass: #1d6640; --fail: #99272b; --unknown: #775400;`;

const DARK = `
  --paper: #15171b; --ink: #e5e2da; --ink-muted: #a3a5ac; --line: #363a41; --wash: #1d2025; --strip: #444a54;
  --accent: #a3bfe3; --pass: #7fca9f; --fail: #f09b95; --unknown: #dfbd6c;`;

const INK = `
:root { color-scheme: light dark; ${LIGHT} }
@media screen and (prefers-color-scheme: dark) { :root { ${DARK} } }
`;

const PAGE = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 49rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: lining-nums tabular-nums; overflow-wrap: break-word; hanging-punctuation: first;
}
h1, h2, h3, .at, blockquote { font-family: P052, "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif; }
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; break-after: avoid; }
h1 { font-size: 2.3rem; font-weight: 500; margin: .6rem 0 0; letter-spacing: -.01em; }
h2 { font-size: 1.45rem; font-weight: 500; margin: 3rem 0 1rem; padding-top: .55rem; border-top: 1px solid var(--ink); }
h3 { font-size: 1.12rem; font-weight: 600; margin: 1.6rem 0 .4rem; }
h4, h3.under { font-size: .74rem; font-family: inherit; font-weight: 600; margin: 1.1rem 0 .3rem; letter-spacing: .07em; text-transform: uppercase; color: var(--ink-muted); }
p, ul, ol, dl { margin: .4rem 0; }
ul { padding-left: 1.1rem; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .15em; }
small { font-size: .8rem; color: var(--ink-muted); }
sup { font-size: .66em; line-height: 0; vertical-align: .5em; font-family: -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-weight: 400; padding-left: .08em; }
sup a { text-decoration: none; }
:target { background: var(--wash); outline: .4rem solid var(--wash); }
.muted { color: var(--ink-muted); }
.pass { color: var(--pass); } .fail { color: var(--fail); } .unknown { color: var(--unknown); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.no { color: var(--ink-muted); font-weight: 400; padding-right: .35em; }
.eyebrow { display: flex; justify-content: space-between; gap: 1rem; margin: 0; font-size: .74rem; letter-spacing: .09em; text-transform: uppercase; color: var(--ink-muted); border-bottom: 3px double var(--ink); padding-bottom: .6rem; }
.at { font-size: 1.3rem; margin: .15rem 0 .5rem; }
.dates { color: var(--ink-muted); margin: 0; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .8rem; color: var(--ink-muted); }
`;

const PARTS = `
.stance { margin-top: 1.6rem; padding: 1.1rem 1.4rem 1rem; background: var(--wash); border-left: 4px solid var(--accent); }
.stance h2 { border: 0; margin: 0 0 .5rem; padding: 0; font-size: 1.9rem; color: var(--accent); }
.stance li { margin: .2rem 0; }
nav ol { list-style: none; margin: 1.2rem 0 0; padding: 0; columns: 2; column-gap: 2rem; font-size: .9rem; }
nav a { text-decoration: none; } nav span { color: var(--ink-muted); display: inline-block; width: 1.3em; }
figure { margin: .8rem 0 1rem; break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; }
figure svg a:hover { text-decoration: underline; }
figcaption { margin-top: .6rem; font-size: .8rem; color: var(--ink-muted); }
.slim { display: none; }
blockquote { margin: .7rem 0; padding: .1rem 0 .1rem 1.1rem; border-left: 2px solid var(--accent); font-size: 1.3rem; line-height: 1.45; }
blockquote sup { font-size: .52em; vertical-align: .62em; }
blockquote p { margin: .35rem 0; break-inside: avoid; }
.asks { list-style: none; padding: 0; }
.asks > li { position: relative; padding: .2rem 0 .7rem 2.4rem; break-inside: avoid; border-bottom: 1px solid var(--line); }
.asks > li:last-child { border: 0; }
.asks h3 .no { position: absolute; left: 0; top: .75rem; font: 1.7rem/1 Georgia, serif; color: var(--accent); }
.asks h3 { margin-top: .6rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0 2rem; }
.facts div { display: flex; gap: .5rem; } .facts dt { flex: none; } .facts dd { margin: 0; }
dt { color: var(--ink-muted); }
.whole { white-space: nowrap; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0 2rem; }
a.claim { white-space: nowrap; font-size: .86rem; text-decoration: none; }
.signed, .withheld { list-style: none; padding: 0; }
.signed li { margin: .15rem 0; }
.withheld li { padding: .35rem 0; break-inside: avoid; }
.why { color: var(--ink-muted); }
.signed .why, .withheld .why { padding-left: 1.1rem; }
.rebuttals div { break-inside: avoid; padding: .3rem 0; display: grid; grid-template-columns: 15rem 1fr; gap: 0 1.2rem; }
.rebuttals dd { margin: 0; grid-column: 2; }
.question { break-inside: avoid; margin: .6rem 0; }
article.claim { break-inside: avoid; padding: .1rem 0 .1rem 1rem; margin: 1.3rem 0; border-left: 3px solid var(--line); }
.pass-edge { border-color: var(--pass) !important; } .fail-edge { border-color: var(--fail) !important; } .unknown-edge { border-color: var(--unknown) !important; }
article.claim h3 { margin-top: 0; }
.verdict > span:first-child { font-weight: 600; }
.workings, .inputs { list-style: none; padding: 0; font-size: .88rem; }
.workings li { padding: .3rem 0; }
.assumption, .formula { color: var(--ink-muted); } .sum, .formula, .assumption { display: block; }
.sum { padding-left: 1rem; } .formula { padding-left: 1rem; font-style: italic; font-size: .82rem; }
.inputs { columns: 2; column-gap: 2rem; border-top: 1px dotted var(--line); padding-top: .4rem; } .inputs li { break-inside: avoid; }
.inputs b { font-weight: 600; }
.notes { font-size: .8rem; columns: 2; column-gap: 2rem; padding: 0; }
.notes li { break-inside: avoid; margin: .15rem 0 .15rem 2.1em; } .notes li::marker { color: var(--accent); } .notes a { text-decoration: none; }
.notes b { font-weight: 600; }
.where { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; overflow-wrap: anywhere; }
`;

const TABLES = `
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .88rem; line-height: 1.35; }
thead th { text-align: left; font-weight: 600; font-size: .76rem; color: var(--ink-muted); border-bottom: 1px solid var(--ink); vertical-align: bottom; }
th, td { padding: .42rem .7rem .42rem 0; vertical-align: top; } th:last-child, td:last-child { padding-right: 0; }
tbody th { text-align: left; font-weight: 600; }
tbody tr { border-bottom: 1px solid var(--line); break-inside: avoid; }
td small, th small { display: block; font-weight: 400; }
tr.group th { padding-top: .8rem; font-size: .76rem; color: var(--accent); break-after: avoid; }
tr.group { break-after: avoid; }
.fig { text-align: right; }
.fig data { white-space: nowrap; }
`;

/** Below this, tables are read as cards, and charts are the ones drawn narrow. */
const PHONE = `
@media screen and (max-width: 40rem) {
  body { padding: 1.4rem 1rem 3rem; }
  h1 { font-size: 1.9rem; } blockquote { font-size: 1.18rem; padding-left: .8rem; }
  .wide { display: none; } .slim { display: block; }
  nav ol, .notes, .inputs { columns: 1; }
  .eyebrow { flex-direction: column; gap: .1rem; }
  .rebuttals div { grid-template-columns: 1fr; } .rebuttals dd { grid-column: 1; }
  .stance { padding: .9rem 1rem; }
  .asks > li { padding-left: 1.9rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, tbody th, td { display: block; }
  tr { padding: .5rem 0; } th, td { padding: .15rem 0; }
  td[data-head] { display: grid; grid-template-columns: 7rem 1fr; gap: 0 .6rem; text-align: left; }
  td[data-head]::before { content: attr(data-head); color: var(--ink-muted); }
}
`;

function print({title, dated, kind}: Running): string {
  return `
@page {
  margin: 19mm 17mm 17mm;
  @top-left { content: ${cssString(title)}; font: 8pt Georgia, serif; color: #5c5e66; }
  @top-right { content: ${cssString(dated)}; font: 8pt Georgia, serif; color: #5c5e66; }
  @bottom-right { content: counter(page) " of " counter(pages); font: 8pt Georgia, serif; color: #5c5e66; }
  @bottom-left { content: ${cssString(kind)}; font: 8pt Georgia, serif; color: #5c5e66; }
}
@page :first { margin-top: 14mm; @top-left { content: none; } @top-right { content: none; } }
@media print {
  :root { color-scheme: light; ${LIGHT} --paper: #fff; }
  html { font-size: 9.6pt; }
  body { max-width: none; padding: 0; background: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2 { margin-top: 1.7rem; margin-bottom: .8rem; } nav { display: none; }
  .stance { margin-top: 1rem; padding: .8rem 1.2rem; }
  th, td { padding-top: .34rem; padding-bottom: .34rem; }
  figure { margin: .6rem 0 .7rem; }
  blockquote { break-inside: avoid; }
  a { color: inherit; text-decoration: none; } sup a, .notes li::marker { color: var(--accent); }
  .notes a[href^="#ref-"] { display: none; }
  thead { display: table-header-group; break-after: avoid; } tbody tr:first-child { break-before: avoid; } table.kept { break-inside: avoid; }
  .notes { columns: 3; column-gap: 1.4rem; }
  p, li, dd { orphans: 3; widows: 3; }
}
`;
}
