import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Band, type Guide, readGuide} from '../../src/guide/index.ts';
import {madeUp} from './made-up.ts';
import {messageOf} from '../findings.ts';
import {times} from '../strength.ts';

function guideOf(pay: string): Guide {
  const {guide, findings} = readGuide('made-up.md', madeUp({pay}));
  if (guide === null) throw new Error(messageOf(findings[0]));
  return guide;
}

/** `GBP 80000..110000 = EUR 98000..127000 "senior only"`, the shortest a band can be told. */
function show({currency, low, high, unit, basis, alt, note}: Band): string {
  return [
    unit === 'percent' ? `${low}..${high}%` : `${currency} ${low}..${high}`,
    basis === 'annual' ? '' : basis,
    alt === null ? '' : `= ${alt.currency} ${alt.low}..${alt.high}`,
    note === null ? '' : `"${note}"`,
  ]
    .filter(Boolean)
    .join(' ');
}

function placed(band: Band): string {
  const level = band.level === null ? '' : `[${band.level}]`;
  return [band.region, level, band.component, show(band)].filter(Boolean).join(' ');
}

/** What becomes of a cell in a row that is otherwise sound: its bands, or what is said to be unread. */
function cell(words: string, heading = 'Base Salary', region = 'Boston'): string {
  const {bands, unread} = guideOf(
    `| Region | ${heading} | Total Comp |\n|---|---|---|\n| ${region} | ${words} | $1M |`,
  );
  const left = unread.map(({text}) => `unread: ${text}`);
  return [...bands.slice(0, -1).map(show), ...left].join('; ') || 'nothing';
}

function table(...rows: string[]): string[] {
  const [head = '', ...others] = rows;
  const dashes = head.replace(/[^|]+/g, '---');
  return guideOf(['Pay:', '', head, dashes, ...others].join('\n')).bands.map(placed);
}

