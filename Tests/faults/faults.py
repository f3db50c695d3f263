#!/usr/bin/env python3
"""Lets one call of the system after the other fail while yuebao works, and looks at what it leaves.

  faults.py YUEBAO FAULTS.so [--sample N] [--seed S] [--part I/N] [--only SCENARIO] [--kind KIND,…] [--prove] [--messages]

For each scenario a first time counts the calls of each kind. Then, for each call, each error and each way to fail
(once, or from then on), the same command runs in a fresh copy: it must end with an exit code of the manual and a
message that names the file, or do its work whole; nothing may be half written; and the same command, run again on
a sound machine, must leave what an undisturbed one leaves, byte for byte, history included.

With --sample a seeded choice of N points is tried, with --part every N-th from the I-th on, so that several processes or
nights may share them; --prove compares the counts with those of strace.
"""
import argparse, collections, errno, os, random, re, shutil, signal, subprocess, sys, tempfile

from compare import changes, history, tree
from scenarios import SCENARIOS

KINDS = {  # the errors that each kind of call may have; 0 is a short read or write, -1 an early end of file
    "open": [errno.EMFILE, errno.EIO, errno.EACCES, errno.ENOSPC],
    "read": [errno.EIO, 0, -1],
    "write": [errno.ENOSPC, errno.EIO, 0],
    "rename": [errno.EIO, errno.ENOSPC, errno.EINVAL],
    "link": [errno.EPERM, errno.EMLINK, errno.EIO],
    "sync": [errno.EIO],
    "close": [errno.EIO],
    "mkdir": [errno.ENOSPC, errno.EACCES],
    "remove": [errno.EACCES],
    "truncate": [errno.ENOSPC, errno.EIO],
    "map": [errno.ENOMEM],
    "list": [errno.EIO, errno.EMFILE],
    "stat": [errno.EIO, errno.EACCES],
    "lock": [errno.EAGAIN, errno.ENOLCK],
    "print": [errno.ENOSPC, errno.EIO, 0],
    "memory": [errno.ENOMEM, errno.EMFILE],
}
MANY = 400  # of a kind with more calls, so many are tried, evenly spread: they are of one loop
ALWAYS = {errno.ENOSPC, errno.EIO, errno.EMFILE, errno.EACCES, errno.EAGAIN}  # these also fail from then on
CODES = {65, 66, 73, 75}  # what a machine that fails may end with; never 64, 70, 78 or a signal
Point = collections.namedtuple("Point", "scenario kind at error times")


def says(point):
    what = {0: "short", -1: "early end"}.get(point.error) or errno.errorcode[point.error]
    return f"{point.scenario} {point.kind} {point.at} {what}" + (" and on" if point.times > 1 else "")


