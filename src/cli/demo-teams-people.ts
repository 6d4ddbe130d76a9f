import type { Role } from '../domain/people.ts';

/** Somebody of the made-up tenant. The Playground finds people by `id`, and Teams by the object id: here they are the same. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
}

const person = (name: string, n: number): DemoPerson => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  name,
});

export const tenant = '00000000-0000-4000-8000-0000000000ff';
export const ann = person('Ann', 1);
export const bob = person('Bob', 2);
export const cem = person('Cem', 3);
/** The Playground wants five colleagues of whoever it speaks for. */
const everybody = [ann, bob, cem, person('Dee', 4), person('Eli', 5), person('Fay', 6)];

export const demoRoles: Readonly<Record<Role, readonly string[]>> = {
  viewer: [cem.id],
  responder: [],
  approver: [bob.id],
  officer: [ann.id],
  admin: [ann.id],
};

export const botId = '28:hipaa-demo';
export const chatOf = ({ name }: DemoPerson): string => `chat-of-${name.toLowerCase()}`;
export const groupOf = ({ name }: DemoPerson): string => `group-of-${name.toLowerCase()}`;
const teamOf = ({ name }: DemoPerson): string => `team-of-${name.toLowerCase()}`;

const userOf = ({ id, name }: DemoPerson) => ({
  id,
  name,
  userPrincipleName: `${name.toLowerCase()}@lakeside-clinic.example`,
  aadObjectId: id,
  givenName: name,
  surname: 'Lakeside',
  email: `${name.toLowerCase()}@lakeside-clinic.example`,
});

/** The Playground's configuration for one person's window. Every window is a Teams of its own, so no id is shared. */
export const playgroundOf = (me: DemoPerson): object => ({
  version: '0.1.1',
  tenantId: tenant,
  bot: { id: botId, name: 'HIPAA' },
  currentUser: userOf(me),
  users: everybody.filter(({ id }) => id !== me.id).map(userOf),
  personalChat: { id: chatOf(me) },
  groupChat: { id: groupOf(me), name: 'Security' },
  team: {
    id: teamOf(me),
    name: 'Lakeside Clinic',
    aadGroupId: '00000000-0000-4000-8000-0000000000fe',
    channels: [{ id: `${teamOf(me)}-hipaa`, name: 'HIPAA' }],
  },
});
