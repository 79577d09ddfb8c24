/** Whether one edit makes one name of the other. */
export function isNear(one: string, other: string): boolean {
  if (one === other || Math.min(one.length, other.length) < 4) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  if (longer.length === shorter.length)
    return longer.slice(start + 1) === shorter.slice(start + 1) || isSwap(one, other, start);
  return longer.slice(start + 1) === shorter.slice(start);
}

function isSwap(one: string, other: string, at: number): boolean {
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
