import { type Actor, including, may, type Role, roles } from '../../domain/people.ts';
import { createCache } from '../cache.ts';
import { type Incoming, tenantOf } from './activity.ts';
import type { Member, Wire } from './bot-framework.ts';
import { failure, type Log } from './log.ts';
import type { Places, Room } from './places.ts';
import type { TeamsSettings } from './settings.ts';
import { standingOf } from './standing.ts';

export interface TeamsPeople {
  /** Who said it. Never fails: who cannot be looked up is a stranger without roles. */
  actor(activity: Incoming): Promise<Actor>;
  /** The account as Teams vouches for it at this moment, nothing remembered; null if it is of no one here. Never fails. */
  fresh(signature: string): Promise<Actor | null>;
  /** The members who hold the role. Who cannot be looked up is left out. */
  members(role: Role): Promise<readonly Actor[]>;
  /** The person whom `<@id>`, an address or `@name` means; null if nobody or more than one. */
  resolve(typed: string): Promise<{ id: string; name: string } | null>;
  /** Names of those who hold the role; an id where the name is unknown. */
  holding(role: Role): readonly string[];
  nameOf(id: string): string | null;
  /** Members seen lately, as a form offers them and the command line writes them. */
  choosable(): readonly { readonly label: string; readonly value: string }[];
  /** Looks up the people of the configuration, so that `holding` can name them. Never fails. */
  learn(): Promise<void>;
  /** The object id of somebody who was mentioned by Teams' own id. */
  idOf(
    activity: Incoming,
    account: { readonly id: string; readonly aadObjectId?: string },
  ): Promise<string | null>;
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly standing: Actor['standing'];
}

/** A conversation, and whose it is if it is one person's. */
type From = Pick<Room, 'id' | 'serviceUrl' | 'user'>;

const minuteMs = 60_000;
/** How old an answer may be on which people are told who can approve. */
const recentMs = 30_000;

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4,16}){4}$/i;

/** The roster of newer services writes `objectId` for what activities call `aadObjectId`. */
const idIn = (member: Member): string =>
  (member.aadObjectId ?? (member as { objectId?: string }).objectId ?? '').toLowerCase();

function knownAs(member: Member, tenants: readonly string[]): Known {
  const { name, userPrincipalName, email } = member;
  const names = [name, userPrincipalName, email].filter((one): one is string => !!one);
  const id = idIn(member);
  return { id, name: names[0] ?? id, names, standing: standingOf(member, tenants) };
}