describe('a sum of money', () => {
  test.each([
    // rupees, by the lakh and the crore, and with their own commas
    ['INR 22L–INR 40L', 'INR 2200000..4000000'],
    ['₹28.5L - ₹42L', 'INR 2850000..4200000'],
    ['₹100L–₹145L', 'INR 10000000..14500000'],
    ['₹25,00,000 – ₹40,00,000', 'INR 2500000..4000000'],
    ['₹80L - ₹1.2Cr', 'INR 8000000..12000000'],
    ['₹80 lakh – ₹1.2 crore', 'INR 8000000..12000000'],
    // two-character signs before the dollar
    ['S$105,000 – S$160,000', 'SGD 105000..160000'],
    ['SGD 105K–SGD 160K', 'SGD 105000..160000'],
    ['A$150K–A$190K', 'AUD 150000..190000'],
    ['AUD 150K–190K', 'AUD 150000..190000'],
    ['C$120K–C$150K', 'CAD 120000..150000'],
    ['CAD 120K–CAD 150K', 'CAD 120000..150000'],
    ['HK$820K–HK$1.29M', 'HKD 820000..1290000'],
    ['NT$2.8M–NT$4.1M', 'TWD 2800000..4100000'],
    ['R$240K–R$380K', 'BRL 240000..380000'],
    ['US$150K–US$190K', 'USD 150000..190000'],
    // codes, with and without a blank, once or twice, and behind the sum
    ['EUR 125,000–160,000', 'EUR 125000..160000'],
    ['EUR95K–EUR140K', 'EUR 95000..140000'],
    ['GBP 72K–GBP 122K', 'GBP 72000..122000'],
    ['CHF 120K–CHF 165K', 'CHF 120000..165000'],
    ['PLN 790K–1.13M', 'PLN 790000..1130000'],
    ['CNY 700K–CNY 1.4M', 'CNY 700000..1400000'],
    ['IDR 580M–IDR 1.03B', 'IDR 580000000..1030000000'],
    ['KRW 58M–KRW 95M', 'KRW 58000000..95000000'],
    ['₩58M–₩95M', 'KRW 58000000..95000000'],
    ['UYU 3,200,000 – UYU 4,300,000', 'UYU 3200000..4300000'],
    ['AED 360K–AED 520K', 'AED 360000..520000'],
    ['SAR 300K–SAR 450K', 'SAR 300000..450000'],
    ['VND 900M–VND 1.4B', 'VND 900000000..1400000000'],
    ['₪420K–₪610K', 'ILS 420000..610000'],
    ['ILS 420K–ILS 610K', 'ILS 420000..610000'],
    ['DKK 565,000–DKK 720,000', 'DKK 565000..720000'],
    ['120K–165K CHF', 'CHF 120000..165000'],
    ['$120,000–$150,000 CAD', 'CAD 120000..150000'],
    // ends
    ['$175K', 'USD 175000..175000'],
    ['$140K–$352K+', 'USD 140000..352000'],
    ['$600K - $1M+', 'USD 600000..1000000'],
    ['$600K+', 'USD 600000..null'],
    ['**$175K–$225K**', 'USD 175000..225000'],
    ['£1.125 million – £1.25M', 'GBP 1125000..1250000'],
    ['₹1.125Cr–₹1.375Cr', 'INR 11250000..13750000'],
    ['£560K–£860K / $715K-$1.097K', 'GBP 560000..860000 = USD 715000..1097000'],
    ['$20-50K', 'USD 20000..50000'],
    ['$175K to $225K', 'USD 175000..225000'],
    ['$175K−$225K', 'USD 175000..225000'],
    ['$175K/yr – $225K/yr', 'USD 175000..225000'],
    ['~$175K–$225K', 'USD 175000..225000'],
    ['$175K&ndash;$225K', 'USD 175000..225000'],
    // thousands parted by blanks and apostrophes
    ['€ 95 000 – € 120 000', 'EUR 95000..120000'],
    ['€95 000–120 000', 'EUR 95000..120000'],
    ['€95\u202F000 – €120\u00A0000', 'EUR 95000..120000'],
    ["CHF 120'000 – CHF 150’000", 'CHF 120000..150000'],
    ["CHF 1'250'000", 'CHF 1250000..1250000'],
    ['$5500 401(k) match', 'USD 5500..5500 "401(k) match"'],
    ['150–180k CHF', 'CHF 150000..180000'],
    // by points and commas, as on the Continent, and by the signs behind
    ['€60.000,00 - €75.000,00', 'EUR 60000..75000'],
    ['60.000 € – 75.000 €', 'EUR 60000..75000'],
    ['60–75K €', 'EUR 60000..75000'],
    ['60-75 k€', 'EUR 60000..75000'],
    ['€1.250.000', 'EUR 1250000..1250000'],
    ['€1,2M – €1,5M', 'EUR 1200000..1500000'],
    ['€15.000,- – €20.000,-', 'EUR 15000..20000'],
    ['SEK 650 000–780 000', 'SEK 650000..780000'],
    // lakhs by other names, with a blank, by the year
    ['₹25–35 LPA', 'INR 2500000..3500000'],
    ['₹25 L – ₹35 L', 'INR 2500000..3500000'],
    ['₹25–35 lacs p.a.', 'INR 2500000..3500000'],
    ['₹25,00,000/- to ₹35,00,000/-', 'INR 2500000..3500000'],
    ['Rs. 25,00,000 – Rs. 35,00,000', 'INR 2500000..3500000'],
    // an end that says no magnitude has the other's, or the one that keeps the range in order
    ['$700-1.2M', 'USD 700000..1200000'],
    ['₹80-1.2Cr', 'INR 8000000..12000000'],
    ['$175K-225', 'USD 175000..225000'],
    // every dash, and what is said for it
    ['$175K ~ $225K', 'USD 175000..225000'],
    ['$175K\u2011$225K', 'USD 175000..225000'],
    ['$175K―$225K', 'USD 175000..225000'],
    ['$175K--$225K', 'USD 175000..225000'],
    ['$175K up to $225K', 'USD 175000..225000'],
    ['from $175K to $225K', 'USD 175000..225000'],
    ['between $175K and $225K', 'USD 175000..225000'],
    ['$175\u00a0000\u00a0–\u00a0$225\u00a0000', 'USD 175000..225000'],
    ['＄１７５Ｋ－＄２２５Ｋ', 'USD 175000..225000'],
    ['$175k–$225k', 'USD 175000..225000'],
    ['CAD $175K–$225K', 'CAD 175000..225000'],
    ['US $175K–$225K', 'USD 175000..225000'],
    ['$175K-$225K (€160K-€205K)', 'USD 175000..225000 = EUR 160000..205000'],
    ['$225K or more', 'USD 225000..null "or more"'],
    // by the month
    ['$8,500 monthly', 'USD 102000..102000'],
    ['SEK 55K/mo / $5.2K/mo', 'SEK 660000..660000 = USD 62400..62400'],
    ['SEK 55K–72K/mo', 'SEK 660000..864000'],
    ['SEK 55,000 – 72,000 per month', 'SEK 660000..864000'],
    ['SEK 35K–60K/mo / $102K–$178K', 'SEK 420000..720000 = USD 102000..178000'],
    // as they are written where they are paid
    ['65 k€ à 85 k€', 'EUR 65000..85000'],
    ['65 à 85 k€', 'EUR 65000..85000'],
    ['65 000 € à 85 000 € brut/an', 'EUR 65000..85000'],
    ['€70.000,- bis €90.000,-', 'EUR 70000..90000'],
    ['70.000 € bis zu 90.000 €', 'EUR 70000..90000'],
    ['70–90 T€', 'EUR 70000..90000'],
    ['5.500 €–7.000 €/Monat', 'EUR 66000..84000'],
    ['5.500 € bis 7.000 € brutto pro Monat', 'EUR 66000..84000'],
    ['4 500 € par mois', 'EUR 54000..54000'],
    ['55 000–70 000 kr/mån', 'SEK 660000..840000'],
    ['55–70 tkr/mån', 'SEK 660000..840000'],
    ['R$ 18.000 – R$ 25.000/mês', 'BRL 216000..300000'],
    ['R$ 18.000 a R$ 25.000 por mês', 'BRL 216000..300000'],
    ['R$ 18 mil – R$ 25 mil/mês', 'BRL 216000..300000'],
    ['R$ 20.000,00/mês', 'BRL 240000..240000'],
    ['1,6–2,1 mil. Kč', 'CZK 1600000..2100000'],
    ['120 000–150 000 Kč/měsíc', 'CZK 1440000..1800000'],
    ['CZK 1.6M–CZK 2.1M', 'CZK 1600000..2100000'],
    ['15–20 tys. zł/mies.', 'PLN 180000..240000'],
    ['15 000 zł do 20 000 zł', 'PLN 15000..20000'],
    ['¥40万–¥60万', 'CNY 400000..600000'],
    ['1,000–1,400万円', 'JPY 10000000..14000000'],
    ['₩6,000만–₩9,000만', 'KRW 60000000..90000000'],
    ['₩9,000만–₩1.2억', 'KRW 90000000..120000000'],
    ['25–35 LPA', 'INR 2500000..3500000'],
    ['25 LPA – 35 LPA', 'INR 2500000..3500000'],
  ])('%s', (words, read) => expect(cell(words)).toBe(read));

  test.each([
    ['Tokyo', '¥1,000万–¥1,400万', 'JPY 10000000..14000000'],
    ['Copenhagen', '55.000–70.000 kr pr. måned', 'DKK 660000..840000'],
    ['Hangzhou', '¥400K–¥700K', 'CNY 400000..700000'],
    ['Tokyo', '¥12M–¥18M', 'JPY 12000000..18000000'],
    ['Yokohama (JPY)', '¥12M–¥18M', 'JPY 12000000..18000000'],
    ['Copenhagen', 'kr565,000–kr720,000', 'DKK 565000..720000'],
    ['Stockholm', 'kr565,000–kr720,000', 'SEK 565000..720000'],
    ['Singapore (SGD)', '$105K–$160K', 'SGD 105000..160000'],
    ['Toronto (CAD C$)', '$105K–$160K', 'CAD 105000..160000'],
  ])('in %s: %s', (region, words, read) => expect(cell(words, 'Base Salary', region)).toBe(read));
});

