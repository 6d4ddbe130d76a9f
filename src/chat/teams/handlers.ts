import { randomUUID } from 'node:crypto';
import { createOnce } from '../cache.ts';
import type { Account, Incoming } from './activity.ts';
import type { Answer } from './bot-framework.ts';
import type { Desk } from './desk.ts';
import { spoken } from './hearing.ts';
import { failure, type Log } from './log.ts';
import type { TeamsPeople } from './people.ts';
import { placeOf } from './place.ts';
import type { Places } from './places.ts';
import type { Presses } from './presses.ts';
import { note, type Replies } from './replies.ts';

export type Turn = (activity: Incoming) => Promise<Answer | null>;

const greeting = note(
  'Hello. I look after the HIPAA findings of your cloud accounts. Say “help” to see what I can do; in a channel, mention me first.',
);

/** Unique per act, and the same when Teams delivers the act again. */
const keyOf = ({ conversation, id }: Incoming): string => `teams:${conversation.id}:${id ?? randomUUID()}`;

const isIn = (list: readonly Account[] | undefined, { id }: Account): boolean =>
  list?.some((one) => one.id === id) ?? false;

/** What each activity means. Messages are answered after the request is; only an invoke waits. */
export function createTurn(parts: {
  desk: Desk;
  presses: Presses;
  people: Pick<TeamsPeople, 'idOf'>;
  places: Places;
  replies: Pick<Replies, 'openly'>;
  log: Log;
  run(work: Promise<unknown>): void;
}): Turn {
  const { desk, presses, people, places, replies, log, run } = parts;
  const first = createOnce();

  const guarded = (work: Promise<unknown>) =>
    run(
      work.catch((error: unknown) => {
        log.error({ ...failure(error) }, 'an activity from Teams was not served');
      }),
    );

  const noted = (activity: Incoming): Promise<boolean> =>
    places.note(activity).catch((error: unknown) => {
      log.error({ ...failure(error) }, 'a conversation could not be noted');
      return false;
    });

  async function message(activity: Incoming, key: string): Promise<void> {
    await noted(activity);
    if (!activity.text && activity.value !== undefined && activity.value !== null)
      return presses.submitted(activity, key);
    const says = (await spoken(activity, (account) => people.idOf(activity, account))) || 'help';
    await desk.serve({ key, says, activity, place: placeOf(activity) });
  }

  async function letIn(activity: Incoming): Promise<void> {
    if (await noted(activity)) await replies.openly(placeOf(activity), greeting);
  }

  async function putOut(activity: Incoming): Promise<void> {
    if (await places.forget(activity))
      log.info({ channel: activity.conversation.id }, 'the bot was removed from a conversation');
  }

  return async (activity) => {
    const { type, name, action = '', recipient, membersAdded, membersRemoved } = activity;
    const key = keyOf(activity);
    switch (type) {
      case 'invoke':
        if (name !== 'adaptiveCard/action') return { status: 501 };
        guarded(noted(activity));
        return presses.executed(activity, key);
      case 'message':
        // Teams delivers again what it believes was not heard; the router would notice too, but later.
        if (first(key)) guarded(message(activity, key));
        return null;
      case 'installationUpdate':
        guarded(action.startsWith('remove') ? putOut(activity) : letIn(activity));
        return null;
      case 'conversationUpdate':
        if (isIn(membersRemoved, recipient)) guarded(putOut(activity));
        else if (isIn(membersAdded, recipient)) guarded(letIn(activity));
        return null;
      default:
        return null;
    }
  };
}
