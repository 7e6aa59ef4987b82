#!/usr/bin/env python3
"""Times dictum against floors and prints Markdown tables. scripts/bench runs it.

A floor is the least that the same work can take: ingest-floor for a fresh ingest, find for one that
finds nothing changed, /bin/true for a start, the sqlite3 shell for a search. Runs of the program and
of its floor alternate, so that a busy machine slows both. Of ingests the median is shown; of what takes
milliseconds the fastest, which other work on the machine disturbs least.
"""
import argparse
import os
import pathlib
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ENDINGS = {".md", ".markdown", ".txt", ".vtt"}
MADE_BYTES = 50_000_000
QUERIES = {
    "a rare word": "goodhart",
    "a common word": "model",
    "a question": "what makes a long task take forever",
}


def shared_corpora():
    """The folder of shared corpora, or None where there is none."""
    shared = os.environ.get("DICTUM_SHARED") or HERE.parent.parent / "shared"
    folder = pathlib.Path(shared) / "corpora"
    return folder if folder.is_dir() else None


def sources(folder):
    return sorted(
        path for path in folder.rglob("*") if path.suffix in ENDINGS and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts))


def copy_corpora(corpora, library):
    for path in sources(corpora):
        target = library / path.relative_to(corpora)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return "Markdown, text and captions of the shared corpora"


def repeat_corpus(corpus, library):
    """Copies corpus/ with words changed, so that the copies do not share one small vocabulary."""
    texts = {path: path.read_text() for path in sources(corpus)}
    vocabulary = sorted({word for text in texts.values() for word in re.findall("[a-z]{4,}", text)})
    generator = random.Random(1)

    def other(match):
        chance = generator.random()
        if chance < 0.02:
            return match[0] + "".join(generator.choices("aeiklmnorst", k=2))
        return generator.choice(vocabulary) if chance < 0.3 else match[0]

    made = number = 0
    while made < MADE_BYTES:
        number += 1
        for path, text in texts.items():
            # The front matter stays as it is: a card with changed keys is none.
            front, body = "", text
            if text.startswith("---\n") and "\n---\n" in text[4:]:
                end = text.index("\n---\n", 4) + 5
                front, body = text[:end], text[end:]
            changed = front + re.sub(r"(?<![\w#^/.\-])[a-z]{4,}(?![\w:/.\-])", other, body)
            target = library / str(number) / path.relative_to(corpus)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(changed)
            made += len(changed.encode())
    return f"corpus/ {number} times, with words changed"


class Timing:
    """One command run several times."""

    def __init__(self):
        self.wall, self.processor, self.memory = [], [], []

    def run(self, command, cwd=None):
        """Runs once; returns what it prints on both streams."""
        start = time.perf_counter()
        with tempfile.TemporaryFile() as output:
            child = subprocess.Popen(command, cwd=cwd, stdout=output, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(child.pid, 0)
            self.wall.append(time.perf_counter() - start)
            child.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            text = output.read().decode(errors="replace")
        if child.returncode not in (0, 1):
            sys.exit(f"{command}: exit status {child.returncode}\n{text}")
        self.processor.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)
        return text

    def median(self, name):
        return statistics.median(getattr(self, name))


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def table(*header):
    print()
    row(*header)
    row(*["---"] + ["---:"] * (len(header) - 1))


def database_bytes(path):
    return sum(os.path.getsize(path + end) for end in ("", "-wal") if os.path.exists(path + end))


def remove(path):
    for end in ("-wal", "-shm", ""):
        pathlib.Path(path + end).unlink(missing_ok=True)


