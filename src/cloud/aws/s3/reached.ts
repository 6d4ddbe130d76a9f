import type { Collected } from '../../../domain/collected.ts';
import { knownValue } from '../collect.ts';
import type { Open } from './facts/exposure.ts';

export const doors = ['publicRead', 'publicWrite', 'publicPolicy'] as const;

/** Whether strangers reach the bucket by any door. One open door settles it, whatever is unknown of the others. */
export function strangersReach(needs: Readonly<Record<string, Collected<any>>>): boolean {
  const asked = doors.map((door) => needs[door]);
  if (asked.some((door) => door?.known && (door.value as Open).public)) return true;
  for (const door of asked) knownValue(door);
  return false;
}
