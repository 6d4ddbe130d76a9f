import type { webApi } from '@slack/bolt';
import { type Actor, including, may, type Role, roles } from '../../domain/people.ts';
import { createCache } from '../cache.ts';
import { createGroups, isGroup, type Look } from './groups.ts';
import type { Self } from './identity.ts';
import { failure, type Log } from './log.ts';
import { refusal } from './outcome.ts';
import type { SlackSettings } from './settings.ts';

export interface SlackPeople {
  /** Never fails: who cannot be looked up is a stranger without roles. */
  actor(userId: string, said?: { team?: string | undefined; name?: string | undefined }): Promise<Actor>;
  /**
   * The account as Slack vouches for it, learned at most 10 s ago and since its person last spoke; null if it is of no one
   * here. Throws when Slack could not be asked: that says nothing about the person.
   */
  fresh(signature: string): Promise<Actor | null>;
  /** The members who hold the role, by users and groups as they are now. Who cannot be looked up is left out. */
  members(role: Role): Promise<readonly Actor[]>;
  /** The person whom `<@U1>` or `@name` means; null if nobody or more than one. */
  resolve(typed: string): Promise<{ id: string; name: string } | null>;
  /** Names of those who hold the role, as far as they and their groups were read; an id where the name is unknown. */
  holding(role: Role): readonly string[];
  /** The name of a user id or a person, if it was read lately; null otherwise. */
  nameOf(id: string): string | null;
  /** Reads the people and groups of the configuration, so that `holding` can name them. Never fails. */
  learn(): Promise<void>;
}

interface Member {
  readonly id: string;
  readonly name: string;
  /** All the names that somebody may type. */
  readonly names: readonly string[];
  readonly standing: Actor['standing'];
}

const minuteMs = 60_000;
/** How old an answer may be on which people are told who can approve. */
const recentMs = 30_000;
/** How old an answer may be on which a change is begun, so that a batch does not ask for each of its targets. */
const freshMs = 10_000;
const listPages = 20;
const mostNamed = 100;

type User = NonNullable<webApi.UsersInfoResponse['user']>;

function standingOf(user: User, team: string): Actor['standing'] {
  const { enterprise_user: enterprise } = user;
  const ours = user.team_id === team || enterprise?.teams?.includes(team) === true;
  if (user.deleted) return 'deactivated';
  if (user.is_bot || user.is_workflow_bot) return 'bot';
  if (user.is_stranger || !ours) return 'stranger';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}

function memberOf(user: User, team: string): Member {
  const { profile } = user;
  const names = [profile?.display_name, user.name, user.real_name, profile?.real_name].filter(
    (name): name is string => !!name,
  );
  return { id: user.id ?? '', name: names[0] ?? user.id ?? '', names, standing: standingOf(user, team) };
}

/** Slack's own word that there is nobody, as against a question that it did not answer. */
const saysNobody = (error: unknown): boolean =>
  ['user_not_found', 'user_not_visible'].includes(refusal(error) ?? '');

/** Without its cause, which carries the request and the token in it. */
const unasked = (what: string): Error => new Error(`Slack could not be asked: ${what} could not be read`);

