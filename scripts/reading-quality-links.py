#!/usr/bin/env python3
"""Counts where the links of an index lead, and says why the others lead nowhere.

    scripts/reading-quality-links.py LIBRARY/.dictum/index.sqlite [--examples N]

A link is *internal* when it can lead to a note: a relative or rooted path, a wiki-link, a citation.
It is *explained* when nothing in the folder has its name, spelled in any way: the page is of a part
of the site that is not there, or was never written. What is neither resolved nor explained is a
miss of the resolver. The index is only read.
"""
import argparse
import collections
import re
import sqlite3
import sys
from urllib.parse import unquote


def slug(text):
    """Letters and digits in small letters, to compare spellings."""
    return re.sub(r"[\W_]+", "-", unquote(text).lower()).strip("-")


def known_names(db):
    """Every spelling by which a source of the index could be called."""
    names = set()
    for path, title, identifier in db.execute("SELECT path, title, identifier FROM source"):
        bare = re.sub(r"\.(md|markdown|txt|vtt)$", "", path, flags=re.I)
        names.update([slug(bare), slug(bare.rsplit("/", 1)[-1]), slug(title)])
        if identifier:
            names.add(slug(identifier))
    names.update(slug(alias) for (alias,) in db.execute("SELECT alias FROM source_alias"))
    names.discard("")
    return names


def shape(kind, target):
    """What the target of an unresolved link looks like."""
    name = target.rstrip("/")
    if kind == "citation":
        return "citation key"
    if re.fullmatch(r"\d+", name):
        return "number (a person's or page's id)"
    if "/" in name:
        return "path, rooted" if name.startswith("/") else "path, relative"
    if re.fullmatch(r"[0-9a-z]{2,4}", name) and re.search(r"\d", name):
        return "short id"
    if "_" in name:
        return "alias with underscores"
    if re.fullmatch(r"[\w'.-]+", name):
        return "one word"
    return "words" if name else "own place"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("index")
    arguments.add_argument("--examples", type=int, default=2)
    options = arguments.parse_args()
    db = sqlite3.connect(f"file:{options.index}?mode=ro", uri=True)
    names = known_names(db)
    total = resolved = files = placed = fragments = 0
    web = db.execute(
        "SELECT count(*) FROM reference WHERE is_internal = 0 AND to_source_id IS NOT NULL"
        " AND kind IN ('link', 'work')").fetchone()[0]
    outside, missed, lost = (collections.defaultdict(list) for _ in range(3))
    rows = db.execute(
        "SELECT s.path, r.line, r.kind, r.target, r.fragment, r.to_file, r.to_source_id,"
        " r.to_passage_id, r.to_turn FROM reference r JOIN source s ON s.id = r.source_id"
        " WHERE r.is_internal = 1")
    for path, line, kind, target, fragment, to_file, source, passage, turn in rows:
        total += 1
        place = f"{path}:{line} {target}" + (f"#{fragment}" if fragment else "")
        if to_file:
            files += 1
        elif source is not None:
            resolved += 1
            if fragment and kind != "citation":
                fragments += 1
                if passage is not None or turn is not None:
                    placed += 1
                else:
                    lost["block id" if fragment.startswith("^") else "heading"].append(place)
        else:
            name = re.sub(r"[?].*$", "", target)
            name = re.sub(r"\.(md|markdown|txt|vtt)$", "", name.rstrip("/"), flags=re.I)
            isKnown = slug(name) in names or slug(name.rsplit("/", 1)[-1]) in names
            (missed if isKnown else outside)[f"{kind}, {shape(kind, target)}"].append(place)
    explained = sum(map(len, outside.values()))
    misses = sum(map(len, missed.values()))

    def share(count, of):
        return f"{count} ({100 * count / of:.1f} %)" if of else "0"

    print(f"internal links           {total}")
    print(f"  lead to a source       {share(resolved, total)}")
    print(f"  lead to another file   {share(files, total)}")
    print(f"  not in the folder      {share(explained, total)}")
    print(f"  missed                 {share(misses, total)}")
    print(f"places within a source   {placed} of {fragments} found")
    print(f"web addresses and works that are sources: {web}")
    for title, classes in [
        ("not in the folder", outside), ("missed", missed), ("place not found", lost)
    ]:
        if classes:
            print(f"\n{title}:")
        for name, places in sorted(classes.items(), key=lambda item: -len(item[1])):
            print(f"  {len(places):6}  {name}")
            for place in places[:: max(1, len(places) // max(1, options.examples))][: options.examples]:
                print(f"            {place[:110]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
