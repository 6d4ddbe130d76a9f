import type { Instant } from '../domain/finding.ts';
import { minutesOf } from './written-time.ts';
import { coveredUntil, weekly } from './zone-windows.ts';

/** As the configuration writes it: `{ from: "22:00", to: "07:00", timezone: Europe/Berlin }`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  readonly timezone: string;
}

const everyDay = [0, 1, 2, 3, 4, 5, 6];

/** Until when messages that can wait are held at this moment; null: not now. */
export function quietUntil(hours: QuietHours | null | undefined, at: Date): Instant | null {
  if (!hours) return null;
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  // What was not read as a time holds nothing back.
  if (from === null || to === null) return null;
  return coveredUntil(weekly(everyDay, from, to > from ? 0 : 1, to, hours.timezone), at);
}
