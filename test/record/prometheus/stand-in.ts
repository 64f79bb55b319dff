import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';

/** One question that came in. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly query: string;
  /** Milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

export interface StandIn {
  readonly url: string;
  readonly asked: readonly Asked[];
}

/** What a stand-in answers: a JSON value, or whatever it does with the connection itself. */
export type Answering = (asked: Asked, response: ServerResponse) => unknown;

/** A server on loopback that answers as it is told, for the time of one test. */
export async function standIn(answering: Answering): Promise<StandIn> {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(await bodyOf(request));
    const ms = (name: string) => Math.round(Number(form.get(name)) * 1000);
    const one: Asked = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      query: form.get('query') ?? '',
      start: ms('start'),
      end: ms('end'),
      step: ms('step'),
    };
    asked.push(one);
    const json = answering(one, response);
    if (json !== undefined) response.end(JSON.stringify(json));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked};
}

/** An address at which nothing listens: one that was free a moment ago. */
export async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

/** Points of one answer: a value for each instant, or none. */
export function points({start, end, step}: Asked, value: (at: number) => string | undefined) {
  const found: [number, string][] = [];
  for (let at = start; at <= end; at += step) {
    const text = value(at);
    if (text !== undefined) found.push([at / 1000, text]);
  }
  return found;
}

/** An answer of the API that holds `series`, by their labels. */
export function matrix(
  series: readonly {readonly metric: Readonly<Record<string, string>>; readonly values: readonly unknown[]}[],
  more: object = {},
) {
  return {status: 'success', data: {resultType: 'matrix', result: series}, ...more};
}