describe('two currencies in a cell', () => {
  test.each([
    ['£130K - £170K / $165K - $215K', 'GBP 130000..170000 = USD 165000..215000'],
    ['£110K / $138K - £146K / $182K', 'GBP 110000..146000 = USD 138000..182000'],
    ['HK$820K / $105K - HK$1.18M / $151K', 'HKD 820000..1180000 = USD 105000..151000'],
    ['HK$1.45M - HK$1.95M ($186K - $250K)', 'HKD 1450000..1950000 = USD 186000..250000'],
    ['£85K–£110K / €98K–€127K', 'GBP 85000..110000 = EUR 98000..127000'],
    ['R$240K–R$380K (~$48K–$76K)', 'BRL 240000..380000 = USD 48000..76000'],
    ['£18K - £30K/yr / $23K - $38K/yr', 'GBP 18000..30000 = USD 23000..38000'],
    ['£18K / $23K', 'GBP 18000..18000 = USD 23000..23000'],
  ])('%s', (words, read) => expect(cell(words)).toBe(read));
});

describe('what a cell says beside its figures', () => {
  test.each([
    ['$0-$40K (senior only)', 'Bonus', 'USD 0..40000 "senior only"'],
    ['$160K - $220K (GBP equiv.)', 'Base Salary', 'USD 160000..220000 "GBP equiv."'],
    ['15–20% + variable', 'Bonus', '15..20% "variable"'],
    ['12–18% target (may include accelerators)', 'Bonus', '12..18% "target (may include accelerators)"'],
    ['20–50% (OPI+TAI)', 'Bonus', '20..50% "OPI+TAI"'],
    ['10% target ($16,000 – $20,000)', 'Bonus', '10..10% = USD 16000..20000 "target"'],
    ['$12K-$25K (10-15%)', 'Bonus', 'USD 12000..25000 "10-15%"'],
    ['15% + $20K sign-on', 'Bonus', '15..15% "$20K sign-on"'],
    ['Up to 20%', 'Bonus', '20..20% "Up to"'],
    ['$440K-$720K ($110K-$180K/yr)', 'Stock (RSU/4yr)', 'USD 440000..720000 4yr "$110K-$180K/yr"'],
    ['$162K–$275K RSU/4yr', 'Stock', 'USD 162000..275000 4yr "RSU/4yr"'],
    ['$80K–$90K/yr', 'Stock (RSU/4yr)', 'USD 80000..90000'],
    ['SEK 330K–578K/yr (4yr vest)', 'Stock (RSU/4yr)', 'SEK 330000..578000 4yr "4yr vest"'],
    ['£104K–£182K (4yr vest)', 'Stock', 'GBP 104000..182000 4yr "4yr vest"'],
    ['SEK 35K–60K/mo / $102K–$178K', 'Stock (RSU/4yr)', 'SEK 420000..720000 4yr = USD 102000..178000'],
    ['$180K–$220K<br>(senior only)', 'Bonus', 'USD 180000..220000 "senior only"'],
    ['10,000 ISO options', 'Stock', 'unread: 10,000 ISO options'],
    ['40,000–60,000', 'Stock Options', 'unread: 40,000–60,000'],
    ['€58.000–€72.000', 'Bonus', 'EUR 58000..72000'],
    ['$85K - $145K/yr', 'Stock/Bonus', 'USD 85000..145000'],
    ['2,500 RSUs (~$250K)', 'Stock (RSU/4yr)', 'USD 250000..250000 4yr "2,500 RSUs"'],
    ['0.05%–0.15%', 'Options (4yr)', '0.05..0.15% 4yr'],
    ['25%+', 'Bonus', '25..null%'],
    ['15%', 'Bonus', '15..15%'],
  ])('%s under %s', (words, heading, read) => expect(cell(words, heading)).toBe(read));

  test.each([
    ['None', 'Bonus', 'nothing'],
    ['—', 'Bonus', 'nothing'],
    ['Choose Your Mix', 'Stock', 'nothing'],
    ['Varies by geo band', 'Bonus', 'nothing'],
    ['ARS equivalent (~60-70% of US)', 'Base Salary', 'unread: ARS equivalent (~60-70% of US)'],
    ['12,000 – 25,000 options', 'Options', 'unread: 12,000 – 25,000 options'],
    ['PHP 1.2M–PHP 1.8M', 'Bonus', 'unread: PHP 1.2M–PHP 1.8M'],
    ['1.2M PHP', 'Bonus', 'unread: 1.2M PHP'],
    ['800 RSUs', 'Stock', 'unread: 800 RSUs'],
    ['$175K / $225K', 'Base Salary', 'unread: $175K / $225K'],
    ['50th: $175K / 90th: $225K', 'Base Salary', 'unread: 50th: $175K / 90th: $225K'],
    ['$175K–$200K–$225K', 'Base Salary', 'unread: $175K–$200K–$225K'],
    ['4 x $125K', 'Stock', 'unread: 4 x $125K'],
    ['$85/hr', 'Base Salary', 'unread: $85/hr'],
    ['$3,500/week', 'Base Salary', 'unread: $3,500/week'],
    ['$175–$225', 'Base Salary', 'unread: $175–$225'],
    ['k€ 60-75', 'Base Salary', 'unread: k€ 60-75'],
    ['₱1.2M', 'Base Salary', 'unread: ₱1.2M'],
    ['AR$60M', 'Base Salary', 'unread: AR$60M'],
    ['5.500 Ft/Monat', 'Base Salary', 'unread: 5.500 Ft/Monat'],
    ['€5.500/Projekt', 'Base Salary', 'unread: €5.500/Projekt'],
    ['< $225K', 'Base Salary', 'unread: < $225K'],
    ['2x base', 'Bonus', 'unread: 2x base'],
  ])('no pay: %s under %s', (words, heading, read) => expect(cell(words, heading)).toBe(read));
});

