import type { Expiry, Tags } from '../domain/check.ts';
import { dayOf } from '../domain/days.ts';
import { fingerprintOf } from '../domain/finding.ts';
import type { Channel } from '../domain/message.ts';
import { type CloudUser, chatAccountsOf, personOfUser } from '../domain/people.ts';
import type { Engine } from './context.ts';
import type { Sight } from './inspect.ts';

/** One day that comes near, as people are told of it. */
export interface Notice {
  readonly account: string;
  readonly resource: string;
  readonly expiry: Expiry;
  readonly daysLeft: number;
}

interface Due extends Notice {
  /** Whom it belongs to; null: nobody who is known. */
  readonly person: string | null;
  readonly who: CloudUser | null;
  readonly rung: number;
  /** Once per rung of the ladder, whatever scans see it. */
  readonly key: string;
}

interface Post {
  readonly key: string;
  readonly channel: Channel;
  readonly whose: 'yours' | 'nobodys';
  readonly list: readonly Due[];
}

/** More messages than these in one place are one message a day. */
const mostPosts = 10;

/** The first scan of an organization finds hundreds of days that come near: they are told in one list, the nearest first. */
const fewOf = (posts: readonly Post[], today: string): readonly Post[] =>
  [...Map.groupBy(posts, ({ channel: c, whose }) => `${c.platform}:${c.team}:${c.id}:${whose}`)].flatMap(
    ([place, here]) => {
      const [first] = here;
      if (!first || here.length <= mostPosts) return here;
      const list = here.flatMap((post) => post.list).sort((a, b) => a.daysLeft - b.daysLeft);
      return [{ ...first, key: `expiry:${today}:${place}`, list }];
    },
  );

const dayMs = 86_400_000;

/** The rung on which so many days are left: the least that is not passed yet; null before the first and after the last. */
export function rungOf(ladder: readonly number[], daysLeft: number): number | null {
  if (daysLeft < 0) return null;
  return ladder.filter((days) => daysLeft <= days).sort((a, b) => a - b)[0] ?? null;
}

/** The IAM user in the ARN of a user, or of one of its access keys. */
const userIn = (arn: string): string | null =>
  /:user\/(?:[^:]*\/)?([^/:]+)$/.exec(arn.replace(/\/access-key-\d$/, ''))?.[1] ?? null;

/**
 * Gathers, while a scan runs, what is to be done by a day that comes near, and tells its owners by direct message: once
 * for each rung of the ladder. What belongs to nobody who is known is told where alerts of the account go.
 */
export function createExpiryNotices(engine: Engine) {
  const due: Due[] = [];

  function saw(sight: Sight): void {
    if (sight.kind !== 'resource') return;
    const { identity, subject, facts } = sight;
    for (const { checkId: check, expiry } of sight.asked) {
      if (!expiry) continue;
      const daysLeft = Math.floor((Date.parse(expiry.at) - engine.now().getTime()) / dayMs);
      const rung = rungOf(engine.rules.noticeDays, daysLeft);
      if (rung === null) continue;
      const told = facts['tags'];
      const tags = (subject.tags ?? (told?.known ? told.value : null) ?? {}) as Tags;
      const user = userIn(subject.id);
      const fingerprint = fingerprintOf({
        provider: engine.provider.name,
        account: identity.id,
        region: subject.region,
        checkId: check,
        resource: subject.id,
      });
      const who = user === null ? null : { account: identity.id, user, tags };
      due.push({
        account: identity.id,
        resource: subject.name ?? subject.id,
        expiry,
        daysLeft,
        rung,
        who,
        person: who === null ? null : personOfUser(engine.rules.persons, who),
        key: `expiry:${fingerprint}:${expiry.at}:${rung}`,
      });
    }
  }

  const placesOf = (person: string): readonly Channel[] =>
    chatAccountsOf(engine.rules.persons, person).flatMap((account) => {
      const [platform, team = '', id = ''] = account.split(':');
      return platform === 'slack' || platform === 'teams' ? [{ platform, team, id }] : [];
    });

  /** Where the owner is reached. Whoever has left reads nothing any more: then it is nobody's. */
  async function reached({ person, who }: Due): Promise<readonly Channel[]> {
    if (person === null || who === null) return [];
    const left = (await engine.standing?.(who).catch(() => 'unknown')) === 'deactivated';
    return left ? [] : placesOf(person);
  }

  async function tell(): Promise<void> {
    const now = engine.now();
    const at = now.toISOString();
    const quietUntil = engine.rules.quietUntil(now);
    const hold = quietUntil === null ? {} : { holdUntil: quietUntil };
    const posts: Post[] = [];
    const ownerless: Due[] = [];
    for (const one of due) {
      const places = await reached(one);
      if (places.length === 0) ownerless.push(one);
      for (const channel of places)
        posts.push({
          key: `${one.key}:${channel.platform}:${channel.id}`,
          channel,
          whose: 'yours',
          list: [one],
        });
    }
    // One message for all that comes on one day: the list may change from scan to scan, and is not told again for that.
    const together = Map.groupBy(
      ownerless,
      ({ account, expiry, rung }) => `expiry:${account}:${dayOf(expiry.at)}:${rung}`,
    );
    for (const [key, list] of together) {
      const account = list[0]?.account ?? '';
      const name = engine.accountNames.get(account) ?? account;
      for (const channel of engine.rules.alertChannels({ id: account, name }))
        posts.push({ key: `${key}:${channel.id}`, channel, whose: 'nobodys', list });
    }
    for (const { key, channel, whose, list } of fewOf(posts, dayOf(now)))
      await engine.store.outbox.add({
        key,
        channel,
        message: engine.notices.expiring(list, whose),
        at,
        ...hold,
      });
    if (due.length > 0) engine.wake();
  }

  return { saw, tell };
}
