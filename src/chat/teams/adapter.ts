import type { Conversations } from '../../domain/store.ts';
import type { ChatAdapter } from '../adapter.ts';
import { createWire } from './bot-framework.ts';
import { createDesk } from './desk.ts';
import { refusedAtTheGate } from './gate.ts';
import { createTurn, type Turn } from './handlers.ts';
import { failure, type Log } from './log.ts';
import { createPeople, type TeamsPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createPosting } from './post.ts';
import { createPresses } from './presses.ts';
import { createReplies } from './replies.ts';
import { createSender } from './sender.ts';
import { createServerFor } from './server.ts';
import {
  checkSettings,
  type TeamsSettings,
  usualLoginUrl,
  usualOpenIdUrl,
  usualPath,
  usualServiceUrl,
} from './settings.ts';
import { createSharing } from './share.ts';
import { createShelf } from './shelf.ts';
import { createShown } from './shown.ts';
import { createTokens } from './tokens.ts';

export interface TeamsAdapter extends ChatAdapter {
  readonly people: TeamsPeople;
  /** The tenant of channels that the configuration names. */
  readonly tenant: string;
  /** Where it listens, once it does. */
  port(): number | null;
  /** When a press was last answered: a whole round trip, from Teams and back. */
  pressedAt(): Date | null;
}

export interface TeamsPorts {
  readonly log: Log;
  readonly conversations: Conversations;
  readonly now?: () => Date;
  /** How long a press may wait for its answer. */
  readonly patienceMs?: number;
}

const lastWordsMs = 10_000;
const keepPostsMs = 90 * 86_400_000;

/** Teams, by the Bot Framework's protocol. The outbox is the one place that tries again, so no call here does. */
export function createTeamsAdapter(settings: TeamsSettings, ports: TeamsPorts): TeamsAdapter {
  checkSettings(settings);
  const { appId, password = '', tenants, host, port, path = usualPath, demo = false } = settings;
  const { openIdUrl = usualOpenIdUrl, loginUrl = usualLoginUrl, serviceUrl = usualServiceUrl } = settings;
  const { log, conversations, now = () => new Date(), patienceMs = 5000 } = ports;
  const tenant = tenants[0] ?? '';
  const tokens = demo ? null : createTokens({ appId, password, tenant, loginUrl }, () => now().getTime());
  const onRefused = (error: unknown) => log.warn({ ...failure(error) }, 'a request was refused');
  const wire = createWire({ appId, demo, tokens, openIdUrl, loginUrl, onRefused });
  const places = createPlaces(conversations, wire, { serviceUrl, bot: `28:${appId}` }, log, now);
  const people = createPeople(wire, places, settings, log, () => now().getTime());
  const shown = createShown();
  const sender = createSender(wire, shown);
  const running = new Set<Promise<unknown>>();
  let turn: Turn | null = null;
  let pressedAt: Date | null = null;

  const run = (work: Promise<unknown>) => {
    const kept = work.finally(() => running.delete(kept));
    running.add(kept);
  };

  const server = createServerFor({ host, port, path, log }, async (header, activity) => {
    const refused = refusedAtTheGate(activity, settings);
    if (refused !== null) {
      log.warn({ because: refused }, 'a request was refused');
      return { status: 401 };
    }
    return wire.receive(header, activity, async () => {
      const answer = (await turn?.(activity)) ?? null;
      if (answer?.status === 200) pressedAt = now();
      return answer;
    });
  });

  return {
    name: 'teams',
    people,
    tenant,
    port: () => server.port(),
    pressedAt: () => pressedAt,
    async start(ears) {
      const shelf = createShelf();
      const replies = createReplies(sender, places, shelf, log);
      const desk = createDesk({ ears, people, replies, sender, shown, log });
      const sharing = createSharing(shelf, replies, log);
      const pressing = { ears, desk, people, replies, sender, sharing, shown, patienceMs, log, run };
      const presses = createPresses(pressing);
      turn = createTurn({ desk, presses, people, places, replies, log, run });
      await conversations.prune(new Date(now().getTime() - keepPostsMs).toISOString());
      await server.open();
      run(people.learn());
    },
    ...createPosting(sender, places, conversations, log, now),
    healthy: () => server.healthy(),
    async stop() {
      await server.close();
      const ended = Promise.allSettled(running);
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, lastWordsMs);
      });
      await Promise.race([ended, enough]);
      clearTimeout(timer);
      if (running.size > 0) log.warn({ left: running.size }, 'requests were still being served at the end');
    },
  };
}
