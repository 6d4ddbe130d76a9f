import type { Instant } from './finding.ts';

const dayMs = 86_400_000;

/** Whole days that have passed: all of day 90 is still 90, the next moment is 91. */
export const daysSince = (at: Instant, now: Date): number =>
  Math.floor((now.getTime() - Date.parse(at)) / dayMs);

/** The day on which so many days have passed since then: 2026-11-20. */
export const dayAfter = (at: Instant, days: number): string => dayOf(new Date(Date.parse(at) + days * dayMs));

export const dayOf = (at: Date | Instant): string => new Date(at).toISOString().slice(0, 10);

/** 2026-11-20 12:00 UTC. */
export const minuteOf = (at: Instant): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** The moment so many days after another. */
export const atEnd = (since: string, days: number): string =>
  new Date(Date.parse(since) + days * 86_400_000).toISOString();