def fresh_ingest(options, library, folder, byte_count):
    index, floor_index = str(library / ".dictum/index.sqlite"), str(folder / "floor.sqlite")
    dictum, floor = Timing(), Timing()
    for _ in range(options.runs):
        remove(index)
        dictum.run([options.dictum, "ingest", "--quiet"], library)
        remove(floor_index)
        counted = floor.run([options.floor, floor_index, str(library)])
    passages = subprocess.run(
        [options.dictum, "doctor", "--json"], cwd=library, capture_output=True, text=True).stdout
    passages = int(re.search(r'"passages" : (\d+)', passages)[1])
    floor_passages = int(re.search(r"(\d+) passages", counted)[1])
    table("fresh ingest", "dictum", "ingest-floor", "ratio")
    for label, name, form in [
            ("wall, s", "wall", ".2f"), ("processor, s", "processor", ".2f"),
            ("peak memory, MiB", "memory", ".0f")]:
        ours, least = dictum.median(name), floor.median(name)
        row(label, format(ours, form), format(least, form), f"{ours / least:.1f}")
    speeds = [byte_count / 1e6 / timing.median("processor") for timing in (dictum, floor)]
    row("MB of source a processor second", *(f"{speed:.1f}" for speed in speeds),
        f"{speeds[0] / speeds[1]:.2f}")
    row("passages", passages, floor_passages, f"{passages / floor_passages:.2f}")
    sizes = [database_bytes(index) / 1e6, database_bytes(floor_index) / 1e6]
    row("database, MB", *(f"{size:.0f}" for size in sizes), f"{sizes[0] / sizes[1]:.2f}")


def compare(title, pairs, runs):
    """Times pairs of commands in turn: a name, the program's command, the floor's, and a folder."""
    table(title, "dictum, ms", "floor, ms", "difference, ms")
    for name, ours, least, folder in pairs:
        first, second = Timing(), Timing()
        for _ in range(runs):
            first.run(ours, folder)
            second.run(least, folder)
        times = [min(first.wall) * 1000, min(second.wall) * 1000]
        row(name, *(f"{value:.1f}" for value in times), f"{times[0] - times[1]:.1f}")


def search_pairs(options, library):
    shell = shutil.which("sqlite3")
    if not shell:
        print("\nNo sqlite3 shell is installed, so searches are not compared.")
        return []
    pairs = []
    for name, query in QUERIES.items():
        said = subprocess.run(
            [options.dictum, "search", "--explain", "--jsonl", query], cwd=library,
            capture_output=True, text=True).stderr
        match = re.search(r"^match \([^)]*\): (.*)$", said, re.M)[1].replace("'", "''")
        sql = (
            "SELECT rowid, bm25(passage_fts, 0.4, 1.0, 0.5) AS score FROM passage_fts"
            f" WHERE passage_fts MATCH '{match}' ORDER BY score LIMIT 11")
        pairs.append((
            f"{name}: `{query}`", [options.dictum, "search", query],
            [shell, "-readonly", ".dictum/index.sqlite", sql], library))
    return pairs


def processor_name():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dictum", required=True, help="the program, built for release")
    parser.add_argument("--floor", required=True, help="ingest-floor")
    parser.add_argument("--runs", type=int, default=5, help="fresh ingests; the rest run 4 times as often")
    parser.add_argument("--made", action="store_true", help="repeat corpus/ even where corpora are")
    options = parser.parse_args()
    options.dictum, options.floor = map(os.path.abspath, (options.dictum, options.floor))
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="dictum-bench-") as name:
        folder = pathlib.Path(name)
        library = folder / "library"
        library.mkdir()
        corpora = None if options.made else shared_corpora()
        what = (
            copy_corpora(corpora, library) if corpora
            else repeat_corpus(HERE.parent / "corpus", library))
        subprocess.run([options.dictum, "init", library], check=True, capture_output=True)
        # Reading everything once puts it into the page cache for both.
        byte_count = sum(len(path.read_bytes()) for path in sources(library))
        print(f"{what}: {len(sources(library))} files, {byte_count / 1e6:.1f} MB.")
        print(f"{processor_name()}, {os.cpu_count()} processors; load {load:.1f} at the beginning;"
              f" {platform.system()} {platform.release()}; medians of {options.runs} fresh ingests,"
              f" the fastest of {4 * options.runs} of the rest.")
        fresh_ingest(options, library, folder, byte_count)
        find = ["find", str(library), "-printf", r"%p %s %T@ %i\n"]
        compare("small things", [
            ("ingest with nothing changed; floor: `find -printf`",
             [options.dictum, "ingest", "--quiet"], find, library),
            ("start, `dictum --version`; floor: `true`",
             [options.dictum, "--version"], ["true"], library)], 4 * options.runs)
        pairs = search_pairs(options, library)
        if pairs:
            compare("search; floor: `sqlite3` with the same MATCH", pairs, 4 * options.runs)


if __name__ == "__main__":
    main()
