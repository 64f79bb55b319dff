// The folder as a whole: record.yaml and every export that it names.
import {costs} from './costs.mjs';
import {exposures, RECORD, SYSTEMS, toolId} from './firm.mjs';
import {load, pnl} from './market.mjs';
import {outages} from './outages.mjs';
import {githubDeployments, jenkins, releaseLog} from './releases.mjs';
import {opsgenie, pagerduty, statuspage, tickets} from './tickets.mjs';
import {orders, prober, upptime} from './watches.mjs';

/** The texts of all files by their paths in the record's folder. @param {readonly import('./time.mjs').Session[]} sessions Of New York, over the days of the record. */
export function recordFiles(sessions) {
  const happened = outages(sessions);
  const written = tickets(happened);
  return new Map([
    recordYaml(),
    ...pagerduty(written),
    opsgenie(written),
    statuspage(written),
    prober(happened),
    upptime(happened),
    orders(happened, sessions),
    releaseLog(sessions, written),
    ...githubDeployments(),
    jenkins(),
    load(sessions),
    ...pnl(sessions),
    costs(),
  ]);
}

/** @returns {readonly [string, string]} */
function recordYaml() {
  const systems = SYSTEMS.map(system => {
    const pods = exposures(system).map(({pod, share}) => `${pod}: ${share}`);
    const names = [system.title, ...(system.tells === 'statuspage' ? [] : [toolId(system)])];
    return [
      `  ${system.id}:`,
      `    names: [${names.join(', ')}]`,
      ...(system.watch === null ? [] : ['    counts: probes']),
      `    pods: {${folded(pods)}}`,
    ].join('\n');
  });
  return ['record.yaml', `${HEAD}\n${systems.join('\n')}\n\n${SOURCES}`];
}

/** Pairs of a map over several lines. @param {readonly string[]} pairs */
function folded(pairs) {
  const lines = [];
  for (let at = 0; at < pairs.length; at += 12) lines.push(pairs.slice(at, at + 12).join(', '));
  return lines.join(',\n      ');
}

const HEAD = `# Made up from end to end by scripts/example-record.mjs: the firm, its pods and their PnL, the systems, and every
# outage and deployment. README.md tells what is in it. Run the script again rather than change a file by hand.
format: 1
zone: America/New_York
covers: {from: ${RECORD.from}, to: ${RECORD.to}}
calendars: [XNYS]

# The first six are what trading runs on, and the candidate's; the next three are the candidate's too. The last three are
# run by others, and show what happened where the candidate had no hand in it. Under pods: the share of a pod's PnL that
# stops with the system, as the desk's map of dependencies estimates it.
systems:`;

const SOURCES = `sources:
  - name: pages
    kind: pagerduty
    files: [pagerduty/*.json]
    disclosure: confidential

  - name: research-incidents
    kind: opsgenie
    files: [opsgenie/incidents.json]
    disclosure: confidential

  # A vendor tells its incidents to everybody.
  - name: vendor-status
    kind: statuspage
    files: [statuspage/incidents.json]
    disclosure: public

  # The firm's own prober looks every 15 seconds and writes down when a state changes. Where it was off it wrote nothing.
  - name: prober
    kind: table
    into: intervals
    files: [prober/state-changes.csv]
    disclosure: confidential
    columns: {system: target, start: from, end: to, state: state (made up)}

  - name: pings
    kind: upptime
    files: [upptime/commits.jsonl]
    disclosure: confidential

  # Since July 2026 an order to nowhere is sent through the router once a minute of the session.
  - name: orders
    kind: probes
    files: [orders/*.csv]
    disclosure: confidential
    system: order-router
    columns: {ok: ok (made up)}
    timeUnit: s
    every: 60s

  # The only one of the exports that says which incident a deployment caused.
  - name: release-log
    kind: table
    into: deployments
    files: [release-log/strategies.csv]
    disclosure: confidential
    columns:
      service: pod
      committedAt: committed
      startedAt: started
      finishedAt: finished
      caused: caused incident (made up)

  - name: platform-deployments
    kind: github-deployments
    files: [github/*.json]
    disclosure: confidential

  # The traders' desktop stayed on the old pipeline: what changed there changed without it.
  - name: desktop-builds
    kind: jenkins
    files: [jenkins/trader-desktop.json]
    disclosure: confidential

  - name: messages
    kind: load
    files: [load/messages.csv]
    disclosure: confidential
    columns: {system: service, at: time, load: messages a second (made up)}

  - name: pnl
    kind: pnl
    files: [pnl/*.csv]
    disclosure: confidential
    columns: {amount: usd (made up)}
    currency: USD

  # Two of the clusters moved in February and March 2026; the offices did not.
  - name: machines
    kind: costs
    files: [costs/*.csv]
    disclosure: confidential
    columns: {scope: cluster, amount: usd (made up)}
    currency: USD
`;
