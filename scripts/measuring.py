"""What the measuring scripts share: one command's times and memory, medians, and Markdown tables."""
import mmap
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Used(NamedTuple):
    wall: float  # seconds
    cpu: float  # seconds of the command and all that it started
    peak: float  # MiB of the largest of its processes


def timed(command, allowed=(0,)):
    """Runs a command, its output thrown away; ends the script where it fails."""
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(null, stream)
        os.execvp(command[0], command)
    _, status, used = os.wait4(child, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in allowed:
        sys.exit(f"failed with {os.waitstatus_to_exitcode(status)}: {' '.join(command)[:2000]}")
    return Used(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def median(runs):
    return Used(*(statistics.median(run[place] for run in runs) for place in range(3)))


def ratio(ones, others, place):
    """The median of what each of the ones took beside the other of its pair."""
    return statistics.median(one[place] / other[place] for one, other in zip(ones, others))


def apart(work, *arguments):
    """Runs a function in a process of its own and says whether it is content: a command's peak memory begins with that
    of the process that it was started from."""
    child = os.fork()
    if child == 0:
        answer = bool(work(*arguments))
        sys.stdout.flush()
        os._exit(not answer)
    return os.waitpid(child, 0)[1] == 0


def made(data):
    """The folder of the shapes, which bench-data.py makes where it is not there."""
    if not data.exists():
        progress(f"making {data}")
        part = data.with_name(data.name + ".part")
        subprocess.run([sys.executable, str(Path(__file__).with_name("bench-data.py")), str(part)], check=True)
        part.rename(data)
    return data


def take_memory():
    """Takes nine tenths of the free memory once and gives them back. What a virtual machine never had is given by its
    host when it is first touched, at twenty times the price of other memory, to whichever program comes upon it."""
    with open("/proc/meminfo", encoding="ascii") as file:
        free = int(re.search(r"MemFree:\s*(\d+) kB", file.read()).group(1)) * 1024
    progress(f"taking {free * 9 // 10 >> 20} MiB of free memory once")

    def take():
        piece = bytes(1 << 20)
        with mmap.mmap(-1, free * 9 // 10 >> 20 << 20) as memory:
            for first in range(0, len(memory), len(piece)):
                memory[first : first + len(piece)] = piece
        return True

    apart(take)


def stages(command):
    """What `-v` says: {stage: (seconds, percent)}, and "" for the whole."""
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    line = done.stderr.strip().splitlines()[-1]
    whole, parts = line.split(" s: ", 1)
    found = re.findall(r"(?:^|, )([a-z][a-z, ]*?) ([0-9.]+) s \((\d+)%\)", parts)
    return {"": (whole, "100"), **{stage: (seconds, share) for stage, seconds, share in found}}


def table(heads, rows, texts=1):
    """Prints a Markdown table whose first columns are texts and the others numbers."""
    print("\n| " + " | ".join(heads) + " |")
    print("|" + "---|" * texts + "---:|" * (len(heads) - texts))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    sys.stdout.flush()


def shown(used):
    """The cells of wall time, processor time and peak memory."""
    return [f"{used.wall:.2f} s", f"{used.cpu:.2f} s", f"{used.peak:.0f} MiB"]


def machine():
    """One line on the machine."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = re.findall(r"model name\s*: (.*)", file.read())
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} × {models[0] if models else os.uname().machine}; load at the start {load:.1f}"


def rounds():
    return max(1, int(os.environ.get("BENCH_ROUNDS", "5")))


def progress(text):
    print(text, file=sys.stderr, flush=True)
