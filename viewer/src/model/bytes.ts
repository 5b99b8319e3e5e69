/**
 * From byte offsets in UTF-8 to indices in a JavaScript string and back.
 *
 * Spans count bytes of the account's text; strings count UTF-16 units. The index keeps one
 * checkpoint for every STEP units, so it costs a few bytes a kilobyte and finds any offset with a
 * binary search and a short walk. Text that is all ASCII needs no index at all.
 */
const STEP = 512;

/** Bytes that the UTF-16 unit at `i` adds: a surrogate pair's four bytes are booked on its first. */
function unitBytes(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c < 0x80) return 1;
  if (c < 0x800) return 2;
  if (c >= 0xd800 && c <= 0xdbff) {
    const next = text.charCodeAt(i + 1);
    return next >= 0xdc00 && next <= 0xdfff ? 4 : 3;
  }
  if (c >= 0xdc00 && c <= 0xdfff) {
    const prev = i > 0 ? text.charCodeAt(i - 1) : 0;
    return prev >= 0xd800 && prev <= 0xdbff ? 0 : 3;
  }
  return 3;
}

export class ByteIndex {
  readonly bytes: number;
  private readonly marks: Uint32Array | null;

  constructor(private readonly text: string) {
    const marks = new Uint32Array(Math.floor(text.length / STEP) + 1);
    let bytes = 0;
    let m = 0;
    for (let i = 0; i < text.length; i++) {
      if (i % STEP === 0) marks[m++] = bytes;
      bytes += unitBytes(text, i);
    }
    this.bytes = bytes;
    this.marks = bytes === text.length ? null : marks;
  }

  /** String index of the character that holds byte `b`; past the end gives the end. */
  unit(b: number): number {
    if (b <= 0) return 0;
    if (b >= this.bytes) return this.text.length;
    if (!this.marks) return b;
    let lo = 0;
    let hi = this.marks.length - 1;
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1;
      if (this.marks[mid]! <= b) lo = mid;
      else hi = mid - 1;
    }
    let at = this.marks[lo]!;
    let i = lo * STEP;
    while (i < this.text.length) {
      const n = unitBytes(this.text, i);
      if (at + n > b) break;
      at += n;
      i++;
    }
    return i;
  }

  /** Byte offset of the string index `u`. */
  byte(u: number): number {
    if (u <= 0) return 0;
    if (u >= this.text.length) return this.bytes;
    if (!this.marks) return u;
    const m = Math.floor(u / STEP);
    let at = this.marks[m]!;
    for (let i = m * STEP; i < u; i++) at += unitBytes(this.text, i);
    return at;
  }
}