export function createPeople(
  client: webApi.WebClient,
  self: Self,
  settings: Pick<SlackSettings, 'roles' | 'persons'>,
  log: Log,
  now: () => number = Date.now,
): SlackPeople {
  const members = createCache<Member>(5 * minuteMs, 5000, now);
  const groups = createGroups(client, log, now);
  const lists = createCache<readonly Member[]>(10 * minuteMs, 1, now);
  const vouchers = createCache<Actor | null>(freshMs, 500, now);

  const lookUp = (id: string, youngerMs?: number) =>
    members.get(
      id,
      async () => {
        const [{ team }, { user }] = await Promise.all([self.learn(), client.users.info({ user: id })]);
        if (!user) throw new Error(`users.info knows no ${id}`);
        return memberOf(user, team);
      },
      youngerMs,
    );

  /** The roles that are sure, and the groups that could not be read and might give another one. */
  async function rolesOf(id: string, usersIn: Look) {
    const held = new Set<Role>();
    const unread: { readonly role: Role; readonly group: string }[] = [];
    for (const role of roles) {
      const entries = settings.roles[role] ?? [];
      if (entries.includes(id)) held.add(role);
      else
        for (const group of entries.filter(isGroup)) {
          const users = await usersIn(group);
          if (users === null) unread.push({ role, group });
          else if (users.includes(id)) held.add(role);
        }
    }
    const sure = including([...held]);
    return { roles: sure, unread: unread.flatMap(({ role, group }) => (sure.includes(role) ? [] : [group])) };
  }

  /** Users and groups to whom the configuration gives the role, or one that includes it. */
  const entriesOf = (role: Role): readonly string[] =>
    roles.filter((held) => including([held]).includes(role)).flatMap((held) => settings.roles[held] ?? []);

  function holders(role: Role): readonly string[] {
    const entries = entriesOf(role);
    return [...new Set(entries.flatMap((id) => (isGroup(id) ? groups.peek(id) : [id])))];
  }

  const personOf = (team: string, id: string): string =>
    settings.persons?.[`slack:${team}:${id}`] ?? settings.persons?.[id] ?? `slack:${team}:${id}`;

  async function everybody(): Promise<readonly Member[]> {
    const { team } = await self.learn();
    const all: Member[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < listPages; page++) {
      const answer = await client.users.list({ limit: 500, ...(cursor ? { cursor } : {}) });
      for (const user of answer.members ?? []) all.push(memberOf(user as User, team));
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (!cursor) break;
    }
    return all;
  }

  const actorOf = (
    team: string,
    id: string,
    member: Omit<Member, 'names'>,
    held: readonly Role[],
  ): Actor => ({
    platform: 'slack',
    team,
    id,
    name: member.name,
    person: personOf(team, id),
    roles: member.standing === 'member' ? held : [],
    standing: member.standing,
  });

  async function vouched(
    id: string,
    said: { team?: string | undefined; name?: string | undefined } = {},
    youngerMs?: number,
    usersIn = groups.look(youngerMs),
  ): Promise<Actor> {
    const team = (await self.learn().catch(() => null))?.team ?? said.team ?? '';
    const unknown = { id, name: said.name ?? id, standing: 'stranger' as const };
    const member = await lookUp(id, youngerMs).catch((error: unknown) => {
      log.warn({ user: id, ...failure(error) }, 'a person could not be looked up: treated as a stranger');
      return unknown;
    });
    const held = member.standing === 'member' ? (await rolesOf(id, usersIn)).roles : [];
    return actorOf(team, id, member, held);
  }

  /** Asked now. Throws where Slack did not answer, so that nobody loses a role over an outage. */
  async function vouchedNow(team: string, id: string): Promise<Actor | null> {
    let member: Member;
    try {
      member = await lookUp(id, 0);
    } catch (error) {
      if (saysNobody(error)) return null;
      log.warn({ user: id, ...failure(error) }, 'a person could not be looked up: that says nothing of them');
      throw unasked(`the person ${id}`);
    }
    if (member.standing !== 'member') return actorOf(team, id, member, []);
    const { roles: held, unread } = await rolesOf(id, groups.look(0));
    if (unread.length > 0) throw unasked(`the user group ${unread.join(', ')}`);
    return actorOf(team, id, member, held);
  }

  return {
    actor(id, said) {
      // What was true before somebody spoke says nothing about the time after it.
      vouchers.forget(id);
      return vouched(id, said);
    },

    async fresh(signature) {
      const [platform, team, id, ...more] = signature.split(':');
      if (platform !== 'slack' || !team || !id || more.length > 0) return null;
      const { team: ours } = await self.learn().catch((error: unknown) => {
        log.warn({ ...failure(error) }, 'the workspace could not be read');
        throw unasked('the workspace');
      });
      // An id says something only within its own workspace.
      return ours === team ? vouchers.get(id, () => vouchedNow(team, id)) : null;
    },

    async members(role) {
      const found = new Set<string>();
      const usersIn = groups.look(recentMs);
      for (const entry of new Set(entriesOf(role)))
        for (const id of isGroup(entry) ? ((await usersIn(entry)) ?? []) : [entry]) found.add(id);
      const actors: Actor[] = [];
      for (const id of found) actors.push(await vouched(id, {}, recentMs, usersIn));
      return actors.filter((actor) => may(actor, role));
    },

    async resolve(typed) {
      const [, mentioned] = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed.trim()) ?? [];
      const id = mentioned ?? (/^[UW][A-Z0-9]{6,}$/.test(typed.trim()) ? typed.trim() : undefined);
      const named = (member: Member) => ({ id: member.id, name: member.name });
      try {
        if (id) {
          const member = await lookUp(id);
          return member.standing === 'member' || member.standing === 'guest' ? named(member) : null;
        }
        const wanted = typed.trim().replace(/^@/, '').toLowerCase();
        if (wanted === '') return null;
        const all = await lists.get('all', everybody);
        const found = all.filter(
          ({ standing, names }) =>
            standing === 'member' && names.some((name) => name.toLowerCase() === wanted),
        );
        return found.length === 1 && found[0] ? named(found[0]) : null;
      } catch (error) {
        log.warn({ ...failure(error) }, 'a person could not be looked up');
        return null;
      }
    },

    nameOf(id) {
      const accounts = Object.entries(settings.persons ?? {}).filter(([, person]) => person === id);
      const ids = [id, ...accounts.map(([account]) => account.split(':').at(-1) ?? '')];
      for (const one of ids) {
        const member = members.peek(one);
        if (member) return member.name;
      }
      return null;
    },

    holding: (role) => {
      const now = holders(role).map(
        (id) => members.peek(id) ?? { id, name: id, standing: 'member' as const },
      );
      return now.filter(({ standing }) => standing === 'member').map(({ name }) => name);
    },

    async learn() {
      const entries = new Set(roles.flatMap((role) => settings.roles[role] ?? []));
      const usersIn = groups.look();
      for (const group of entries) if (isGroup(group)) await usersIn(group);
      const named = new Set(roles.flatMap((role) => holders(role)));
      for (const id of [...named].slice(0, mostNamed)) await lookUp(id).catch(() => null);
    },
  };
}