class Bench:
    def __init__(self, yuebao, library, work):
        self.yuebao, self.library, self.work = os.path.abspath(yuebao), os.path.abspath(library), work
        self.problems, self.messages, self.outcomes = [], collections.Counter(), collections.Counter()
        self.ready = {}

    def call(self, arguments, faults=None, prefix=()):
        """Exit code, standard output and standard error of a command, with some call failing."""
        environment = {"PATH": os.path.dirname(self.yuebao) + ":" + os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"}
        if faults is not None:
            environment |= {"LD_PRELOAD": self.library, "FAULTS_ROOT": self.work + "/c"} | faults
        whole = [self.work + "/" + a if a == "c" or a.startswith("c/") else a for a in arguments]
        done = subprocess.run([*prefix, self.yuebao, *whole], capture_output=True, env=environment,
                              cwd=self.work, timeout=120)
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    def begin(self, scenario):
        """A fresh copy of the scenario's folder."""
        shutil.rmtree(self.work + "/c", ignore_errors=True)
        shutil.copytree(self.ready[scenario.name][0], self.work + "/c", symlinks=True)

    def prepare(self, scenario):
        """Makes the scenario's folder and what an undisturbed command leaves of it; answers with its counts."""
        folder = f"{self.work}/ready-{scenario.name}"
        shutil.rmtree(self.work + "/c", ignore_errors=True)
        os.mkdir(self.work + "/c")
        scenario.prepare(self.work + "/c", lambda *arguments: self.sound(arguments))
        shutil.copytree(self.work + "/c", folder, symlinks=True)
        before = tree(folder)
        self.ready[scenario.name] = (folder, before, None)
        code, out, err = self.call(scenario.command)
        assert code == scenario.code, (scenario.name, code, err)
        self.ready[scenario.name] = (folder, before, (tree(self.work + "/c"), history(self.work + "/c"), out))
        return self.counts(scenario)

    def sound(self, arguments):
        code, _, err = self.call(arguments)
        assert code in (0, 65), (arguments, code, err)

    def counts(self, scenario, prefix=()):
        self.begin(scenario)
        log = self.work + "/log"
        open(log, "w").close()
        code, _, err = self.call(scenario.command, {"FAULTS_LOG": log}, prefix)
        assert code == scenario.code, (scenario.name, code, err)
        lines = [line.split() for line in open(log, errors="replace")]
        return {line[1]: int(line[2]) for line in lines if line[0] == "count"}

    def points(self, scenario, kinds):
        for kind, number in kinds.items():
            if kind not in KINDS:
                continue
            step = max(1, number // MANY)
            for at in range(1, number + 1, step):
                for error in KINDS[kind]:
                    yield Point(scenario.name, kind, at, error, 1)
                    # SQLite waits five seconds for a lock that is never free.
                    if error in ALWAYS and (kind != "lock" or at % 25 == 1):
                        yield Point(scenario.name, kind, at, error, 1 << 30)

    def attempt(self, point, scenario):
        """Tries one point; answers with whether the call was met."""
        self.begin(scenario)
        log = self.work + "/log"
        open(log, "w").close()
        code, out, err = self.call(scenario.command, {
            "FAULTS_LOG": log, "FAULTS_KIND": point.kind, "FAULTS_AT": str(point.at),
            "FAULTS_FOR": str(point.times), "FAULTS_ERROR": str(point.error)})
        failed = [line.rstrip("\n").split(" ", 4)[4] for line in open(log, errors="replace")
                  if line.startswith("failed ")]
        if not failed:
            return False
        for problem in self.judge(point, scenario, code, out, err, failed):
            self.problems.append(point)
            print(f"{says(point)} ({failed[0][len(self.work) + 3:]}): {problem}", flush=True)
        return True

    def judge(self, point, scenario, code, out, err, failed):
        before, (after, after_history, after_out) = self.ready[scenario.name][1:]
        now = tree(self.work + "/c")
        self.outcomes[(point.kind, code)] += 1
        told = False
        if code == scenario.code:
            text = out.decode("utf-8", "replace") + err + "".join(
                open(f"{self.work}/c/{name}", encoding="utf-8-sig").read() for name in now
                if name.endswith("findings.csv"))
            told = scenario.reads and self.names(failed, text) and re.search("file-unreadable|没有读", text)
            differing = [name for name in changes(now, after, scenario.loose)
                         if not (point.kind in ("remove", "list", "stat") and ".new-" in name)]
            # Not the same: then it must have said so, in its output, of the very file.
            if (out != after_out or differing) and not told:
                yield f"exit {code}, but not the same: {differing or out.decode()} {err}"
        elif code not in CODES:
            yield f"exit {code}: {err}"
        else:
            # What was not read before it ended is in the history; the next run mends it.
            told = scenario.reads and any("/inbox/" in path for path in failed)
            self.messages[(code, re.sub(r"\d{2,}", "N", err.replace(self.work, "")))] += 1
            # The library for workbooks says something of its own before.
            if not re.search("^yuebao: ", err, re.M) or not re.search("[一-鿿]", err):
                yield f"exit {code}, not in the campaign's language: {err}"
            if not self.names(failed, err):
                yield f"exit {code}, and the file is not named: {err}"
            if not after_out.startswith(out):
                yield f"exit {code}, and something else on standard output: {out[-200:]}"
        yield from self.half(point, scenario, now, before, after, code)
        # The same again on a sound machine.
        again, out, err = self.call(scenario.command)
        now = tree(self.work + "/c")
        finished = scenario.done and again == scenario.done
        if finished:  # what is left to do is not this command's
            now = {name: sum for name, sum in now.items() if ".new-" not in name}
            after = {name: sum for name, sum in after.items() if name != "reports/index.html"}
            now.pop("reports/index.html", None)
        if again != scenario.code and not (finished and not changes(now, after, scenario.loose)):
            yield f"the next run ends with {again}: {err} {changes(now, after)}"
            return
        if changes(now, after, scenario.loose):
            yield f"the next run leaves {changes(now, after, scenario.loose)}"
        elif not told and not scenario.loose and history(self.work + "/c") != after_history:
            yield "the next run leaves another history"
        if scenario.echoes and not finished and out != after_out and not told:
            yield f"the next run prints something else: {out[-200:]}"

    def names(self, failed, text):
        """Whether a text names a file that failed, its folder, or the database that it belongs to."""
        for path in failed:
            short = path[len(self.work) + 3:] if path.startswith(self.work) else path
            short = re.sub(r"-(wal|shm|journal)$", "", short)
            parts = short.split("/")
            for end in range(len(parts), 0, -1):
                if "/".join(parts[:end]) in text or parts[end - 1] in text and parts[end - 1]:
                    return True
            if short in ("c", "") or "memory" in short or path.startswith(("/proc/self/fd", "/dev/shm")) \
                    or path in ("fwrite", "yuebao"):
                return True
        return False

    def half(self, point, scenario, now, before, after, code):
        """Each folder of output is the former or the new one, and nothing else is lying about."""
        for unit in scenario.wholes:
            of = lambda files: {name: sum for name, sum in files.items() if name == unit or name.startswith(unit + "/")}
            if of(now) not in (of(before), of(after)) and code != scenario.code:
                yield f"{unit} is neither as it was nor as it should be"
        for name in now:
            if name in before or name in after or name.endswith((".sqlite", ".lock")):
                continue
            # Where removing fails, too, the next run removes it.
            if ".new-" in name and (point.kind in ("remove", "list", "stat") or point.times > 1):
                continue
            if any(name.startswith(unit) for unit in scenario.wholes) and code == scenario.code:
                continue  # compared above
            yield f"{name} is left"


def prove(bench, scenario, counted):
    """Compares the counts with strace's, which sees the calls that the C library makes by itself, too."""
    trace = bench.work + "/trace"
    bench.counts(scenario, ["strace", "-f", "-y", "-s", "0", "-o", trace, "-E", "LD_PRELOAD=" + bench.library])
    kinds = {"read": "p?read(64)?|readv", "write": "p?write(64)?|writev", "rename": "rename(at|at2)?",
             "link": "link(at)?", "sync": "fsync|fdatasync|syncfs", "close": "close", "mkdir": "mkdir(at)?",
             "remove": "unlink(at)?|rmdir", "truncate": "f?truncate|fallocate", "map": "mmap", "open": "open(at)?"}
    seen = collections.Counter()
    for line in open(trace, errors="replace"):
        call = re.match(r"\d+ +(\w+)\((.*)", line)
        if not call or bench.work + "/c" not in call[2]:
            continue
        for kind, pattern in kinds.items():
            if re.fullmatch(pattern, call[1]):
                # What opendir opens and closedir closes counts as a listing.
                is_folder = kind == "open" and "O_DIRECTORY" in call[2] and "O_NONBLOCK" in call[2]
                seen["list" if is_folder else kind] += 1
    seen["close"] -= seen["list"]
    for kind in kinds:
        print(f"{scenario.name:12} {kind:9} counted {counted.get(kind, 0):5}  strace {seen[kind]:5}")
    return all(counted.get(kind, 0) == seen[kind] for kind in kinds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("yuebao")
    parser.add_argument("library")
    for name, kind in (("sample", int), ("seed", int), ("only", str), ("kind", str)):
        parser.add_argument("--" + name, type=kind)
    parser.add_argument("--part", type=lambda text: [int(number) for number in text.split("/")], default=[1, 1])
    parser.add_argument("--prove", action="store_true")
    parser.add_argument("--messages", action="store_true", help="show the messages, and how often each was said")
    parser.add_argument("--quick", action="store_true", help="leave out locks that one waits for")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="yuebao-faults-") as work:
        bench = Bench(options.yuebao, options.library, os.path.realpath(work))
        scenarios = {s.name: s for s in SCENARIOS if options.only in (None, s.name)}
        points, alike = [], True
        for scenario in scenarios.values():
            counted = bench.prepare(scenario)
            if options.prove:
                alike &= prove(bench, scenario, counted)
            points += bench.points(scenario, {k: n for k, n in counted.items() if options.kind is None or k in options.kind.split(",")})
        if options.prove:
            print("all alike" if alike else "some calls are not counted")
            return 0 if alike else 1
        if options.quick:
            points = [p for p in points if (p.kind, p.error) != ("lock", errno.EAGAIN)]
        every = len(points)
        if options.sample and options.sample < every:
            points = sorted(random.Random(options.seed or 1).sample(points, options.sample))
        points = points[options.part[0] - 1::options.part[1]]
        met = 0
        for number, point in enumerate(points):
            met += bench.attempt(point, scenarios[point.scenario])
            if number % (20 if sys.stderr.isatty() else 500) == 0:
                print(f"{number}/{len(points)} {len(bench.problems)} problems",
                      end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)
        if options.messages:
            for (code, message), count in sorted(bench.messages.items()):
                print(f"{count:5} × {code}: {message.strip()}")
        ends = collections.Counter()
        for (_, code), count in bench.outcomes.items():
            ends[code] += count
        shown = ", ".join(f"{count} with {code}" for code, count in sorted(ends.items()))
        print(f"{met} of {every} faults injected ({len(scenarios)} scenarios), ended {shown}: "
              f"{len(bench.problems)} problems")
        return 1 if bench.problems or not met else 0


if __name__ == "__main__":
    sys.exit(main())
