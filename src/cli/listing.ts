import type {Guide} from '../guide/index.ts';
import type {Listing} from '../market/index.ts';

/**
 * What the market keeps of a guide, as one line of JSON. Spans lose the file, which is the same for all: threads hand
 * these lines over, and the cache keeps them.
 */
export function listingLine({role, company, bands, levels}: Guide): string {
  return JSON.stringify({role, company, bands, levels}, (key, value: unknown) =>
    key === 'file' ? undefined : value,
  );
}

/** The listing behind a line, with the path of its guide put back. */
export function listingOf(line: string, path: string): Listing {
  const listing = JSON.parse(line) as Omit<Listing, 'path'>;
  const restore = (part: {span: object}) => {
    Object.assign(part.span, {file: path});
  };
  restore(listing.role);
  restore(listing.company);
  for (const band of listing.bands) restore(band);
  for (const row of listing.levels) for (const name of row) restore(name);
  return {...listing, path};
}
