import { type Actor, may, type Role } from '../domain/people.ts';
import type { Origin, PeopleDesk } from './services.ts';

/** Where people are known: a workspace, or the people of a terminal. */
export interface Directory {
  readonly platform: Origin['channel']['platform'];
  holding(role: Role): readonly string[];
  resolve(typed: string): Promise<{ id: string; name: string } | null>;
  /** The account of a signature as it stands now; null if it is of no one here. Throws when the platform could not be asked. */
  fresh(signature: string): Promise<Actor | null>;
  /** The members who hold the role now. */
  members(role: Role): Promise<readonly Actor[]>;
  /** The name of an id or a person, if it is known without asking; null otherwise. */
  nameOf(id: string): string | null;
}

/** Asks the directory of the platform on which the question was put. */
export function createPeopleDesk(directories: () => readonly Directory[]): PeopleDesk {
  return {
    holding: (role) => [...new Set(directories().flatMap((d) => d.holding(role)))],
    nameOf(id) {
      const local = id.split(':').at(-1) ?? id;
      for (const directory of directories()) {
        const name = directory.nameOf(id) ?? directory.nameOf(local);
        if (name !== null) return name;
      }
      return id;
    },
    async actor(signature) {
      for (const directory of directories()) {
        if (!signature.startsWith(`${directory.platform}:`)) continue;
        const actor = await directory.fresh(signature);
        if (actor !== null) return actor;
      }
      return null;
    },
    async members(role) {
      const all = (await Promise.all(directories().map((d) => d.members(role)))).flat();
      return all.filter((actor) => may(actor, role));
    },
    async resolve(typed, from) {
      if (typed.toLowerCase() === 'me') return { id: from.actor.id, name: from.actor.name };
      const directory = directories().find((d) => d.platform === from.channel.platform);
      return (await directory?.resolve(typed)) ?? null;
    },
  };
}
