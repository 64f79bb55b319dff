/** Where a Prometheus server is asked. */
export interface Address {
  /** What messages call it: without credentials, and without parameters, which may hold a token. */
  readonly shown: string;
  /** Where its `query_range` lies. */
  readonly target: URL;
  /** The value of the header Authorization, where the address holds a name and a password. */
  readonly authorization: string | null;
}

/**
 * The address of a server, as `http://127.0.0.1:9090`, or `https://mimir.example/prometheus` where its API lies under a
 * prefix; undefined for what is none.
 */
export function addressOf(url: string): Address | undefined {
  if (!URL.canParse(url)) return undefined;
  const base = new URL(url);
  if (!/^https?:$/.test(base.protocol)) return undefined;
  const prefix = base.pathname.replace(/\/(?:api\/v1(?:\/query_range)?\/?)?$/, '');
  const target = new URL(base);
  target.pathname = `${prefix}/api/v1/query_range`;
  target.username = '';
  target.password = '';
  target.hash = '';
  const said = base.username !== '' || base.password !== '';
  const pair = `${decoded(base.username)}:${decoded(base.password)}`;
  return {
    shown: `${base.protocol}//${base.host}${prefix}`,
    target,
    authorization: said ? `Basic ${Buffer.from(pair).toString('base64')}` : null,
  };
}

/** What messages call the server of `url`; never its credentials. */
export function shownAddress(url: string): string {
  return addressOf(url)?.shown ?? 'the server';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
