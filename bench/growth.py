#!/usr/bin/env python3
"""How time and memory grow: near, stories and reuse on 10^4, 10^5 and 10^6 generated accounts of 3 KB.

usage: bench/growth.py [--sizes 10000,100000,1000000] [--verbs near,stories,reuse] [--work FOLDER] [--keep]
                       [--csv FILE] [--svg FILE]

Makes the accounts with build/release/bench_accounts, runs build/release/parallax on one thread, and writes processor
seconds (user and system) and the largest resident memory, as CSV (a row a run; rows of other sizes and verbs stay) and
as a plot with both axes logarithmic.
"""
import argparse
import csv
import math
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/release"
FIELDS = ["verb", "accounts", "cpu_seconds", "max_mib", "accounts_a_second", "input_mib"]


def measure(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"growth: {' '.join(command)}: exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run(args):
    rows = {}
    if args.csv.exists():
        for row in csv.DictReader(args.csv.open()):
            rows[row["verb"], int(row["accounts"])] = row
    with tempfile.TemporaryDirectory(dir=args.work) as folder:
        for n in args.sizes:
            path = pathlib.Path(args.work or folder) / f"accounts-{n}.jsonl"
            if not path.exists():
                with path.open("wb") as f:
                    subprocess.run([BUILD / "bench_accounts", str(n)], stdout=f, check=True)
            for verb in args.verbs:
                cpu, mib = measure([str(BUILD / "parallax"), verb, "-j", "1", str(path)])
                rows[verb, n] = dict(verb=verb, accounts=n, cpu_seconds=f"{cpu:.2f}", max_mib=f"{mib:.0f}",
                                     accounts_a_second=f"{n / cpu:.0f}",
                                     input_mib=f"{path.stat().st_size / 2**20:.0f}")
                print(*rows[verb, n].values(), flush=True)
                with args.csv.open("w", newline="") as f:
                    out = csv.DictWriter(f, FIELDS, lineterminator="\n")
                    out.writeheader()
                    out.writerows(rows[key] for key in sorted(rows))
            if not args.keep:
                path.unlink()
    return [rows[key] for key in sorted(rows)]


def plot(rows, field, title, left):
    """One panel: its lines of SVG."""
    colours = {"near": "#1f77b4", "stories": "#d62728", "reuse": "#2ca02c"}
    points = [(math.log10(int(r["accounts"])), math.log10(max(0.01, float(r[field]))), r["verb"]) for r in rows]
    low_x, high_x = math.floor(min(p[0] for p in points)), math.ceil(max(p[0] for p in points))
    low_y, high_y = math.floor(min(p[1] for p in points)), math.ceil(max(p[1] for p in points))
    x = lambda v: left + 60 + (v - low_x) / max(1, high_x - low_x) * 260
    y = lambda v: 260 - (v - low_y) / max(1, high_y - low_y) * 210
    out = [f'<text x="{left + 60}" y="30" font-weight="bold">{title}</text>']
    for d in range(low_x, high_x + 1):
        out.append(f'<text x="{x(d)}" y="280" text-anchor="middle">10^{d}</text>')
        out.append(f'<line x1="{x(d)}" y1="50" x2="{x(d)}" y2="260" stroke="#ddd"/>')
    for d in range(low_y, high_y + 1):
        out.append(f'<text x="{left + 54}" y="{y(d) + 4}" text-anchor="end">10^{d}</text>')
        out.append(f'<line x1="{left + 60}" y1="{y(d)}" x2="{left + 320}" y2="{y(d)}" stroke="#ddd"/>')
    for verb in sorted({p[2] for p in points}):
        line = sorted(p[:2] for p in points if p[2] == verb)
        path = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in line)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colours.get(verb, "#555")}" stroke-width="2"/>')
        out.append(f'<text x="{x(line[-1][0]) + 4:.1f}" y="{y(line[-1][1]) - 6:.1f}" text-anchor="end" '
                   f'fill="{colours.get(verb, "#555")}">{verb}</text>')
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--sizes", default="10000,100000,1000000", type=lambda s: [int(n) for n in s.split(",")])
    ap.add_argument("--verbs", default="near,stories,reuse", type=lambda s: s.split(","))
    ap.add_argument("--work", help="keep the accounts in this folder")
    ap.add_argument("--keep", action="store_true", help="do not remove the accounts afterwards")
    ap.add_argument("--csv", type=pathlib.Path, default=ROOT / "bench/growth.csv")
    ap.add_argument("--svg", type=pathlib.Path, default=ROOT / "bench/growth.svg")
    args = ap.parse_args()
    rows = run(args)
    body = plot(rows, "cpu_seconds", "processor seconds, one thread", 0)
    body += plot(rows, "max_mib", "resident memory, MiB", 360)
    args.svg.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="720" height="300" font-family="sans-serif" '
                        'font-size="12">\n<rect width="720" height="300" fill="white"/>\n' + "\n".join(body) + "\n</svg>\n")


if __name__ == "__main__":
    main()
