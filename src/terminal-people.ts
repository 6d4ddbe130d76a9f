import { userInfo } from 'node:os';
import { type Actor, including, type Role, roles } from './domain/people.ts';
import type { Directory } from './engine/people-desk.ts';

/** Somebody at a terminal. Whoever can run this program can read its database, so the operator holds every role. */
export function terminalActor(name: string, granted: readonly Role[] = roles): Actor {
  return {
    platform: 'terminal',
    team: 'local',
    id: name.toLowerCase(),
    name,
    person: name.toLowerCase(),
    roles: including(granted),
    standing: 'member',
  };
}

export function operator(): Actor {
  let name = 'operator';
  try {
    name = userInfo().username;
  } catch {
    // a container's user may have no name
  }
  return terminalActor(name);
}

export const terminalDirectory = (people: readonly Actor[]): Directory => ({
  platform: 'terminal',
  holding: (role) => people.filter((p) => p.roles.includes(role)).map((p) => p.name),
  nameOf: (id) => people.find((p) => p.id === id || p.person === id)?.name ?? null,
  resolve: async (typed) => {
    const wanted = typed.replace(/^@/, '').toLowerCase();
    const found = people.find((p) => p.id === wanted);
    return found ? { id: found.id, name: found.name } : null;
  },
});
