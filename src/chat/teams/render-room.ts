/** What a part would take if there were room for all of it, and how much it counts beside the others. */
export interface Want {
  readonly bytes: number;
  readonly weight: number;
}

/** How many bytes each part gets: what is small is shown whole, and what is large shares what that leaves. */
export function allotted(wants: readonly Want[], room: number): readonly number[] {
  const order = [...wants.keys()].sort((a, b) => eagerness(wants[a]) - eagerness(wants[b]));
  const out = wants.map(() => 0);
  let left = room;
  let weights = wants.reduce((sum, { weight }) => sum + weight, 0);
  for (const i of order) {
    const { bytes = 0, weight = 1 } = wants[i] ?? {};
    const given = Math.min(bytes, Math.floor((left * weight) / weights));
    out[i] = given;
    left -= given;
    weights -= weight;
  }
  return out;
}

const eagerness = (want: Want | undefined): number => (want ? want.bytes / want.weight : 0);

/** How many of the parts can be shown at all, when each that is cut still takes `least`. */
export function shownOf(wants: readonly Want[], room: number, least: number): number {
  let used = 0;
  const end = wants.findIndex(({ bytes }) => {
    used += Math.min(bytes, least);
    return used > room;
  });
  return end < 0 ? wants.length : end;
}
