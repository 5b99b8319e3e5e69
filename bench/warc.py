#!/usr/bin/env python3
"""Reads a generated WARC.gz on one core: its time against zcat's plus the pages' own, and its memory.

usage: bench/warc.py FOLDER [MB]     pages of FOLDER (html), as records of a WARC.gz of MB megabytes (200)

Each page is a response record in a gzip member of its own, as crawlers write them; the pages come again until the
file is full. Prints what zcat takes for the file, what the pages take by themselves (one reading of each times its
count), what the file takes, the ratio of the last to the sum of the first two, and the peak of memory for the file
and for its first tenth. (A page that comes again is read like the first time; it is known only then, and not
written.)
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import zlib

PROGRAM = os.environ.get("PARALLAX", str(pathlib.Path(__file__).resolve().parent.parent / "build/release/parallax"))


def member(name, page):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pages.example/{name}\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n").encode()
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return packer.compress(head + http + b"\r\n\r\n") + packer.flush()


def measure(*command):
    """Processor seconds, and the peak of memory in MiB."""
    with open(os.devnull, "wb") as sink:
        child = subprocess.Popen([str(c) for c in command], stdout=sink, stderr=sink)
        _, _, usage = os.wait4(child.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def write(path, members, size):
    written = pages = 0
    with open(path, "wb") as file:
        while written < size:
            written += file.write(members[pages % len(members)])
            pages += 1
    return pages


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__.split("\n\n")[1])
    folder, size = pathlib.Path(sys.argv[1]), int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 200_000_000
    members = [member(p.name, p.read_bytes()) for p in sorted(folder.iterdir())]
    own, _ = min(measure(PROGRAM, "extract", "-j", 1, folder) for _ in range(3))
    with tempfile.TemporaryDirectory() as work:
        path = pathlib.Path(work) / "pages.warc.gz"
        write(path, members, size // 10)
        _, small = measure(PROGRAM, "extract", "-j", 1, path)
        pages = write(path, members, size)
        unpack, _ = measure("zcat", path)
        whole, large = measure(PROGRAM, "extract", "-j", 1, path)
    own *= pages / len(members)
    print(f"pages {pages}\nzcat_s {unpack:.1f}\npages_s {own:.1f}\nwarc_s {whole:.1f} ({pages / whole:.0f} pages/s)")
    print(f"warc_ratio {whole / (unpack + own):.2f}\npeak_mib {large:.0f} (first tenth: {small:.0f})")


if __name__ == "__main__":
    main()
