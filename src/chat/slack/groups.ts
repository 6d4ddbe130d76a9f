import type { webApi } from '@slack/bolt';
import { createCache } from '../cache.ts';
import { failure, type Log } from './log.ts';
import { refusal } from './outcome.ts';

/** The users of a group; null if it could not be read. Within one look each group is read once. */
export type Look = (group: string) => Promise<readonly string[] | null>;

export interface Groups {
  /** `youngerMs`: how old an answer may be. */
  look(youngerMs?: number): Look;
  /** The users as they were read last. */
  peek(group: string): readonly string[];
}

export const isGroup = (id: string): boolean => id.startsWith('S');

/** Slack's own word that there is no such group, as against a question that it did not answer. */
const saysNone = (error: unknown): boolean => refusal(error) === 'no_such_subteam';

export function createGroups(client: webApi.WebClient, log: Log, now: () => number): Groups {
  const groups = createCache<readonly string[]>(5 * 60_000, 500, now);
  const ask = async (group: string) => (await client.usergroups.users.list({ usergroup: group })).users ?? [];
  return {
    look(youngerMs) {
      const seen = new Map<string, Promise<readonly string[] | null>>();
      const read = (group: string) =>
        groups
          .get(group, () => ask(group), youngerMs)
          .catch((error: unknown) => {
            log.warn(
              { group, ...failure(error) },
              'a user group could not be read: it gives no role for now',
            );
            return saysNone(error) ? [] : null;
          });
      return (group) => {
        const reading = seen.get(group) ?? read(group);
        seen.set(group, reading);
        return reading;
      };
    },
    peek: (group) => groups.peek(group) ?? [],
  };
}