describe('any cell', () => {
  const number = fc.oneof(
    fc.integer({min: 1, max: 999}).map(many => `${many}K`),
    fc.integer({min: 10, max: 99}).map(many => `${many},500`),
    fc.integer({min: 11, max: 99}).map(many => `${many}L`),
    fc.integer({min: 1, max: 9}).map(many => `${many}.25M`),
  );
  const sum = fc
    .tuple(fc.constantFrom('$', '£', '€', '₹', 'S$', 'EUR ', 'PLN', ''), number)
    .map(([sign, many]) => sign + many);
  const percent = fc.integer({min: 1, max: 60}).map(share => `${share}%`);
  const word = fc.constantFrom(
    'target',
    'senior only',
    '4 weeks',
    '12,000 options',
    '2x base',
    'None',
    'of US',
    '+',
  );
  const figure = fc.oneof(sum, percent);
  const glue = fc.constantFrom(' - ', '–', ' / ', ' ', ' (', ') ', '/yr ', ' + ', ', ', ' to ', ' or ');
  const words = fc
    .array(fc.tuple(fc.oneof({weight: 3, arbitrary: figure}, word), glue), {minLength: 1, maxLength: 5})
    .map(pieces => pieces.flat().slice(0, -1).join(''));
  const heading = fc.constantFrom('Base Salary', 'Stock (RSU/4yr)', 'Bonus', 'Relocation', 'Sign-On');

  /** The digits of a text, without the commas and points within a number: `1.25M` and 1,250,000 share "125". */
  const digits = (text: string): string[] =>
    (text.match(/\d[\d,.]*/g) ?? []).map(one => one.replace(/[,.]/g, '').replace(/0+$/, ''));

  test('makes no number up, and drops none', () =>
    fc.assert(
      fc.property(words, heading, (written, head) => {
        const text = madeUp({
          pay: `| Region | ${head} | Total Comp |\n|---|---|---|\n| Boston | ${written} | $1M |`,
        });
        const {bands = [], unread = []} = readGuide('x.md', text).guide ?? {};
        const inCell = bands.filter(({span}) => span.from < text.indexOf('| $1M |'));
        const figures = inCell
          .flatMap(({low, high, alt}) => [low, high ?? low, alt?.low ?? low, alt?.high ?? low])
          .flatMap(one => digits(String(one)));
        const stated = digits(written);
        for (const one of figures) expect(stated).toContain(one);
        const told = [
          ...figures,
          ...inCell.flatMap(({note}) => digits(note ?? '')),
          ...unread.flatMap(({text}) => digits(text)),
        ];
        for (const one of stated) expect(told).toContain(one);
      }),
      {numRuns: times(20_000)},
    ));
});

describe('signs that slipped', () => {
  test.each([
    ['$70,000 - S$160,000', 'USD 70000..160000'],
    ['€75K–$105K', 'EUR 75000..105000'],
    ['EUR 110K–GBP 185K', 'EUR 110000..185000'],
  ])('%s', (words, read) => expect(cell(words)).toBe(read));
});

describe('a heading', () => {
  test.each([
    ['Stock (RSU/4yr)', 'equity 4yr'],
    ['Stock (Options/4yr)', 'equity 4yr'],
    ['Equity (Pre-IPO/4yr)', 'equity 4yr'],
    ['Options (4yr)', 'equity 4yr'],
    ['Equity (PPU/4yr)', 'equity 4yr'],
    ['Phantom Equity/4yr', 'equity 4yr'],
    ['RSU Grant (4-yr vest)', 'equity 4yr'],
    ['RSUs (4-Year)', 'equity 4yr'],
    ['Equity (Options/RSU est.)', 'equity unknown'],
    ['Equity', 'equity unknown'],
    ['Stock (RSU)', 'equity unknown'],
    ['ESOP', 'equity unknown'],
    ['Phantom Units', 'equity unknown'],
    ['Equity (4 years)', 'equity 4yr'],
    ['RSUs per year', 'equity annual'],
    ['Stock (Annual)', 'equity annual'],
    ['RSU/yr (4yr vest)', 'equity annual'],
    ['Stock/Bonus', 'equity unknown'],
    ['Long-Term Incentive', 'equity unknown'],
    ['Bonus', 'bonus annual'],
    ['Bonus (Annual)', 'bonus annual'],
    ['Annual Bonus (Target)', 'bonus annual'],
    ['Deferred Bonus', 'bonus annual'],
    ['Signing Bonus', 'signOn once'],
    ['Sign-On', 'signOn once'],
    ['Sign-On / Bonus', 'signOn once'],
    ['PnL Participation', 'pnl annual'],
    ['Carry/Bonus', 'other:Carry/Bonus annual'],
    ['Medallion Access Value', 'other:Medallion Access Value annual'],
    ['Secondary Access Value', 'other:Secondary Access Value annual'],
    ['Partnership/Profit-Sharing', 'other:Partnership/Profit-Sharing annual'],
    ['Profit Sharing', 'other:Profit Sharing annual'],
    ['Total w/ 20% Rails Premium', 'other:Total w/ 20% Rails Premium annual'],
    ['w/ 40% Agentic Premium', 'other:w/ 40% Agentic Premium annual'],
    ['Base + Bonus', 'other:Base + Bonus annual'],
    ['Equity/Profit Sharing', 'other:Equity/Profit Sharing annual'],
    ['Relocation', 'other:Relocation annual'],
    ['Token Grant', 'other:Token Grant unknown'],
  ])('%s', (heading, read) => {
    const [, band] = guideOf(
      `| Region | Base Salary | ${heading} | Total Comp |\n|---|---|---|---|\n| Boston | $1K | $20K–$30K | $1M |`,
    ).bands;
    expect(`${band?.component} ${band?.basis}`).toBe(read);
  });
  test.each([
    ['Total Comp (Yr 1)'],
    ['Total Comp'],
    ['Year-1 Total'],
    ['First-Year TC'],
    ['Total Compensation (USD)'],
    ['Target Total Cash'],
    ['Annual Total Comp'],
  ])('total: %s', heading => {
    const {bands} = guideOf(`| Location | Salary | ${heading} |\n|---|---|---|\n| Boston | $1K | $1M |`);
    expect(bands.map(({component}) => component)).toEqual(['base', 'total']);
  });
});

