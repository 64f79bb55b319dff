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
    // Beyond the host an @ may be that of a password with a slash in it.
    shown: `${base.pathname}${base.search}${base.hash}`.includes('@')
      ? withoutLogin(url)
      : `${base.protocol}//${base.host}${prefix}`,
    target,
    authorization: said ? `Basic ${Buffer.from(pair).toString('base64')}` : null,
  };
}

/** What messages call the server of `url`; never its credentials. */
export function shownAddress(url: string): string {
  return addressOf(url)?.shown ?? 'the server';
}

/**
 * An address as a message may quote it, also one that is mistyped: without what stands before an @, in the place of a
 * port, or in parameters. `htp://user:pw@h` is `htp://…@h`.
 */
export function withoutLogin(address: string): string {
  // A scheme has the letters of http, https or ftp, however mistyped: what stands before ":/" may be a password else.
  const [, scheme = '', rest = ''] = /^(\s*[fhpst]{2,6}:\/+)?(.*)$/is.exec(address) ?? [];
  const at = rest.lastIndexOf('@');
  const host = rest.slice(at + 1).replace(/([?#]).*$/s, '$1…');
  // A port is digits: anything else may be a password whose @ was forgotten.
  const open = host.replace(/:(?!\d*(?:[/?#]|$))[^/?#]*/g, ':…');
  return `${scheme}${at < 0 ? '' : '…@'}${open}`;
}

/** A text without the logins of the addresses in it. A password may have blanks in it: up to the last @ of a line all is one. */
export function withoutLogins(text: string): string {
  return text.replace(
    /"((?:[^"\\]|\\.)*)"|[a-z]+:\/+[^\s"/:@]*:(?!\d+(?:[/?#,;)\s]|$))[^"\n]*@[^\s"]*|[^\s"]+/gi,
    (all, quoted: string | undefined) => {
      const address = quoted ?? all;
      const colon = address.indexOf(':');
      if (colon < 0 || (!/[a-z]:\/\//i.test(address) && !address.includes('@', colon))) return all;
      if (quoted !== undefined) return `"${withoutLogin(quoted)}"`;
      const end = /[,.;:!?)]*$/.exec(all)?.[0] ?? '';
      return `${withoutLogin(all.slice(0, all.length - end.length))}${end}`;
    },
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
