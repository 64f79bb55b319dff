import * as z from 'zod';
import type {EpochMs} from '../../calendar/index.ts';
import {type Address, withoutLogins} from './address.ts';

/** One series of an answer. Its points are looked at where they are used: there may be a million. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly unknown[];
}

export type ServerAnswer =
  | {readonly ok: true; readonly series: readonly Series[]; readonly warnings: readonly string[]}
  | {
      readonly ok: false;
      readonly message: string;
      readonly hint: string;
      /** Whether a shorter stretch may be answered where this one was not. */
      readonly tooMuch: boolean;
    };

export interface RangeQuery {
  readonly query: string;
  /** The instants of the first and the last point. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly stepMs: number;
}

/** How much a server may make us wait for and hold. */
export interface ServerPatience {
  /** For one answer. A server gives up after two minutes by itself, unless told. */
  readonly milliseconds: number;
  readonly bytes: number;
}

export const PATIENCE: ServerPatience = {milliseconds: 150_000, bytes: 16 * 2 ** 20};

/** What every answer holds; anything beside it is passed over. */
const MATRIX = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(
      z.object({metric: z.record(z.string(), z.string()), values: z.array(z.unknown()).optional()}),
    ),
  }),
  warnings: z.array(z.string()).nullish(),
});
const ERROR = z.object({status: z.literal('error'), errorType: z.string(), error: z.string()});

/**
 * Asks one server, and no other: it is not followed where it sends us on. A connection that breaks off, as those do that
 * a proxy has kept too long, is tried once more. Never throws.
 */
export async function ask(
  address: Address,
  question: RangeQuery,
  patience: ServerPatience,
  tries = 2,
): Promise<ServerAnswer> {
  const {query, start, end, stepMs} = question;
  const form = {
    query,
    start: String(start / 1000),
    end: String(end / 1000),
    step: String(stepMs / 1000),
  };
  const {authorization} = address;
  try {
    const response = await fetch(address.target, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: {accept: 'application/json', ...(authorization === null ? {} : {authorization})},
      redirect: 'manual',
      signal: AbortSignal.timeout(patience.milliseconds),
    });
    const text = await bodyOf(response, patience.bytes);
    return text === undefined ? tooLarge(patience.bytes) : answerOf(response, text);
  } catch (error) {
    if (tries > 1 && BROKEN.test(causeOf(error))) return ask(address, question, patience, tries - 1);
    return unanswered(error, patience);
  }
}

/** The body as text; undefined where it is larger than `bytes`. */
async function bodyOf(response: Response, bytes: number): Promise<string | undefined> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let held = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    held += chunk.byteLength;
    // Leaving the loop ends the transfer.
    if (held > bytes) return undefined;
    text += decoder.decode(chunk, {stream: true});
  }
  return text + decoder.decode();
}

function answerOf(response: Response, text: string): ServerAnswer {
  const {status} = response;
  if (status >= 300 && status < 400) return sentOn(response);
  const json = jsonOf(text);
  const wrong = ERROR.safeParse(json);
  if (wrong.success) return serverError(wrong.data.errorType, wrong.data.error);
  if (status === 401 || status === 403) {
    const hint =
      'write http://name:password@host where it takes those, or ask through a proxy that logs you in';
    return refused(`answers ${status}: it wants to know who asks`, hint);
  }
  if (status === 404 || status === 405) {
    return refused(`answers ${status}: it has no /api/v1/query_range there`, PREFIX_HINT);
  }
  if (!response.ok) return refused(`answers ${status}${headOf(text)}`, 'try again once it is well');
  const matrix = MATRIX.safeParse(json);
  if (!matrix.success) return refused(`does not answer as Prometheus does${headOf(text)}`, PREFIX_HINT);
  const series: Series[] = [];
  for (const {metric, values} of matrix.data.data.result) {
    if (values === undefined) {
      return refused(
        'gives histograms, not numbers',
        'make a number of them in the query: histogram_quantile, or a bound',
      );
    }
    series.push({labels: metric, points: values});
  }
  return {ok: true, series, warnings: (matrix.data.warnings ?? []).map(one => short(one))};
}

const PREFIX_HINT =
  'write the address under which its API lies: Mimir has it under /prometheus; a page for people may ask to log in first';

