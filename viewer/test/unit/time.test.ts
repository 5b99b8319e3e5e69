import { expect, test } from 'vitest';
import { calendar } from '../../src/model/calendar';
import { timeRange, timeShort, timeWords } from '../../src/model/time';

const days = (value: string) => {
  const r = timeRange(value)!;
  return [new Date(r.from).toISOString().slice(0, 10), new Date(r.to).toISOString().slice(0, 10)];
};

test('values cover what they name', () => {
  expect(days('2025-10-07')).toEqual(['2025-10-07', '2025-10-08']);
  expect(days('2024-02')).toEqual(['2024-02-01', '2024-03-01']);
  expect(days('1996')).toEqual(['1996-01-01', '1997-01-01']);
  expect(days('199')).toEqual(['1990-01-01', '2000-01-01']);
  expect(days('2025-W41')).toEqual(['2025-10-06', '2025-10-13']);
  expect(days('2025-W41-WE')).toEqual(['2025-10-11', '2025-10-13']);
  expect(days('2025-SU')).toEqual(['2025-06-01', '2025-09-01']);
  expect(days('2025-Q4')).toEqual(['2025-10-01', '2026-01-01']);
  expect(days('2025-10-07/2025-10-10')).toEqual(['2025-10-07', '2025-10-11']);
  expect(timeRange('2025-10-07T08:30')!.to - timeRange('2025-10-07T08:30')!.from).toBe(60_000);
});

test('what names no day has no range', () => {
  for (const v of ['P3D', 'PRESENT_REF', 'XXXX-10-07', '2025-02-30', '2025-13', '', 'x'])
    expect(timeRange(v)).toBeNull();
});

test('words', () => {
  expect(timeWords('2025-10-07')).toBe('7 October 2025');
  expect(timeWords('2025-10-07TEV')).toBe('7 October 2025, evening');
  expect(timeWords('2025-10-07T08:05')).toBe('7 October 2025, 08:05');
  expect(timeWords('2025-10')).toBe('October 2025');
  expect(timeWords('199')).toBe('1990s');
  expect(timeWords('P1Y2M')).toBe('1 year 2 months');
  expect(timeWords('P498D')).toBe('498 days');
  expect(timeWords('PXW')).toBe('some weeks');
  expect(timeWords('2025-10-07/2025-10-10')).toBe('7–10 October 2025');
  expect(timeWords('2025-09-28/2025-10-02')).toBe('28 September – 2 October 2025');
  expect(timeWords('2025-SP')).toBe('spring 2025');
  expect(timeShort('2025-10-07')).toBe('7 Oct 2025');
  expect(timeWords('something else')).toBe('something else');
});

test('the axis keeps order, containment and ends', () => {
  const values = [
    '1953',
    '2016',
    '2025-03',
    '2025-SP',
    '2025-10-07',
    '2025-10-07T08:00',
    '2025-10-07/2025-10-10',
    '2025-10',
    '2025',
    '2025-W41',
  ];
  const ranges = values.map((v) => timeRange(v)!);
  const c = calendar(ranges)!;
  expect(c.cells[0]!.x).toBe(0);
  const last = c.cells[c.cells.length - 1]!;
  expect(last.x + last.width).toBeCloseTo(1, 9);
  const times = ranges.flatMap((r) => [r.from, r.to]).sort((a, b) => a - b);
  for (let i = 1; i < times.length; i++)
    expect(c.x(times[i]!)).toBeGreaterThanOrEqual(c.x(times[i - 1]!));
  for (const r of ranges) expect(c.x(r.to)).toBeGreaterThan(c.x(r.from));
  // the year holds the month, the month the day
  expect(c.x(timeRange('2025')!.from)).toBeLessThanOrEqual(c.x(timeRange('2025-10')!.from));
  expect(c.x(timeRange('2025-10')!.to)).toBeLessThanOrEqual(c.x(timeRange('2025')!.to));
  // a day that is named is not crushed by a century of silence
  const day = timeRange('2025-10-07')!;
  expect(c.x(day.to) - c.x(day.from)).toBeGreaterThan(0.05);
});

test('very many days become months, and years', () => {
  const many = Array.from(
    { length: 900 },
    (_, i) => timeRange(new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10))!,
  );
  const c = calendar(many)!;
  expect(c.cells.filter((k) => !k.gap).length).toBeLessThanOrEqual(34);
  expect(calendar([])).toBeNull();
});