describe('a table of pay', () => {
  test('levels by component, no region', () =>
    expect(
      table('| Level | Base Salary | Stock/yr | Bonus | Total |', '| L60 | $1K–$2K | $3K | 10% | $5K+ |'),
    ).toEqual([
      '[L60] base USD 1000..2000',
      '[L60] equity USD 3000..3000',
      '[L60] bonus 10..10%',
      '[L60] total USD 5000..null',
    ]));
  test.each([
    ['Title', 'SWE II'],
    ['Job Title', 'SWE II'],
    ['Role', 'SWE II'],
    ['Track', 'IC'],
    ['Typical YOE', 'three'],
  ])('levels beside a column %s, which is no region', (heading, words) =>
    expect(
      table(`| Level | ${heading} | Base Salary | Total Comp |`, `| L4 | ${words} | $150K | $180K |`),
    ).toEqual(['[L4] base USD 150000..150000', '[L4] total USD 180000..180000']),
  );
  test('titles alone are levels, and levels and titles by region have regions', () => {
    expect(table('| Title | Base Salary | Total |', '| SWE II | $1K | $2K |')).toEqual([
      '[SWE II] base USD 1000..1000',
      '[SWE II] total USD 2000..2000',
    ]);
    expect(table('| Level | Title | Boston | Berlin |', '| L4 | SWE II | $1K | €2K |')).toEqual([
      'Boston [L4] total USD 1000..1000',
      'Berlin [L4] total EUR 2000..2000',
    ]);
  });
  test('figures in thousands, in lakhs and by the month, as the heading says', () =>
    expect(
      table(
        '| Region | Base Salary ($K) | Bonus ($K) | Monthly Allowance | Total Comp ($K) |',
        '| Boston | 175–225 | 20 | $500 | 200–250 |',
      ),
    ).toEqual([
      'Boston base USD 175000..225000',
      'Boston bonus USD 20000..20000',
      'Boston other:Monthly Allowance USD 6000..6000',
      'Boston total USD 200000..250000',
    ]));
  test('a table of peers is no pay of the company', () =>
    expect(
      table(
        '| Company | Base Salary | Total |',
        '| Foxglove | $1K | $2K |',
        '',
        '| Region | Base Salary | Total |',
        '|---|---|---|',
        '| Boston | $3K | $4K |',
      ),
    ).toEqual(['Boston base USD 3000..3000', 'Boston total USD 4000..4000']));
  test('regions by one component', () =>
    expect(table('| Location | Total Comp |', '| Boston | $1K–$2K |')).toEqual([
      'Boston total USD 1000..2000',
    ]));
  test('levels by region, with nothing over the levels', () =>
    expect(table('| | Boston | Berlin |', '| Senior (L5) | $1K | €2K |')).toEqual([
      'Boston [Senior (L5)] total USD 1000..1000',
      'Berlin [Senior (L5)] total EUR 2000..2000',
    ]));
  test('levels and regions', () =>
    expect(
      table(
        '| Level | Region | Base Salary | Total Comp (Yr 1) |',
        '| SDE I | Boston | $1K | $2K |',
        '| SDE I | Berlin | €3K | €4K |',
      ),
    ).toEqual([
      'Boston [SDE I] base USD 1000..1000',
      'Boston [SDE I] total USD 2000..2000',
      'Berlin [SDE I] base EUR 3000..3000',
      'Berlin [SDE I] total EUR 4000..4000',
    ]));
  test('components by region', () =>
    expect(
      table(
        '| Component | :gb: London (GBP £) | 🇮🇳 Pune (INR ₹) |',
        '| **Base Salary** | £90,000 – £120,000 | ₹25,00,000 – ₹40,00,000 |',
        '| Performance Bonus | 10–15% | 10–15% |',
        '| RSU Annual Value | £9,000 | ₹2,00,000 |',
        '| Relocation | £5,000 | None |',
        '| Year-1 Total | £110,000 | ₹30,00,000 |',
      ),
    ).toEqual([
      'London (GBP £) base GBP 90000..120000',
      'Pune (INR ₹) base INR 2500000..4000000',
      'London (GBP £) bonus 10..15%',
      'Pune (INR ₹) bonus 10..15%',
      'London (GBP £) equity GBP 9000..9000',
      'Pune (INR ₹) equity INR 200000..200000',
      'London (GBP £) other:Relocation GBP 5000..5000',
      'London (GBP £) total GBP 110000..110000',
      'Pune (INR ₹) total INR 3000000..3000000',
    ]));
  test('components by level', () =>
    expect(
      table(
        '| Component | Mid (L4) | Senior (L5) |',
        '| Base Salary | $1K | $2K |',
        '| Total Comp | $3K | $4K+ |',
      ),
    ).toEqual([
      '[Mid (L4)] base USD 1000..1000',
      '[Senior (L5)] base USD 2000..2000',
      '[Mid (L4)] total USD 3000..3000',
      '[Senior (L5)] total USD 4000..null',
    ]));
  test('levels by region, under a heading of base pay', () =>
    expect(
      guideOf('#### Base Salary Ranges\n\n| Level | Boston |\n|---|---|\n| L4 | $1K |').bands.map(placed),
    ).toEqual(['Boston [L4] base USD 1000..1000']));
  test('with fewer dashes than headings', () =>
    expect(
      guideOf('Pay:\n\n| Region | Base Salary | Total |\n|---|---|\n| Boston | $1K | $2K |').bands.map(
        placed,
      ),
    ).toEqual(['Boston base USD 1000..1000', 'Boston total USD 2000..2000']));
  test('levels by region, in two currencies', () =>
    expect(
      table(
        '| Career Level | Boston (USD) | London / Amsterdam (GBP/EUR) |',
        '| L4 | $1K–$2K | £3K–£4K / €5K–€6K |',
      ),
    ).toEqual([
      'Boston (USD) [L4] total USD 1000..2000',
      'London / Amsterdam (GBP/EUR) [L4] total GBP 3000..4000 = EUR 5000..6000',
    ]));
  test('sums without a sign are of the currency that the heading or a column names', () => {
    expect(table('| Level | Bangalore (INR) |', '| L4 | 25L–40L |')).toEqual([
      'Bangalore (INR) [L4] total INR 2500000..4000000',
    ]);
    expect(
      table('| Region | Currency | Base Salary | Total |', '| Zurich | CHF | 120,000–150,000 | 180,000 |'),
    ).toEqual(['Zurich base CHF 120000..150000', 'Zurich total CHF 180000..180000']);
  });
  test('a region that has no pay', () =>
    expect(
      table(
        '| Region | Base Salary | Total |',
        '| N/A — Larkspur is Boston-only | N/A | — |',
        '| Boston | $1K | $2K |',
      ),
    ).toEqual(['Boston base USD 1000..1000', 'Boston total USD 2000..2000']));
  test('a bare dollar beside a dollar of another country is American', () => {
    expect(
      table('| Region | Base Salary | Stock | Total |', '| Hsinchu (TWD) | NT$2M–NT$3M | $60K | NT$4M |'),
    ).toEqual([
      'Hsinchu (TWD) base TWD 2000000..3000000',
      'Hsinchu (TWD) equity USD 60000..60000 unknown',
      'Hsinchu (TWD) total TWD 4000000..4000000',
    ]);
    expect(table('| Region | Base Salary | Total |', '| Toronto (CAD) | $120K | $150K |')).toEqual([
      'Toronto (CAD) base CAD 120000..120000',
      'Toronto (CAD) total CAD 150000..150000',
    ]);
  });
  test('a row of monthly pay', () =>
    expect(
      table(
        '| Region | Base Salary | Stock (RSU/4yr) | Bonus | Total Comp |',
        '| Stockholm | SEK 55K–72K/mo | SEK 35K–60K/mo / $102K–$178K | 10–15% | SEK 70K–95K/mo |',
      ),
    ).toEqual([
      'Stockholm base SEK 660000..864000',
      'Stockholm equity SEK 420000..720000 4yr = USD 102000..178000',
      'Stockholm bonus 10..15%',
      'Stockholm total SEK 840000..1140000',
    ]));
  test('scenarios are no bands', () =>
    expect(
      table(
        '| Level | Base Salary | Stock (4yr) | Total |',
        '| L60 | $1K | $2K | $3K |',
        '',
        '| Component | Initial | Target | Stretch |',
        '|---|---|---|---|',
        '| Base Salary | $5K | $6K | $7K |',
        '| Total | $5K | $6K | $7K |',
      ),
    ).toEqual([
      '[L60] base USD 1000..1000',
      '[L60] equity USD 2000..2000 4yr',
      '[L60] total USD 3000..3000',
    ]));
  test('base in one currency and total in another', () =>
    expect(table('| Region | Base Salary | Bonus | Total |', '| Haifa | ₪3K–₪4K | 10% | $2K |')).toEqual([
      'Haifa base ILS 3000..4000',
      'Haifa bonus 10..10%',
      'Haifa total USD 2000..2000',
    ]));
  test('a column of no pay stays what it is', () => {
    const {bands, unread} = guideOf(
      '| Region | Base Salary | Total | Typical YOE |\n|---|---|---|---|\n| Boston | $1K | $2K | 3-5 |',
    );
    expect(bands.map(({component}) => component)).toEqual(['base', 'total']);
    expect(unread.map(({text}) => text)).toEqual(['3-5']);
  });
});

