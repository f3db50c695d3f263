"""The commands that are tried, each with the folder it works in, `c` of the current one."""
import hashlib, os, shutil
from dataclasses import dataclass, field
from typing import Callable

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../fixtures")
NOW = ["--now", "2016-07-08 09:00"]


@dataclass
class Scenario:
    name: str
    command: list            # after `yuebao`
    prepare: Callable        # (folder, sound): fills the folder; `sound` runs yuebao there
    wholes: list = field(default_factory=list)  # what appears whole or not at all
    code: int = 0            # how an undisturbed one ends
    reads: bool = False      # a file of the inbox that cannot be read is a finding
    done: int = 0            # how it ends where it was done already
    loose: list = field(default_factory=list)   # files that differ from one time to the next
    echoes: bool = True      # prints the same again where it was done already


def copied(name, *without):
    def prepare(folder, sound):
        shutil.copytree(f"{FIXTURES}/{name}", folder, dirs_exist_ok=True,
                        ignore=lambda _, names: [n for n in names if n in without or n.startswith("history.")])
    return prepare


LATE = ["小河乡补报.csv", "石门县5月更正.csv"]


def late(folder, sound):
    """May was run before two files of it came."""
    copied("three-months", "2016-06", *LATE)(folder, sound)
    sound("run", "-q", "-C", folder, "-m", "2016-05", "--now", "2016-06-06 09:00")
    for name, sender in zip(LATE, ("910102", "910103")):
        shutil.copy(f"{FIXTURES}/three-months/inbox/2016-05/{sender}/{name}", f"{folder}/inbox/2016-05/{sender}")


def reported(folder, sound):
    """May is as it is known."""
    copied("three-months", "2016-06")(folder, sound)
    sound("run", "-q", "-C", folder, "-m", "2016-05", "--now", "2016-06-06 09:00")


def apart(folder, sound):
    """Something personal is kept apart."""
    copied("branches")(folder, sound)
    sound("run", "-q", "-C", folder, "-m", "2016-06", *NOW)


def nothing(folder, sound):
    pass


def digest(name):
    """The digest by which a file of the fixture is asked for."""
    return hashlib.sha256(open(f"{FIXTURES}/three-months/inbox/{name}", "rb").read()).hexdigest()[:12]


MAY = ["-m", "2016-05", "--threads", "1"]
SCENARIOS = [
    Scenario("run", ["run", "-C", "c", "-m", "2016-06", "--threads", "1", *NOW], copied("one-city"),
             ["reports/2016-06", "reports/index.html"], reads=True),
    Scenario("late", ["run", "-C", "c", *MAY, *NOW], late, ["reports/2016-05", "reports/index.html"], reads=True),
    Scenario("ingest", ["ingest", "-C", "c", "--threads", "1", *NOW], late, reads=True, echoes=False),
    Scenario("publish", ["publish", "-C", "c", "-m", "2016-05", *NOW], reported,
             ["reports/2016-05", "reports/index.html"], done=65),
    Scenario("check", ["check", "-C", "c", "-m", "2016-06", "--threads", "1"], copied("one-city"), code=65, reads=True),
    Scenario("export", ["export", "-C", "c", digest("2016-05/910101/清溪县5月.csv")], reported),
    Scenario("withdraw", ["withdraw", "-C", "c", "-m", "2016-05", "--reason", "错报",
                          digest("2016-05/910101/清溪县5月.csv"), *NOW], reported, done=66),
    Scenario("bulletin", ["bulletin", "-C", "c", *MAY, "-o", "c/out"], reported, ["out/2016-05"], reads=True),
    Scenario("xlsx", ["bulletin", "-C", "c", *MAY, "--format", "xlsx", "-o", "c/out.xlsx"], reported, ["out.xlsx"],
             reads=True),
    Scenario("figures", ["figures", "-C", "c", "-m", "2016-06", "--threads", "1", "-o", "c/figures.csv"],
             copied("three-months"), ["figures.csv"], done=73),
    Scenario("template", ["template", "-C", "c", "-m", "2016-06", "-o", "c/form.xlsx"], copied("three-months"),
             ["form.xlsx"], done=73),
    Scenario("init", ["init", "c/new"], nothing, ["new"], done=73),
    Scenario("forget", ["forget", "-C", "c", "--yes"], apart, loose=["personal"], echoes=False),
]
