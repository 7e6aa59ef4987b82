#!/usr/bin/env python3
"""Scores the reading of IRC logs: who speaks, and what each message answers.

    scripts/reading-quality-irc.py INDEX FOLDER

INDEX is the index of a library, .dictum/index.sqlite, into which the logs were ingested; FOLDER has
the logs, NAME.raw.txt, and beside each NAME.annotation.txt, whose lines `A B -` say that the later
of two lines answers the earlier one, or, where both are the same, begins a conversation. Lines count
from 0.

Authors are counted against a pattern of this file alone. Answers are counted where the annotation
says something of the message: precision over what Dictum proposes there, recall over what the
annotation says, with and without the answers of messages that name nobody at their head.
"""

import collections
import pathlib
import re
import sqlite3
import sys

SAID = re.compile(rb"^\[\d\d:\d\d\] (?:<([^>]+)>|\s?\* (\S+)) +\S")
NAMED = re.compile(rb"^\[\d\d:\d\d\] <[^>]+> @?([^\s:,;]+) ?[:,;](?:\s|$)")
BANDS = [2, 5, 10, 20, 50, 1_000_000]


def annotation(path):
    """For each annotated line, the lines that it answers; empty where it begins a conversation."""
    answers = collections.defaultdict(set)
    for line in path.read_text().splitlines():
        first, second = sorted(int(number) for number in line.split()[:2])
        answers[second].update({first} - {second})
    return answers


def main():
    index = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    folder = pathlib.Path(sys.argv[2])
    authors = collections.Counter()
    proposed = collections.Counter()
    right = collections.Counter()
    wanted = wanted_named = found_named = 0
    misses = []
    for raw in sorted(folder.glob("*.raw.txt")):
        found = dict(index.execute(
            "SELECT u.line - 1, s.name FROM utterance u JOIN source f ON f.id = u.source_id"
            " LEFT JOIN speaker s ON s.id = u.speaker_id WHERE f.path LIKE ?", ["%" + raw.name]))
        links = dict(index.execute(
            "SELECT u.line - 1, t.line - 1 FROM reply r JOIN utterance u ON u.id = r.utterance_id"
            " JOIN utterance t ON t.id = r.to_utterance_id JOIN source f ON f.id = u.source_id"
            " WHERE f.path LIKE ?", ["%" + raw.name]))
        lines = raw.read_bytes().split(b"\n")
        nicks = set()
        for number, line in enumerate(lines):
            if said := SAID.match(line):
                author = (said[1] or said[2]).decode().strip()
                nicks.add(author.lower().encode())
                authors["all"] += 1
                # An index keeps one spelling for those of one key.
                if (found.get(number) or "").lower() == author.lower():
                    authors["right"] += 1
                else:
                    misses.append(f"{raw.name}:{number + 1}: {author}, read as {found.get(number)}")
        for number, answered in annotation(raw.with_name(raw.name.replace("raw", "annotation"))).items():
            named = NAMED.match(lines[number])
            is_named = named is not None and named[1].lower() in nicks
            wanted += len(answered)
            wanted_named += len(answered) if is_named else 0
            if number in links:
                distance = number - links[number]
                band = next(limit for limit in BANDS if distance <= limit)
                proposed[band] += 1
                if links[number] in answered:
                    right[band] += 1
                    found_named += is_named
    print(f"authors right      {authors['right']} of {authors['all']}")
    for miss in misses:
        print("  " + miss)
    total, hits = sum(proposed.values()), sum(right.values())
    print(f"answers proposed   {total}, right {hits}: precision {hits / max(total, 1):.3f}")
    print(f"answers annotated  {wanted}: recall {hits / max(wanted, 1):.3f}")
    print(f"  of named ones    {wanted_named}: recall {found_named / max(wanted_named, 1):.3f}")
    for band in BANDS:
        if proposed[band]:
            limit = f"up to {band} lines" if band < 1_000_000 else "further"
            print(f"  {limit:16} {proposed[band]:5} {right[band] / proposed[band]:.2f}")


if __name__ == "__main__":
    main()
