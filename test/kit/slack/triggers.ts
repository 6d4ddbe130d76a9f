import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

export const TRIGGER_LIFE_MS = 3_000;

/** A trigger opens one view within three seconds: whoever works first and opens later, fails. */
export interface Triggers {
  issue(userId: string, teamId: string): string;
  exchange(
    trigger: unknown,
  ): { userId: string } | 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id';
}

export function createTriggers(clock: Clock): Triggers {
  const issued = new Map<string, { userId: string; at: number; used: boolean }>();
  return {
    issue: (userId, teamId) => {
      const digits = teamId.replace(/\D/g, '') || '1';
      const trigger = `${issued.size + 1}.${digits}.${randomBytes(16).toString('hex')}`;
      issued.set(trigger, { userId, at: clock.now(), used: false });
      return trigger;
    },
    exchange: (trigger) => {
      const found = issued.get(String(trigger));
      if (!found) return 'invalid_trigger_id';
      if (found.used) return 'exchanged_trigger_id';
      if (clock.now() - found.at > TRIGGER_LIFE_MS) return 'expired_trigger_id';
      found.used = true;
      return { userId: found.userId };
    },
  };
}
