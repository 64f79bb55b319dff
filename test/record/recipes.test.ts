import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {isFault, type Item, openItems} from '../../src/intake/index.ts';
import {singly} from '../../src/intake/piece.ts';
import {listed} from './folder.ts';
import {put, temporary} from '../desk.ts';

const page = readFileSync(join(packageRoot(), 'docs', 'record.md'), 'utf8');

/** Every command of the page, a line that is indented as code, by the program that it begins with. */
const recipes = [...page.matchAll(/^ {4}((?:git|gh|curl|kubectl|glab|jq|GET|POST) .*)$/gm)].map(
  ([, line = '']) => line,
);

/** Runs a line of the page as a person would, in a folder. */
function run(line: string, path: string, env: NodeJS.ProcessEnv = {}): void {
  execFileSync('sh', ['-c', line], {cwd: path, env: {...process.env, LC_ALL: 'C', ...env}, stdio: 'pipe'});
}

function isThere(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], {stdio: 'pipe'});
    return true;
  } catch {
    return false;
  }
}

function recipe(start: string): string {
  const found = recipes.find(line => line.startsWith(start));
  if (found === undefined) throw new Error(`docs/record.md has no recipe that begins with ${start}`);
  return found;
}

async function rowsOf(file: string): Promise<unknown[]> {
  const opened = await listed(singly(openItems(file)));
  expect(opened.filter(isFault)).toEqual([]);
  return opened.map(one => (one as Item).value);
}

describe('the recipes of docs/record.md', () => {
  test('are those that are run here', () => {
    expect(recipes.map(line => line.split(' ').slice(0, 3).join(' '))).toEqual([
      "git log --format='%cI",
      'gh api --paginate',
      'gh run list',
    ]);
  });

  test.skipIf(!isThere('git'))('git log gives JSON Lines, whatever stands in a subject', async () => {
    const there = temporary();
    const subjects = [
      '🟥 Cart "API" \\ v2 is down (0 in 0 ms) [skip ci] [upptime]',
      '🟩 Cart "API" \\ v2 is up (200 in 83 ms) [skip ci] [upptime]',
      'a tab\there, {"json": "\\u0041"}, & an ampersand',
      '"',
      '\\',
    ];
    run('git init -q .', there);
    for (const [at, subject] of subjects.entries()) {
      const time = `2025-05-06T1${at}:00:00+02:00`;
      const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'commit.gpgsign=false'];
      execFileSync('git', [...who, 'commit', '-q', '--allow-empty', '-m', subject], {
        cwd: there,
        env: {...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time},
      });
    }
    run(recipe('git log'), there);
    expect(await rowsOf(join(there, 'commits.jsonl'))).toEqual(
      subjects
        .map((subject, at) => ({
          committed_at: `2025-05-06T1${at}:00:00+02:00`,
          subject: subject.replace('\t', ''),
        }))
        .reverse(),
    );
  });

  /** A stand-in for gh that writes down how it was called and answers with pages, as gh does. */
  const gh = (there: string, answer: string) => {
    put(there, 'bin/answer', answer);
    const script = put(
      there,
      'bin/gh',
      '#!/bin/sh\nprintf \'%s\\n\' "$@" > asked\ncat "$(dirname "$0")/answer"\n',
    );
    run(`chmod +x '${script}'`, there);
    return {PATH: `${join(there, 'bin')}:${process.env['PATH'] ?? ''}`};
  };

  test('gh api gives pages of issues one behind the other', async () => {
    const there = temporary();
    run(recipe('gh api'), there, gh(there, '[{"number":1}][{"number":2}]'));
    expect(await rowsOf(join(there, 'issues.json'))).toEqual([{number: 1}, {number: 2}]);
    expect(readFileSync(join(there, 'asked'), 'utf8').split('\n')).toContain(
      'repos/OWNER/REPO/issues?labels=status&state=all',
    );
  });

  test('gh run list asks for every field that is read', async () => {
    const there = temporary();
    run(recipe('gh run list'), there, gh(there, '[{"databaseId":1}]'));
    expect(await rowsOf(join(there, 'runs.json'))).toEqual([{databaseId: 1}]);
    const asked = readFileSync(join(there, 'asked'), 'utf8').split('\n');
    const fields = asked[asked.indexOf('--json') + 1]?.split(',') ?? [];
    // Those that gh knows, as its manual lists them.
    const known =
      'attempt conclusion createdAt databaseId displayTitle event headBranch headSha name number startedAt status updatedAt url workflowDatabaseId workflowName'.split(
        ' ',
      );
    expect(fields.filter(field => !known.includes(field))).toEqual([]);
    expect(fields).toEqual(
      expect.arrayContaining(['databaseId', 'attempt', 'startedAt', 'updatedAt', 'conclusion']),
    );
  });
});

if (!isThere('gh'))
  console.log('gh is not installed: that it takes the arguments of docs/record.md is not proved');
if (!isThere('git')) console.log('git is not installed: that its log becomes JSON Lines is not proved');
