import type { Role } from '../domain/people.ts';
import type { Origin, PeopleDesk } from './services.ts';

/** Where people are known: a workspace, or the people of a terminal. */
export interface Directory {
  readonly platform: Origin['channel']['platform'];
  holding(role: Role): readonly string[];
  resolve(typed: string): Promise<{ id: string; name: string } | null>;
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
    async resolve(typed, from) {
      if (typed.toLowerCase() === 'me') return { id: from.actor.id, name: from.actor.name };
      const directory = directories().find((d) => d.platform === from.channel.platform);
      return (await directory?.resolve(typed)) ?? null;
    },
  };
}
