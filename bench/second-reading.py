"""Reads exports a second time, and says where `parley record` comes to other figures.

    python3 bench/second-reading.py FOLDER [--all] [parley ...]

Each folder in FOLDER holds one export beside a record.yaml of one source, written as JSON (which YAML takes). Nothing of
parley is used but its answer: the rules are those that the makers of the tools and docs/record.md write down. `parley`
is the command to run, `node dist/bin/parley.js` unless told. Prints a line for each folder, and the figures that
differ, or with --all every one; ends with 1 where one differs.
"""

import csv
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

csv.field_size_limit(10**9)
MINUTE = timedelta(minutes=1)


def instant(text, zone=None):
    """`2022-06-06T12:02:02Z`, or a clock of `zone`; milliseconds at the finest, as parley keeps them."""
    if text in (None, ""):
        return None
    at = datetime.fromisoformat(re.sub(r"(\.\d{3})\d+", r"\1", str(text).strip()).replace("Z", "+00:00"))
    return (at if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone))).astimezone(timezone.utc)


def rows(path, at):
    """Objects of a JSON page, list or lines, or of a CSV by its headings; DevLake's raw tables by their answers."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".csv":
        found = list(csv.DictReader([line for line in text.splitlines() if line != ""]))
        if found and {"params", "data"} <= set(found[0]):
            return [json.loads(row["data"]) | {"devlake": json.loads(row["params"])} for row in found]
        return found
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line]
    page = json.loads(text)
    return page if isinstance(page, list) else page[at]


def deep(row, path):
    """`service.summary` looks inside `service`; a heading may hold the point itself."""
    if path in row:
        return row[path]
    for name in path.split("."):
        row = row.get(name) if isinstance(row, dict) else None
    return row


# What an incident is: (system, state, start, end or None, when it was last heard of). Of a row that does not count, none.


def table(row, source):
    columns = source["columns"] if "columns" in source else {}
    cell = lambda field: deep(row, columns.get(field, field))
    words = {word.lower(): state for word, state in source.get("states", {}).items()}
    state = source.get("state") or words[cell("state").lower()]
    start = instant(cell("start"), source["zone"])
    yield source.get("system") or cell("system"), state, start, instant(cell("end"), source["zone"]), start


def pagerduty(row, source):
    """Of the first version of the API the times are called `…_on`, and a resolved incident ends with its last change."""
    service = row["service"] if isinstance(row["service"], dict) else {}
    changed = instant(row.get("last_status_change_at") or row.get("last_status_change_on"))
    end = instant(row.get("resolved_at")) or (changed if row["status"] == "resolved" else None)
    state = {"high": "down", "low": "degraded"}[row["urgency"]]
    system = source.get("system") or service.get("summary") or service.get("name")
    yield system, state, instant(row.get("created_at") or row.get("created_on")), end, changed


def opsgenie(row, source):
    state = {"P1": "down", "P2": "down", "P3": "degraded", "P4": "degraded"}.get(row["priority"])
    if state is None:
        return
    for system in row["impactedServices"]:
        yield system, state, instant(row["impactStartDate"]), instant(row.get("impactEndDate")), instant(row["updatedAt"])


def statuspage(row, source):
    """A window whose year or month was mistyped lies weeks from the incident: then the times of the posts count."""
    state = {"critical": "down", "major": "down", "minor": "degraded", "none": None, "maintenance": None}[row["impact"]]
    if state is None:
        return
    posted, resolved = instant(row.get("started_at") or row["created_at"]), instant(row["resolved_at"])
    window = row.get("impact_window") or {}
    start, end = instant(window.get("start_at")) or posted, instant(window.get("end_at")) or resolved
    if abs(start - posted) > timedelta(days=28) or abs(end - resolved) > timedelta(days=28) or end < start:
        start, end = posted, resolved
    names = [source["system"]] if "system" in source else [one["name"] for one in row["components"]]
    for system in names or [source["name"]]:
        yield system, state, start, end, end


# What a deployment is: (service, environment, result). `other` is all that neither went out nor failed.


def github_runs(row, source):
    if row.get("event") == "schedule" or row["conclusion"] == "skipped":
        return
    service = source.get("system") or row["repository"]["full_name"]
    ended = {"success": "success", "failure": "failure", "timed_out": "failure", "startup_failure": "failure"}
    done = row["status"] == "completed"
    yield service, row.get("workflowName") or row["name"], ended.get(row["conclusion"], "other") if done else "other"


def github_deployments(row, source):
    row = {key.lower().replace("_", ""): value for key, value in row.items()}
    if not re.match(r"prod(uction)?([^a-z]|$)", row["environment"], re.I):
        return
    service = row["repositoryurl"].split("/")[-1] if "repositoryurl" in row else row["repository"]["Name"]
    statuses = row.get("statuses") or []
    said = {one["state"].lower() for one in (statuses if isinstance(statuses, list) else statuses["nodes"])}
    result = "success" if "success" in said else "failure" if said & {"failure", "error"} else "other"
    yield service, row["environment"], result


def gitlab(row, source):
    """A job that failed in a deployment that did not leaves open how it ended."""
    if not row["environment"]["name"].lower().startswith("prod"):
        return
    job = (row.get("deployable") or {}).get("status")
    result = row["status"] if row["status"] in ("success", "failed") and job in (None, row["status"]) else "other"
    address = (row.get("deployable") or {}).get("pipeline", {}).get("web_url", "")
    yield source.get("system") or address.split("/-/")[0].split("/")[-1], row["environment"]["name"], result.replace("failed", "failure")


def jenkins(row, source):
    """A pipeline may set its result early: while `building` it is not over."""
    job = row["devlake"]["FullName"] if "devlake" in row else row["url"].split("/job/", 1)[1].rsplit("/", 2)[0]
    result = "other" if row.get("building") else {"SUCCESS": "success", "FAILURE": "failure"}.get(row["result"], "other")
    yield job, "unstated", result


def argocd(text, source):
    """`kubectl get -o yaml` sorts its keys: an entry of the history begins with deployStartedAt, in the margin of `history`."""
    history = text.split("\n  history:\n")[1].split("\n  operationState:")[0]
    one = lambda key: re.search(rf"\n  {key}: (\S+)", text.split("\nstatus:")[0])[1]
    for _ in re.findall(r"^  - deployStartedAt: \S+\n    deployedAt: \S+$", history, re.M):
        yield one("name"), re.search(r"destination:\n    namespace: (\S+)", text)[1], "success"


INCIDENTS = {"table": table, "pagerduty": pagerduty, "opsgenie": opsgenie, "statuspage": statuspage}
DEPLOYMENTS = {
    "github-runs": github_runs,
    "github-deployments": github_deployments,
    "gitlab": gitlab,
    "jenkins": jenkins,
}

# What watches: (system, state, start, end), side by side; of what they leave out nothing is known.


def upptime(found, source):
    """A state holds until the next commit of its site, or the last of all; silence of over two days and a half says nothing."""
    by_site = defaultdict(list)
    for row in found:
        by_site[row["site"]].append((instant(row["committed_at"]), row["status"]))
    last = max(at for seen in by_site.values() for at, _ in seen)
    for site, seen in by_site.items():
        seen.sort(key=lambda one: one[0])
        for (at, state), (until, _) in zip(seen, [*seen[1:], (last, None)]):
            if until - at <= timedelta(days=2.5):
                yield site, state, at, until


def probes(found, source):
    """Minutes, or as many of them as `every` says, from the beginning of the day; the gravest state of each."""
    words = {"success": "up", "ok": "up", "up": "up", "down": "down"} | source.get("states", {})
    columns = source.get("columns", {})
    block = {"s": timedelta(seconds=1), "m": MINUTE}[source["every"][-1]] * int(source["every"][:-1])
    states = defaultdict(set)
    for row in found:
        at = instant(" ".join(row[part] for part in columns.get("at", "at").split(" + ")), source["zone"])
        state = words[row[columns.get("ok", "ok")].strip()]
        begin = at.replace(hour=0, minute=0, second=0, microsecond=0)
        if state is not None:
            states[source.get("system") or row[columns.get("system", "system")], begin + (at - begin) // block * block].add(state)
    for (system, at), seen in states.items():
        yield system, seen.pop() if len(seen) == 1 else "degraded", at, at + block


def prometheus(found, source):
    """A point speaks for the step that ends with it."""
    step = timedelta(seconds=int(source["step"][:-1]))
    for series in found:
        for seconds, value in series["values"]:
            at = datetime.fromtimestamp(seconds, timezone.utc)
            yield series["metric"]["instance"], {"1": "up", "0": "down"}[value], at - step, at


WATCHES = {"upptime": upptime, "probes": probes, "prometheus": prometheus}


def minutes(spans):
    """How long it was in any of them, in minutes."""
    total, reached = timedelta(), None
    for start, end in sorted(spans):
        start = start if reached is None else max(start, reached)
        if end > start:
            total, reached = total + (end - start), end
    return total / MINUTE


def shares(intervals, watches, covers):
    """By system: how often it was hit, the minutes it was down, its uptime in percent."""
    ends = [end or heard for *_, end, heard in intervals]
    begin, until = covers or (min(start for _, _, start, _, _ in intervals), max(ends))
    clip = lambda start, end: (max(start, begin), min(end, until))
    by_system = defaultdict(list)
    for system, state, start, end, _ in intervals:
        by_system[system].append((state, *clip(start, end or until)))
    for system, all_of_it in sorted(by_system.items()):
        spans = [(start, end) for _, start, end in all_of_it if end > start]
        down = minutes([(start, end) for state, start, end in all_of_it if state == "down" and end > start])
        known = minutes(spans) if watches else (until - begin) / MINUTE
        hit = None if watches else sum(start < until and end >= begin for _, start, end in all_of_it)
        yield system, (hit, down, known)


def second(folder):
    """The figures of this program: of each system or service what was counted."""
    spec = json.loads((folder / "record.yaml").read_text())
    [source] = spec["sources"]
    source.setdefault("zone", spec.get("zone"))
    kind, paths = source["kind"], [folder / name for name in source["files"]]
    if kind == "argocd":
        return Counter(one for path in paths for one in argocd(path.read_text(), source))
    at = source.get("at") or {"github-runs": "workflow_runs", "jenkins": "builds"}.get(kind, "incidents")
    if kind == "prometheus":
        found = [series for path in paths for series in json.loads(path.read_text())["data"]["result"]]
    else:
        found = [row for path in paths for row in rows(path, at)]
    if kind in DEPLOYMENTS:
        return Counter(one for row in found for one in DEPLOYMENTS[kind](row, source))
    covers = spec.get("covers")
    if covers:
        last = timedelta(days=1) if len(covers["to"]) == 10 else timedelta()
        covers = (instant(covers["from"], "UTC"), instant(covers["to"], "UTC") + last)
    if kind in WATCHES:
        told = [(*one, one[-1]) for one in WATCHES[kind](found, source)]
        return dict(shares(told, True, covers))
    return dict(shares([one for row in found for one in INCIDENTS[kind](row, source)], False, covers))


def first(folder, command):
    """The figures of parley, in the same shape; or what it ended with."""
    done = subprocess.run([*command, "record", str(folder), "--json", "--skip-bad"], capture_output=True, text=True)
    if done.returncode != 0:
        return f"ends with {done.returncode}: {done.stderr.strip().splitlines()[0]}"
    report = json.loads(done.stdout)
    figures = Counter()
    for row in report["deployments"]:
        for result, count in row["results"].items():
            known = result if result in ("success", "failure") else "other"
            figures[row["service"], row["environment"], known] += count
    for system in report["systems"]:
        basis = system["uptimes"][-1]
        watched = all(one["watches"] for one in report["sources"])
        known = sum(basis["minutes"][state] for state in ("up", "degraded", "down"))
        hit = None if watched else system["incidents"]
        figures[system["system"]] = (hit, basis["minutes"]["down"], known)
    return figures


def equal(one, other):
    """Counts are equal; minutes are, but for a millisecond at either end, which no export is finer than."""
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return one == other
    return one[0] == other[0] and all(abs(a - b) <= 0.0011 / 60 for a, b in zip(one[1:], other[1:]))


def shown(figure):
    if not isinstance(figure, tuple):
        return str(figure)
    hit, down, known = figure
    share = "unknown" if known == 0 else f"{100 * (1 - down / known):.3f}%"
    return f"{share}, down {down:.2f} of {known:.2f} min" + ("" if hit is None else f", {hit} incidents")


def main(folder, *command):
    differ = 0
    for one in sorted(path.parent for path in Path(folder).glob("*/record.yaml")):
        ours, its = first(one, command or ("node", "dist/bin/parley.js")), second(one)
        read = ours if isinstance(ours, dict) else {}
        apart = [key for key in sorted({*its, *read}, key=str) if not equal(read.get(key), its.get(key))]
        differ += bool(apart)
        print(f"{one.name}: {'DIFFERENT' if apart else 'same'}, {len(its)} figures")
        for key in apart:
            mine = shown(read.get(key)) if read else ours
            print(f"  {key}: parley {mine}; this program {shown(its.get(key))}")
        if "--all" in sys.argv and not apart:
            for key, figure in sorted(its.items(), key=str):
                print(f"  {key}: {shown(figure)}")
    return 1 if differ else 0


if __name__ == "__main__":
    told = [one for one in sys.argv[1:] if one != "--all"]
    sys.exit(main(*told) if told else __doc__)
