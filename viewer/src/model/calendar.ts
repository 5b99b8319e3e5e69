/**
 * A time axis for dates that are few, far apart and of every precision.
 *
 * News names 1953, "last month" and Tuesday in one breath; a linear axis would crush the days.
 * The axis is made of cells instead: a cell for every day, month or year that is named and holds
 * nothing finer, and narrow cells for the empty stretches between. Time runs evenly within a
 * cell, so bars keep their order, containment and ends, and every cell bears its own name.
 */
import type { TimeRange } from './time';

export interface Cell {
  from: number;
  to: number;
  gap: boolean;
  grain: 'day' | 'month' | 'year' | 'decade' | 'other';
  /** left edge and width, as shares of the axis */
  x: number;
  width: number;
}

export interface Calendar {
  cells: Cell[];
  /** share of the axis at a time */
  x: (t: number) => number;
}

const DAY = 86_400_000;
const MOST_CELLS = 34;

type Unit = 'day' | 'month' | 'year' | 'decade';
const UNITS: Unit[] = ['day', 'month', 'year', 'decade'];
const RANK: Record<string, number> = {
  minute: 0,
  part: 0,
  day: 0,
  month: 1,
  year: 2,
  decade: 3,
  century: 4,
};
const WEIGHT: Record<Cell['grain'], number> = {
  day: 1,
  month: 1.5,
  year: 1.6,
  decade: 1.8,
  other: 1.6,
};

function unitOf(t: number, unit: Unit): [number, number] {
  const d = new Date(t);
  const y = d.getUTCFullYear();
  const m = d.getUTCMonth();
  const at = (yy: number, mm: number) => {
    const x = new Date(0);
    x.setUTCFullYear(yy, mm, 1);
    return x.getTime();
  };
  if (unit === 'day') {
    const from = Math.floor(t / DAY) * DAY;
    return [from, from + DAY];
  }
  if (unit === 'month') return [at(y, m), at(y, m + 1)];
  if (unit === 'year') return [at(y, 0), at(y + 1, 0)];
  const ten = Math.floor(y / 10) * 10;
  return [at(ten, 0), at(ten + 10, 0)];
}

type Atom = Pick<Cell, 'from' | 'to' | 'grain'>;

/** Atoms when nothing finer than `finest` is told apart. */
function atoms(ranges: readonly TimeRange[], finest: number): Atom[] {
  const units = new Map<number, Atom>();
  const rest: TimeRange[] = [];
  const fine = UNITS[finest]!;
  const coarser: { r: TimeRange; rank: number }[] = [];
  for (const r of ranges) {
    const rank = RANK[r.grain];
    if (rank === undefined) {
      rest.push(r);
    } else if (rank <= finest) {
      const [from, to] = unitOf(r.from, fine);
      units.set(from, { from, to, grain: fine });
    } else {
      coarser.push({ r, rank });
    }
  }
  const found = [...units.values()];
  const free = (from: number, to: number) => !found.some((a) => a.from < to && a.to > from);
  coarser.sort((a, b) => a.rank - b.rank || a.r.from - b.r.from);
  for (const { r, rank } of coarser) {
    const grain = UNITS[rank] ?? 'other';
    if (free(r.from, r.to)) found.push({ from: r.from, to: r.to, grain });
  }
  rest.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  for (const r of rest)
    if (free(r.from, r.to)) found.push({ from: r.from, to: r.to, grain: 'other' });
  found.sort((a, b) => a.from - b.from || a.to - b.to);
  return found;
}

function gapWeight(length: number): number {
  return 0.35 + 0.22 * Math.log10(1 + length / DAY);
}

export function calendar(ranges: readonly TimeRange[]): Calendar | null {
  if (ranges.length === 0) return null;
  let found = atoms(ranges, 0);
  for (let finest = 1; found.length > MOST_CELLS && finest < UNITS.length; finest++) {
    found = atoms(ranges, finest);
  }
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const r of ranges) {
    start = Math.min(start, r.from);
    end = Math.max(end, r.to);
  }
  start = Math.min(start, found[0]!.from);
  end = Math.max(end, found[found.length - 1]!.to);
  const raw: { cell: Omit<Cell, 'x' | 'width'>; weight: number }[] = [];
  let t = start;
  const gapTo = (to: number) => {
    if (to > t)
      raw.push({ cell: { from: t, to, gap: true, grain: 'other' }, weight: gapWeight(to - t) });
  };
  for (const a of found) {
    gapTo(a.from);
    raw.push({ cell: { ...a, gap: false }, weight: WEIGHT[a.grain] });
    t = a.to;
  }
  gapTo(end);
  const total = raw.reduce((sum, c) => sum + c.weight, 0);
  let x = 0;
  const cells = raw.map(({ cell, weight }) => {
    const width = weight / total;
    const out = { ...cell, x, width };
    x += width;
    return out;
  });
  return {
    cells,
    x(time) {
      if (time <= start) return 0;
      const c = cells.find((k) => time < k.to);
      if (!c) return 1;
      return c.x + (c.width * (time - c.from)) / (c.to - c.from);
    },
  };
}
