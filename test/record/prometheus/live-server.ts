import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

/** Whether there is a Prometheus here. One that does not run is a failure, and not a reason to skip. */
export const hasPrometheus = ['prometheus', 'promtool'].every(
  program => spawnSync(program, ['--version'], {stdio: 'ignore'}).error === undefined,
);

/** A sample as it is filed: the labels in braces, the value as text, the instant in milliseconds. */
export interface Sample {
  readonly labels: string;
  readonly value: string;
  readonly at: number;
}

export interface LiveServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Runs the program and ends it by its id, at the latest when our end of the pipe to it closes: with this process. */
const LEASH =
  'exec 3<&0; "$0" "$@" </dev/null 3<&- & child=$!; (cat <&3 >/dev/null 2>&1; kill -KILL $child) 2>/dev/null & wait $child';

/** Debian's Prometheus on a free port of loopback, over samples by metric, in an empty folder. */
export async function prometheusWith(
  folder: string,
  metrics: Readonly<Record<string, readonly Sample[]>>,
): Promise<LiveServer> {
  const [samples, data, config] = ['samples.txt', 'data', 'prometheus.yml'].map(name => join(folder, name));
  writeFileSync(samples as string, openMetrics(metrics));
  writeFileSync(config as string, 'global: {}\n');
  const filed = spawnSync(
    'promtool',
    [
      'tsdb',
      'create-blocks-from',
      '--max-block-duration=720h',
      'openmetrics',
      '-q',
      samples as string,
      data as string,
    ],
    {
      encoding: 'utf8',
    },
  );
  if (filed.status !== 0) throw new Error(`promtool: ${filed.stderr}`);
  const child = spawn(
    'sh',
    [
      '-c',
      LEASH,
      'prometheus',
      `--config.file=${config}`,
      // The port is the system's to choose; the log says which it was.
      '--web.listen-address=127.0.0.1:0',
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=100y',
    ],
    {stdio: ['pipe', 'ignore', 'pipe']},
  );
  const ended = once(child, 'exit');
  const stop = async () => {
    child.stdin?.end();
    await ended;
  };
  try {
    return {url: await addressIn(child), stop};
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Reads the log until the server takes questions. The two lines that say so come from two threads of it, in either
 * order on a busy machine: waiting for the second alone waits for ever where it was the first.
 */
async function addressIn(child: ChildProcess): Promise<string> {
  let log = '';
  let address = '';
  let isReady = false;
  if (child.stderr === null) throw new Error('prometheus has no log');
  for await (const line of createInterface({input: child.stderr})) {
    log += `${line}\n`;
    address ||= /msg="Listening on" address=(\S+)/.exec(line)?.[1] ?? '';
    isReady ||= line.includes('Server is ready to receive web requests');
    if (address !== '' && isReady) {
      // What it logs from here on is nobody's, and must not fill the pipe.
      child.stderr.resume();
      return `http://${address}`;
    }
  }
  throw new Error(`prometheus did not start:\n${log}`);
}

function openMetrics(metrics: Readonly<Record<string, readonly Sample[]>>): string {
  const lines = Object.entries(metrics).flatMap(([name, samples]) => [
    `# TYPE ${name} gauge`,
    ...samples.map(({labels, value, at}) => `${name}${labels} ${value} ${at / 1000}`),
  ]);
  return [...lines, '# EOF', ''].join('\n');
}