/** By what servers of several makes say of a question that is too long for them. */
const TOO_MUCH =
  /too many (?:samples|points)|maximum resolution|exceeds the limit|too (?:large|long)|timed? ?out/i;

function serverError(kind: string, error: string): ServerAnswer {
  const tooMuch = TOO_MUCH.test(error) || kind === 'timeout';
  const hint = tooMuch
    ? 'ask for fewer series, or in longer steps'
    : kind === 'bad_data' || kind === 'execution'
      ? 'correct the query: the page of the server shows what it gives'
      : 'try again once it is well';
  return {ok: false, message: `says ${kind}: ${short(error)}`, hint, tooMuch};
}

function sentOn(response: Response): ServerAnswer {
  const location = response.headers.get('location') ?? '';
  const {href, protocol, host, pathname} = URL.canParse(location, response.url)
    ? new URL(location, response.url)
    : {href: '', protocol: '', host: '', pathname: ''};
  const where = href === '' ? 'elsewhere' : `on to ${protocol}//${host}${pathname}`;
  const hint =
    'only the server that record.yaml names is asked: name the other one, if it is the one you mean';
  return refused(`answers ${response.status} and sends us ${where}`, hint);
}

function tooLarge(bytes: number): ServerAnswer {
  return {
    ok: false,
    message: `answers with more than ${Math.floor(bytes / 2 ** 20)} MiB`,
    hint: 'ask for fewer series: join them in the query',
    tooMuch: true,
  };
}

function unanswered(error: unknown, {milliseconds}: ServerPatience): ServerAnswer {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') {
    const message = `has not answered within ${milliseconds / 1000} s`;
    return {ok: false, message, hint: 'ask for fewer series, or in longer steps', tooMuch: true};
  }
  const name = causeOf(error);
  const [, said, hint] = FAILURES.find(([pattern]) => pattern.test(name)) ?? [
    null,
    `cannot be asked (${withoutLogins(name)})`,
    'check the address, and that the server runs',
  ];
  return refused(said.replace('%', name), hint);
}

/** What fetch throws tells in its cause what happened: by a code, or in words. */
function causeOf(error: unknown): string {
  const {cause, message = ''} = error as {readonly cause?: unknown; readonly message?: string};
  const {code, message: words} = (cause ?? error) as {readonly code?: unknown; readonly message?: string};
  return typeof code === 'string' ? code : (words ?? message);
}

const BROKEN = /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/;

const FAILURES: readonly (readonly [RegExp, string, string])[] = [
  [/^ECONNREFUSED$/, 'refuses the connection', 'start the server, or correct host and port'],
  [
    /^(?:ENOTFOUND|EAI_AGAIN)$/,
    'is not found: no host has that name',
    'correct the name, or connect to its network',
  ],
  [
    /^(?:EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    'is out of reach (%)',
    'connect to its network',
  ],
  [BROKEN, 'broke off (%)', 'try again; a proxy between may end long answers'],
  // By its code on Node 20 and 22; Node 24 tells it in words alone.
  [
    /^HPE_|does not match the HTTP\/1\.1 protocol/,
    'does not speak HTTP',
    'https:// may be meant, or another port',
  ],
  [/^(?:EPROTO|ERR_SSL)/, 'does not speak TLS', 'http:// may be meant, or another port'],
  [
    /CERT|^UNABLE_TO/,
    'shows a certificate that is not trusted (%)',
    'name its authority in NODE_EXTRA_CA_CERTS',
  ],
];

function refused(message: string, hint: string): ServerAnswer {
  return {ok: false, message, hint, tooMuch: false};
}

/** The first `most` characters of a server's answer, without the logins of the addresses in it: it may quote ours. */
function short(words: string, most = 300): string {
  const bare = withoutLogins(words);
  return bare.length > most ? `${bare.slice(0, most - 1)}…` : bare;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The title of a page or the first words of a text, so that one sees who answered. */
function headOf(text: string): string {
  const head = text.slice(0, 2000);
  const title = /<title[^>]*>([^<]*)/i.exec(head)?.[1]?.trim();
  const words = (title ?? head.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
  if (words === '') return '';
  return `: ${JSON.stringify(short(words, 80))}`;
}
