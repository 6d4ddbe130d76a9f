import { App } from '@slack/bolt';
import type { ChatAdapter } from '../adapter.ts';
import { createApi } from './api.ts';
import { createDesk } from './desk.ts';
import { createFinder } from './find.ts';
import { handleAll } from './handlers.ts';
import { createHome } from './home.ts';
import { createHttpLine } from './http.ts';
import { createSelf } from './identity.ts';
import { boltLogger, failure, type Log } from './log.ts';
import { unfit } from './outcome.ts';
import { createPeople, type SlackPeople } from './people.ts';
import { createPosting } from './post.ts';
import { createReplies } from './reply.ts';
import { checkSettings, type SlackSettings } from './settings.ts';
import { createSharing } from './share.ts';
import { createShelf } from './shelf.ts';
import { createSocketLine, type Line } from './socket.ts';

export interface SlackAdapter extends ChatAdapter {
  readonly people: SlackPeople;
  /** The workspace, once Slack has said so: what channels are addressed with. */
  team(): Promise<string>;
  /** Where HTTP mode listens; null in Socket Mode. */
  port(): number | null;
}

const callMs = 15_000;
const lastWordsMs = 10_000;

function lineOf(settings: SlackSettings, log: Log): Line & { address?(): number | null } {
  const { mode, appToken = '', signingSecret = '', apiUrl, port, host, path = '/slack/events' } = settings;
  switch (mode) {
    case 'socket':
      return createSocketLine({ appToken, apiUrl, log });
    case 'http':
      return createHttpLine({ signingSecret, port, host, path, log });
  }
}

/** Slack, by Socket Mode or signed HTTP. The outbox is the one place that tries again, so no call here does. */
export function createSlackAdapter(settings: SlackSettings, { log }: { log: Log }): SlackAdapter {
  checkSettings(settings);
  const { botToken, apiUrl, home: homeSays = ['status', 'approvals'] } = settings;
  const line = lineOf(settings, log);
  const app = new App({
    receiver: line.receiver,
    // Known without asking: nothing may stand between a request and its acknowledgement.
    authorize: async () => {
      const known = self.known();
      return { botToken, ...(known ? { botId: known.botId, botUserId: known.userId } : {}) };
    },
    logger: boltLogger(log),
    convoStore: false,
    clientOptions: {
      ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: callMs,
      headers: { authorization: `Bearer ${botToken}` },
    },
  });
  app.error(async (error) => log.error({ ...failure(error) }, 'Bolt could not serve a request'));
  const { client } = app;
  const self = createSelf(client);
  const api = createApi(client);
  const people = createPeople(client, self, settings, log);
  const posting = createPosting(client, api, self, log);
  const finder = createFinder(client, api, self, log);
  const running = new Set<Promise<void>>();
  let started = false;

  const run = (work: Promise<void>) => {
    const kept = work.finally(() => running.delete(kept));
    running.add(kept);
  };

  return {
    name: 'slack',
    people,
    team: async () => (await self.learn()).team,
    port: () => line.address?.() ?? null,
    async start(ears) {
      const shelf = createShelf();
      const replies = createReplies(client, api, shelf, log);
      const desk = createDesk({ ears, people, self, api, replies, log });
      const sharing = createSharing(api, shelf, replies, log);
      const home = createHome(client, desk, homeSays, log);
      handleAll(app, { client, ears, api, self, desk, replies, sharing, home, log, run });
      await self.learn().catch((error: unknown) => {
        // A wrong token is said at once; a network that is down may come back.
        if (unfit(error)) throw error;
        log.warn({ ...failure(error) }, 'Slack was not reached yet');
      });
      await line.open();
      started = true;
      run(people.learn());
    },
    ...posting,
    ...finder,
    healthy: () => started && line.healthy(),
    async stop() {
      if (!started) return;
      started = false;
      await line.close();
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