describe('a title', () => {
  const titled = (title: string) => {
    const {guide} = readGuide('x.md', madeUp({title}));
    return guide === null ? null : `${guide.role.value} @ ${guide.company.value}`;
  };
  test.each([
    ['### Cloud - Edge Engineer | Larkspur Global Negotiation Guide', 'Cloud - Edge Engineer @ Larkspur'],
    ['### Engineer — Search | Larkspur Global Negotiation Guide', 'Engineer — Search @ Larkspur'],
    ['### Engineer — Larkspur Global Salary Negotiation Guide', 'Engineer @ Larkspur Global'],
    ['### Engineer | Larkspur (Teasel) Global Negotiation Guide', 'Engineer @ Larkspur (Teasel)'],
    ['### Engineer | L\\*TRADE Global Negotiation Guide', 'Engineer @ L*TRADE'],
    ['### Engineer | Lark&Spur Global Negotiation Guide — SIGNATURE ROLE', 'Engineer @ Lark&Spur'],
    ['### Rails Engineer (SIGNATURE ROLE) | Larkspur Negotiation Guide', 'Rails Engineer @ Larkspur'],
    ['# Negotiation Guide: Rails Engineer at Larkspur', 'Rails Engineer @ Larkspur'],
    ['# Larkspur — Rails Engineer Negotiation Guide', 'Rails Engineer @ Larkspur'],
    ['# Rails Engineer, Larkspur Negotiation Guide', 'Rails Engineer @ Larkspur'],
    ['# Larkspur Software Engineer Offer Negotiation Guide (2026)', 'Software Engineer @ Larkspur'],
    ['# **Engineer (SDE I-II / L4-L5) - Larkspur Negotiation Guide**', 'Engineer @ Larkspur'],
  ])('%s', (title, read) => expect(titled(title)).toBe(read));
});

