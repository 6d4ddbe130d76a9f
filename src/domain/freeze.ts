import type { Instant } from './finding.ts';
import type { Person } from './remediation.ts';

/** The kill switch: one person stops every write, two restart them. */
export interface FreezeState {
  readonly on: boolean;
  /** Who switched it on, and why; null while it has never been on. */
  readonly by: Person | null;
  readonly reason: string | null;
  readonly at: Instant | null;
  /** The first of the two who restart; null while nobody has. */
  readonly restart: { readonly by: Person; readonly reason: string; readonly at: Instant } | null;
  readonly version: number;
}

export const neverFrozen: FreezeState = {
  on: false,
  by: null,
  reason: null,
  at: null,
  restart: null,
  version: 0,
};

export type FreezeStep =
  | {
      readonly ok: true;
      readonly next: FreezeState;
      readonly did: 'stopped' | 'askedToRestart' | 'restarted';
    }
  | { readonly ok: false; readonly refusal: 'alreadyOn' | 'alreadyOff' | 'needsAnother' };

/** How long the first half of a restart stands. */
const restartWithinMs = 60 * 60_000;

export function freeze(f: FreezeState, by: Person, reason: string, at: Instant): FreezeStep {
  if (f.on && f.restart === null) return { ok: false, refusal: 'alreadyOn' };
  // Stopping again takes back a restart that was half agreed.
  return {
    ok: true,
    did: 'stopped',
    next: { on: true, by, reason, at, restart: null, version: f.version + 1 },
  };
}

export function unfreeze(f: FreezeState, by: Person, reason: string, at: Instant): FreezeStep {
  if (!f.on) return { ok: false, refusal: 'alreadyOff' };
  const standing =
    f.restart !== null && Date.parse(at) - Date.parse(f.restart.at) < restartWithinMs ? f.restart : null;
  if (standing === null)
    return {
      ok: true,
      did: 'askedToRestart',
      next: { ...f, restart: { by, reason, at }, version: f.version + 1 },
    };
  if (standing.by.person === by.person) return { ok: false, refusal: 'needsAnother' };
  return {
    ok: true,
    did: 'restarted',
    next: { on: false, by, reason, at, restart: null, version: f.version + 1 },
  };
}

/** A change freeze from configuration: nothing is written within, but by breaking the glass. */
export interface FreezeWindow {
  readonly name: string;
  /** Whether this instant lies within, and until when. */
  until(at: Date): Instant | null;
}
