import { type Actor, including, may, type Role, signature } from '../../src/domain/people.ts';
import type { PeopleDesk } from '../../src/engine/services.ts';

const member = (name: string, ...granted: Role[]): Actor => ({
  platform: 'slack',
  team: 'T1',
  id: `U${name.toUpperCase()}`,
  name,
  person: name.toLowerCase(),
  roles: including(granted),
  standing: 'member',
});

/** The people of a made-up clinic, one for each thing that can be said of a person. */
export const people = {
  vera: member('Vera', 'viewer'),
  ann: member('Ann', 'responder'),
  bob: member('Bob', 'responder'),
  ravi: member('Ravi', 'approver'),
  olga: member('Olga', 'officer'),
  adam: member('Adam', 'admin'),
  nora: { ...member('Nora'), roles: [] },
  gus: { ...member('Gus', 'officer', 'admin'), standing: 'guest' },
  sam: { ...member('Sam', 'officer', 'admin'), standing: 'stranger' },
  rob: { ...member('Rob', 'officer', 'admin'), standing: 'bot' },
  dora: { ...member('Dora', 'officer', 'admin'), standing: 'deactivated' },
} as const satisfies Readonly<Record<string, Actor>>;

const all: readonly Actor[] = Object.values(people);

export const peopleDesk: PeopleDesk = {
  holding: (role) => all.filter((a) => a.standing === 'member' && a.roles.includes(role)).map((a) => a.name),
  async resolve(typed, from) {
    const name = typed.replace(/^<?@/, '').replace(/>$/, '').toLowerCase();
    const found =
      name === 'me' ? from.actor : all.find((a) => a.id.toLowerCase() === name || a.person === name);
    return found ? { id: found.person, name: found.name } : null;
  },
  actor: async (signed) => all.find((a) => signature(a) === signed) ?? null,
  members: async (role) => all.filter((a) => may(a, role)),
  nameOf: (id) => all.find((a) => a.person === id || `slack:T1:${a.id}` === id)?.name ?? id,
};