describe('a list of levers', () => {
  const titles = (levers: string) =>
    readGuide('x.md', madeUp({levers})).guide?.levers.map(
      ({title, script}) => title + (script === null ? ' (no script)' : ''),
    );
  const SAY = '"My rails carry forty teams, and each of them waits when they stop."';
  test.each([
    [
      'with its word',
      `#### Global Levers\n\n1. **Lever: Rails**\n   > ${SAY}\n2. **Lever: Team**\n   > ${SAY}`,
    ],
    ['with a parenthesis for its number', `#### Global Levers\n\n1) **Rails:** ${SAY}\n2) **Team:** ${SAY}`],
    ['in italics', `#### Global Levers\n\n1. **Rails:** *${SAY}*\n2. **Team:** *${SAY}*`],
    [
      'with the mark of a quote in the line',
      `**Global Levers**\n\n**Lever 1 — Rails:** > ${SAY}\n\n**Lever 2 — Team:** > ${SAY}`,
    ],
    [
      'with a number as a word',
      `**Global Levers**\n\n**Lever One: Rails**\n${SAY}\n\n**Lever Two: Team**\n${SAY}`,
    ],
    ['with a letter', `**Global Levers**\n\n**Lever A: Rails**\n> ${SAY}\n\n**Lever B: Team**\n> ${SAY}`],
    [
      'with its title behind the number',
      `#### Global Levers\n\n**Lever 1** — Rails\n> ${SAY}\n\n**Lever 2** — Team\n> ${SAY}`,
    ],
    [
      'with its title beneath the number',
      `#### Global Levers\n\n**Lever 1**\nRails\n> ${SAY}\n\n**Lever 2**\nTeam\n> ${SAY}`,
    ],
    [
      'in a paragraph beneath the number',
      `#### Global Levers\n\n**Lever 1**\n\nRails\n\n> ${SAY}\n\n**Lever 2**\n\nTeam\n\n> ${SAY}`,
    ],
    ['as bullets', `**Global Levers**\n\n- **Rails:** ${SAY}\n- **Team:** ${SAY}`],
    ['without bold', `**Global Levers**\n\n1. Rails: ${SAY}\n2. Team: ${SAY}`],
    ['in headings', `### Lever 1: Rails\n\n${SAY}\n\n### Lever 2: Team\n\n${SAY}`],
    [
      'in headings with a number',
      `## 4 Global Levers with Scripts\n\n### 1. Rails\n\n${SAY}\n\n### 2. Team\n\n> ${SAY}`,
    ],
    ['all in the heading', `#### Lever 1: Rails — ${SAY}\n#### Lever 2: Team — ${SAY}`],
    ['in bold numbers', `### The Rails Premium\n\n**1. Rails**\n\n*${SAY}*\n\n**2. Team**\n\n> ${SAY}`],
    [
      'with the colon outside',
      `#### Global Levers — Negotiation Language\n\n1. **Rails**: ${SAY}\n2. **Team**: ${SAY}`,
    ],
    ['with a dash', `#### Global Levers\n\n1. **Rails** — ${SAY}\n2. **Team** — ${SAY}`],
    [
      'beneath a word of deployment',
      `#### How to deploy this lever\n\n1. **Rails:** ${SAY}\n2. **Team:** ${SAY}`,
    ],
    [
      'beside a premium of that word',
      `#### The Rails Lever\n\n1. **Reach:** forty teams\n\n#### Key Levers\n\n1. **Rails:** ${SAY}\n2. **Team:** ${SAY}`,
    ],
  ])('%s', (_, levers) => expect(titles(levers)).toEqual(['Rails', 'Team']));
  test('of two bold lists, the one that speaks', () =>
    expect(
      titles(
        `### Why\n\n**1. Reach**\n\nForty teams.\n\n**2. Pace**\n\nTwice a day.\n\n### Rails\n\n**1. Rails**\n\n> ${SAY}\n\n**2. Team**\n\n> ${SAY}`,
      ),
    ).toEqual(['Rails', 'Team']));
  test('without a script', () =>
    expect(
      titles('**Global Levers**\n\n1. **Rails:** Ask who runs them.\n2. **Team:** Ask who hires.'),
    ).toEqual(['Rails (no script)', 'Team (no script)']));
});

