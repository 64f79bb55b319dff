import {isCurrency, shippedRates} from '../../base/index.ts';
import {seal} from '../../figure/index.ts';
import {
  graphOf,
  type MarketReport,
  marketReport,
  roleKey,
  shippedNames,
  exchangeInto,
} from '../../market/index.ts';
import {sealRules, situationFor} from '../../strategy/index.ts';
import {type Question, type SealedReport, sealedReport} from '../world.ts';
import {offerPays} from './offers.ts';
import {all, companyNamed, levelNamed, placeNamed, roleNamed} from './resolve.ts';
import {misaskedAfter, openShelf, type ShelfInput, wholeGraph} from './shelf.ts';

/** What is asked of a market, as one writes it. Null and none are whatever the case says, and else anything. */
export interface MarketInput extends ShelfInput {
  readonly role: string | null;
  readonly companies: readonly string[];
  readonly region: string | null;
  readonly currency: string | null;
  /** A level to find elsewhere, and at which companies. */
  readonly level: string | null;
  readonly at: readonly string[];
  /** The day whose exchange rates count; that of the case unless told. */
  readonly day: string | null;
}

/** What many guides pay for a role, what a level is called elsewhere, and where the offers of a case stand: edition call. */
export const market: Question<MarketInput, SealedReport<MarketReport>> = async (input, world) => {
  const names = shippedNames();
  const {report: shelf, ...told} = await openShelf(names, input, world);
  if (shelf === null) return {report: null, ...told};
  const misasked = misaskedAfter(told);
  const {guides, situation: whole} = shelf;
  // Nothing is decided by what the edition keeps back: it is no part of what is answered from.
  const situation = whole === null ? null : situationFor(whole, 'call');
  const roleText = input.role ?? situation?.role;
  if (roleText === undefined) return misasked('which role? for example: --role devops');
  const role = roleNamed(names, guides, roleText);
  if (!role.ok) return misasked(role.why);
  const listings = guides.flatMap(one => (one.role.field === role.value.field ? [one.guide.open()] : []));
  const graphs = {field: graphOf(names, listings), all: wholeGraph(names, guides)};
  const regionText = input.region ?? situation?.region;
  const place = regionText === undefined ? null : placeNamed(names, listings, regionText);
  if (place !== null && !place.ok) return misasked(place.why);
  const company = (text: string) => companyNamed(names, guides, text, graphs.all);
  const companies = all(input.companies.map(company));
  if (!companies.ok) return misasked(companies.why);
  const home = situation === null ? null : company(situation.company);
  const first = home?.ok === true ? home.value : (companies.value[0] ?? null);
  const at = all(input.at.map(company));
  if (!at.ok) return misasked(at.why);
  if (input.level === null && at.value.length > 0 && first === null)
    return misasked('which company’s level? for example: --level "DevOps Engineer at Millennium"');
  const level = input.level === null ? null : levelNamed(names, guides, input.level, first, graphs.all);
  if (level !== null && !level.ok) return misasked(level.why);
  const own = first === null ? null : `${first.id}:${roleKey(role.value)}`;
  const from = level?.value ?? (own !== null && graphs.field.nodes.has(own) ? own : null);
  const {currency} = input;
  if (currency !== null && !isCurrency(currency))
    return misasked(`“${currency}” is no currency known here; write a code such as USD or GBP`);

  const rates = shippedRates();
  const day = input.day ?? situation?.today ?? world.today;
  const elsewhere = companies.value.filter(({id}) => from?.startsWith(`${id}:`) !== true);
  const question = {
    role: role.value,
    place: place?.value ?? null,
    companies: companies.value,
    currency,
    day,
    from,
    at: at.value.length > 0 ? at.value : elsewhere,
    offers: situation === null ? [] : offerPays(names, situation.offers),
    read: guides.length,
  };
  const report = marketReport(names, listings, graphs, question, to => exchangeInto(rates, to, day));
  if (whole === null)
    return {...told, report: {edition: 'desk', report, clean: text => text, tells: () => false}};
  const rules = sealRules(whole, 'call');
  return {...told, report: sealedReport(seal(report, rules), rules)};
};
