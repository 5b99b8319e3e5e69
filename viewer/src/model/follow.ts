/**
 * Following one account while reading another: from a place in one text to the matching place in
 * the other, over the passages that both have.
 */
import type { Link } from './marking';

/** The longest run of links that ascends in both texts, so that scrolling never jumps back. */
export function chain(links: readonly Link[]): Link[] {
  const sorted = [...links].sort((a, b) => a.from - b.from || a.to - b.to);
  const best: number[] = [];
  const prev: number[] = [];
  let end = -1;
  const list = sorted.slice(0, 2000);
  for (let i = 0; i < list.length; i++) {
    best[i] = 1;
    prev[i] = -1;
    for (let j = 0; j < i; j++) {
      if (list[j]!.from < list[i]!.from && list[j]!.to < list[i]!.to && best[j]! + 1 > best[i]!) {
        best[i] = best[j]! + 1;
        prev[i] = j;
      }
    }
    if (end < 0 || best[i]! > best[end]!) end = i;
  }
  const out: Link[] = [];
  for (let i = end; i >= 0; i = prev[i]!) out.unshift(list[i]!);
  return out;
}

/** Where `at` of the first text lies in the second: even between two links. */
export function follow(
  links: readonly Link[],
  at: number,
  length: number,
  otherLength: number,
): number {
  let x0 = 0;
  let y0 = 0;
  let x1 = length;
  let y1 = otherLength;
  for (const l of links) {
    if (l.from <= at) {
      x0 = l.from;
      y0 = l.to;
    } else {
      x1 = l.from;
      y1 = l.to;
      break;
    }
  }
  if (x1 <= x0) return y0;
  return y0 + ((at - x0) / (x1 - x0)) * (y1 - y0);
}
