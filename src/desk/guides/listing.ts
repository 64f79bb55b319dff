import type {PayReading} from '../../guide/index.ts';
import type {Listing} from '../../market/index.ts';

/** A guide by its title; the rest is opened when it is needed, for most questions need one guide in ten. */
export interface Shelved {
  readonly path: string;
  readonly role: string;
  readonly company: string;
  readonly open: () => Listing;
}

/**
 * What the market keeps of a guide, as one line: role, company and the listing, in JSON, with tabs between. Spans lose
 * the file, which is the same for all: threads hand these lines over, and the cache keeps them.
 */
export function listingLine({role, company, bands, levels}: PayReading): string {
  const listing = JSON.stringify({role, company, bands, levels}, (key, value: unknown) =>
    key === 'file' ? undefined : value,
  );
  return [JSON.stringify(role.value), JSON.stringify(company.value), listing].join('\t');
}

/** The guide behind a line, with its path put back where spans name it. Null where the line is none of ours. */
export function shelved(line: string, path: string): Shelved | null {
  const [role, company] = line.split('\t', 2);
  if (role === undefined || company === undefined) return null;
  let opened: Listing | undefined;
  return {
    path,
    role: JSON.parse(role) as string,
    company: JSON.parse(company) as string,
    open: () => (opened ??= listingOf(line.slice(role.length + company.length + 2), path)),
  };
}

function listingOf(json: string, path: string): Listing {
  const listing = JSON.parse(json) as Omit<Listing, 'path'>;
  const restore = (part: {span: object}) => {
    Object.assign(part.span, {file: path});
  };
  restore(listing.role);
  restore(listing.company);
  for (const band of listing.bands) restore(band);
  for (const row of listing.levels) for (const name of row) restore(name);
  return {...listing, path};
}