export function createPeople(
  wire: Pick<Wire, 'member'>,
  places: Pick<Places, 'roomsFor'>,
  settings: Pick<TeamsSettings, 'roles' | 'persons' | 'tenants'>,
  log: Log,
  now: () => number = Date.now,
): TeamsPeople {
  const { tenants } = settings;
  const home = tenants[0] ?? '';
  const persons = new Map(
    Object.entries(settings.persons ?? {}).map(([account, person]) => [account.toLowerCase(), person]),
  );
  const members = createCache<Known>(5 * minuteMs, 5000, now);

  const entriesOf = (role: Role): readonly string[] => [
    ...new Set(
      roles
        .filter((held) => including([held]).includes(role))
        .flatMap((held) => settings.roles[held] ?? [])
        .map((id) => id.toLowerCase()),
    ),
  ];

  const personOf = (team: string, id: string): string =>
    persons.get(`teams:${team}:${id}`.toLowerCase()) ?? persons.get(id) ?? `teams:${team}:${id}`;

  const rolesOf = (id: string): readonly Role[] =>
    including(roles.filter((role) => settings.roles[role]?.some((one) => one.toLowerCase() === id)));

  /** Teams' own ids of people whom a roster vouched for: every roster knows those, and not all know object ids. */
  const ownIds = new Map<string, string>();

  /** Asks one conversation after the other, since each knows only those who are in it. */
  async function found(team: string, id: string, here: readonly From[]): Promise<Known> {
    const elsewhere = (await places.roomsFor(team, id)).filter((r) => !here.some((h) => h.id === r.id));
    let cause: unknown;
    for (const { serviceUrl, id: conversation, user } of [...here, ...elsewhere]) {
      for (const wanted of new Set([user ?? ownIds.get(id) ?? id, id])) {
        try {
          const member = await wire.member(serviceUrl, conversation, wanted);
          // A roster that answers with somebody else vouches for nobody.
          if (idIn(member) !== id) continue;
          ownIds.set(id, member.id);
          return knownAs(member, tenants);
        } catch (error) {
          cause = error;
        }
      }
    }
    throw new Error('no conversation knows this person', { cause });
  }

  async function vouched(
    team: string,
    id: string,
    how: { here?: readonly From[]; name?: string | undefined; youngerMs?: number } = {},
  ): Promise<Actor> {
    const { here = [], name, youngerMs } = how;
    const look = () => found(team, id, here);
    const known = await members.get(`${team} ${id}`, look, youngerMs).catch((error: unknown) => {
      log.warn({ user: id, ...failure(error) }, 'a person could not be looked up: treated as a stranger');
      return { id, name: name ?? id, standing: 'stranger' as const };
    });
    const member = known.standing === 'member';
    return {
      platform: 'teams',
      team,
      id,
      name: known.name,
      person: personOf(team, id),
      roles: member ? rolesOf(id) : [],
      standing: known.standing,
    };
  }

  const peek = (id: string): Known | undefined => {
    for (const team of tenants.length > 0 ? tenants : [home]) {
      const known = members.peek(`${team} ${id.toLowerCase()}`);
      if (known) return known;
    }
    return undefined;
  };

  return {
    async actor(activity) {
      const { from, conversation, serviceUrl, channelData } = activity;
      const team = tenantOf(activity);
      const id = from.aadObjectId?.toLowerCase();
      const named = from.name ?? from.id;
      // In a shared channel the people of other tenants speak in ours.
      const theirs: unknown = channelData?.['tenant']?.id;
      // Also of another tenant that is ours: one person must not be two by where they speak.
      const foreign = typeof theirs === 'string' && tenants.length > 0 && theirs !== team;
      const isBot = from.id.startsWith('28:') || from.role === 'bot';
      if (!id || foreign || isBot) {
        const standing = isBot ? 'bot' : 'stranger';
        const known = id ?? from.id;
        const person = `teams:${foreign ? theirs : team}:${known}`;
        return { platform: 'teams', team, id: known, name: named, person, roles: [], standing };
      }
      return vouched(team, id, {
        here: [{ id: conversation.id, serviceUrl, user: from.id }],
        name: named,
      });
    },

    async fresh(signature) {
      const [platform, team, given, ...more] = signature.split(':');
      const id = given?.toLowerCase();
      if (platform !== 'teams' || !team || !id || more.length > 0) return null;
      if (tenants.length > 0 && !tenants.includes(team)) return null;
      return vouched(team, id, { name: peek(id)?.name, youngerMs: 0 });
    },

    async members(role) {
      const actors: Actor[] = [];
      for (const id of entriesOf(role)) actors.push(await vouched(home, id, { youngerMs: recentMs }));
      return actors.filter((actor) => may(actor, role));
    },

    async resolve(typed) {
      const [, mentioned] = /^<@([^>|]+)(?:\|[^>]*)?>$/.exec(typed.trim()) ?? [];
      const wanted = (mentioned ?? typed).trim().replace(/^@/, '').toLowerCase();
      if (wanted === '') return null;
      if (objectId.test(wanted)) {
        const { id, name, standing } = await vouched(home, wanted);
        return standing === 'member' || standing === 'guest' ? { id, name } : null;
      }
      const all = [...members.values()].filter(({ standing }) => standing === 'member');
      const same = all.filter(({ names }) => names.some((name) => name.toLowerCase() === wanted));
      const ids = new Set(same.map(({ id }) => id));
      const [one] = same;
      return ids.size === 1 && one ? { id: one.id, name: one.name } : null;
    },

    nameOf(id) {
      const accounts = [...persons].filter(([, person]) => person === id).map(([account]) => account);
      for (const one of [id, ...accounts.map((account) => account.split(':').at(-1) ?? '')]) {
        const known = peek(one);
        if (known) return known.name;
      }
      return null;
    },

    holding: (role) =>
      entriesOf(role)
        .map((id) => peek(id) ?? { name: id, standing: 'member' as const })
        .filter(({ standing }) => standing === 'member')
        .map(({ name }) => name),

    choosable: () =>
      [...members.values()]
        .filter(({ standing }) => standing === 'member')
        .map(({ id, name }) => ({ label: name, value: `<@${id}>` })),

    async learn() {
      const entries = new Set(roles.flatMap((role) => entriesOf(role)));
      for (const id of entries)
        await members.get(`${home} ${id}`, () => found(home, id, [])).catch(() => null);
    },

    async idOf({ conversation, serviceUrl }, { id, aadObjectId }) {
      if (aadObjectId) return aadObjectId.toLowerCase();
      try {
        return idIn(await wire.member(serviceUrl, conversation.id, id)) || null;
      } catch (error) {
        log.warn({ ...failure(error) }, 'a person who was mentioned could not be looked up');
        return null;
      }
    },
  };
}