describe('a list of sources', () => {
  const told = (sources: string) =>
    readGuide('x.md', madeUp({sources})).guide?.sources.map(({text, url}) =>
      url === null ? text : `${text} <${url}>`,
    );
  test.each([
    [
      'bullets',
      '**Evidence & Sources:**\n- Pay survey 2025\n- Careers page',
      ['Pay survey 2025', 'Careers page'],
    ],
    [
      'numbers',
      '## Evidence & Sources\n\n1. Pay survey 2025\n2. Careers page',
      ['Pay survey 2025', 'Careers page'],
    ],
    [
      'brackets',
      '#### Evidence & Sources\n- [Pay survey 2025]\n- [Careers page]',
      ['Pay survey 2025', 'Careers page'],
    ],
    [
      'links',
      '#### Evidence & Sources\n- [Pay](https://a.example/p)\n- Survey — [Gazette](https://a.example/g)',
      ['Pay <https://a.example/p>', 'Survey — Gazette <https://a.example/g>'],
    ],
    [
      'bare addresses',
      '#### Evidence & Sources\n- Pay: https://a.example/p\n- Survey (https://a.example/g)',
      ['Pay <https://a.example/p>', 'Survey <https://a.example/g>'],
    ],
    [
      'marks behind',
      '#### Evidence & Sources\n- Pay survey 2025 [1]\n- Careers page [2]',
      ['Pay survey 2025', 'Careers page'],
    ],
    [
      'marks before',
      '#### Evidence & Sources\n\n[1] Pay survey 2025\n\n[2] Careers page',
      ['Pay survey 2025', 'Careers page'],
    ],
    [
      'bold labels',
      '#### Evidence & Sources\n- **Levels**: Pay survey 2025\n- **Careers page**',
      ['Levels: Pay survey 2025', 'Careers page'],
    ],
    [
      'subtitles',
      '## Evidence & Sources\n\n### Pay\n- Pay survey 2025\n\n### Work\n- Careers page',
      ['Pay survey 2025', 'Careers page'],
    ],
    [
      'bold subtitles',
      '**Evidence & Sources**\n\n**Pay**\n- Pay survey 2025\n\n**Work**\n- Careers page',
      ['Pay survey 2025', 'Careers page'],
    ],
    [
      'a heading of evidence before',
      '#### Evidence of Reach\n\nForty teams.\n\n#### Evidence & Sources\n- Pay survey 2025\n- Careers page',
      ['Pay survey 2025', 'Careers page'],
    ],
    [
      'a section behind',
      '**Evidence & Sources**\n- Pay survey 2025\n- Careers page\n\n**Next Steps**\n\nAsk who runs the rails.\n\n- Ask on Monday',
      ['Pay survey 2025', 'Careers page'],
    ],
    ['paragraphs', '#### Sources\n\nPay survey 2025\n\nCareers page', ['Pay survey 2025', 'Careers page']],
  ])('%s', (_, sources, read) => expect(told(sources)).toEqual(read));
});

describe('whole guides of other firms', () => {
  const SAY = 'My rails carry forty teams, and each of them waits when they stop.';
  const told = (text: string) => {
    const {guide} = readGuide('x.md', text);
    if (guide === null) throw new Error('no guide');
    return {
      title: `${guide.role.value} @ ${guide.company.value}`,
      bands: guide.bands.map(placed),
      levers: guide.levers.map(({title}) => title),
      sources: guide.sources.map(({text}) => text),
      unread: guide.unread.map(({text}) => text),
    };
  };

  test('level rows, scenarios, levers with quotes, evidence with subtitles', () =>
    expect(
      told(`# Rails Engineer - Larkspur Negotiation Guide

## Negotiation DNA

Larkspur pays for rails.

## Compensation by Level

| Level | Base Salary | Stock (Annual) | Bonus | Total Comp |
|-------|-------------|----------------|-------|------------|
| 61 | $150K - $180K | $20K - $40K | 0-10% | $180K - $240K |
| 64+ | $200K - $250K | $80K - $200K | 15-30% | $600K - $1M+ |

## How to negotiate

1. **Wait:** name no figure before they do.
2. **Write:** ask for the offer on paper.

## Negotiation Levers

### Lever 1: Rails

> "${SAY}"

### Lever 2: Team

> "${SAY}"

## Scenarios

- **Initial**: $150K base
- **Stretch**: $170K base

> **Negotiate Up Strategy:** Anchor at $170K base. Accept at $160K base.

## Evidence & Sources

### Pay
- **Survey**: pay of 2025

### Work
- Careers page`),
    ).toEqual({
      title: 'Rails Engineer @ Larkspur',
      bands: [
        '[61] base USD 150000..180000',
        '[61] equity USD 20000..40000',
        '[61] bonus 0..10%',
        '[61] total USD 180000..240000',
        '[64+] base USD 200000..250000',
        '[64+] equity USD 80000..200000',
        '[64+] bonus 15..30%',
        '[64+] total USD 600000..1000000',
      ],
      levers: ['Rails', 'Team'],
      sources: ['Survey: pay of 2025', 'Careers page'],
      unread: [],
    }));

  test('counts of options, levers beneath a word of deployment, no heading over the table', () =>
    expect(
      told(`### Rails Engineer | Larkspur Global Negotiation Guide

> **SIGNATURE ROLE** — forty teams wait for it.

**Negotiation DNA:** Private + Options | **RAILS PREMIUM**

| Region | Base Salary | Options | Bonus | Total Comp |
|---|---|---|---|---|
| :us: **Boston** | **$150K–$180K** | 12,000 – 25,000 options | 10–15% | $170K–$210K |
| N/A — Larkspur is Boston-only | N/A | — | None | Varies by geo band |

**Level Mapping:** Larkspur PE = Foxglove L4

### The Rails Premium

Rails saved $4M in 2025.

#### How to deploy this lever

1. **Rails:** "${SAY}"
2. **Team:** "${SAY}"

> **Negotiate Up Strategy:** "I'm targeting $175K base." Accept at $165K+ base.

**Evidence & Sources**
[1] Survey of pay, 2025
[2] [Careers page](https://larkspur.example/careers)`),
    ).toEqual({
      title: 'Rails Engineer @ Larkspur',
      bands: ['Boston base USD 150000..180000', 'Boston bonus 10..15%', 'Boston total USD 170000..210000'],
      levers: ['Rails', 'Team'],
      sources: ['Survey of pay, 2025', 'Careers page'],
      unread: ['12,000 – 25,000 options'],
    }));
});
