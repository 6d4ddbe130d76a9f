import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TeamsAdapter } from '../chat/teams/adapter.ts';
import type { Config } from '../config.ts';
import type { Channel } from '../domain/message.ts';
import type { Log } from '../engine/context.ts';
import { type App, build } from '../main.ts';
import { ann, bob, botId, chatOf, demoRoles, groupOf, playgroundOf, tenant } from './demo-teams-people.ts';
import { type Playground, startPlayground } from './playground.ts';
import { write } from './streams.ts';

/** Microsoft's own port, and the one after it. */
const firstPort = 56_150;

const inTeams = (id: string): Channel => ({ platform: 'teams', team: tenant, id });

const story = (hers: string, his: string, opened: boolean): string => `
Microsoft's Agents Playground shows the bot as Teams would: no account, no credentials, and nothing leaves this machine.
It speaks for one person, so there are two. ${opened ? 'Both open in your browser' : 'Open both in a browser'} before you begin:

  Ann   ${hers}   officer and admin: she asks
  Bob   ${his}   approver: he is asked

As Ann, under "Personal Chat":
  1. Type scan. A moment later the card says what was found.
  2. Type findings resource:lab-results, and press the first "Show F-…".
  3. Press "Fix": that is the plan. Press "Request approval", say why, and press "Request".
As Bob, where the request has come by itself (else type approvals):
  4. Press "Approve", and type what the form asks for. The change is made, and the cards of both say so.
Try to approve as Ann, too: she is told why she may not. "Undo" goes the same road.

Ctrl-C ends the demo.
`;

async function connect(app: App, log: Log): Promise<TeamsAdapter> {
  const { createTeamsAdapter } = await import('../chat/teams/adapter.ts');
  const { store, now } = app.engine;
  const settings = { appId: '', demo: true, tenants: [tenant], host: '127.0.0.1', port: 0, roles: demoRoles };
  const teams = createTeamsAdapter(settings, { log, conversations: store.conversations, now });
  app.connect(teams, { platform: 'teams', ...teams.people });
  return teams;
}

/**
 * Lets the bot into the group chat in which all of them are, as Teams does when somebody adds the app: it asks there who
 * is who. Into their own chats the windows let it when their pages are opened.
 */
async function letIn(app: App, endpoint: string, serviceUrl: string): Promise<void> {
  const group = groupOf(ann);
  await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'installationUpdate',
      action: 'add',
      id: 'install',
      channelId: 'msteams',
      serviceUrl,
      from: { ...ann, aadObjectId: ann.id },
      recipient: { id: botId },
      conversation: { id: group, conversationType: 'groupChat', isGroup: true, tenantId: tenant },
      channelData: { tenant: { id: tenant } },
    }),
  });
  // It is noted after the request is answered.
  for (let n = 0; n < 250 && (await app.engine.store.conversations.get('teams', tenant, group)) === null; n++)
    await wait(20);
}

/** The whole bot over a recorded account, in Microsoft's own client: one window for who asks, one for who approves. */
export async function demoTeams(options: {
  readonly config: Config;
  readonly log: Log;
  readonly inventory: string;
  readonly about: string;
}): Promise<number> {
  const { config, log, inventory, about } = options;
  const folder = mkdtempSync(join(tmpdir(), 'hipaa-playground-'));
  const opensBrowser = process.env['CI'] !== 'true' && process.env['TEAMSAPPTESTER_BROWSER'] !== 'none';
  // What Ann asks for is put before Bob in his own chat: two windows share no channel.
  const remediation = { ...config.remediation, channel: chatOf(bob) };
  const app = await build({
    config: { ...config, remediation },
    log,
    inventory,
    pace: { postEveryMs: 0, updateEveryMs: 0 },
  });
  const windows: Playground[] = [];
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const teams = await connect(app, log);
    await app.start({ schedule: false, carriesOut: true, channelOf: inTeams });
    const endpoint = `http://127.0.0.1:${teams.port()}/api/messages`;
    for (const [n, me] of [ann, bob].entries()) {
      const name = me.name.toLowerCase();
      const common = { endpoint, folder, opensBrowser, port: firstPort + n };
      windows.push(await startPlayground({ ...common, name, config: playgroundOf(me) }));
    }
    await letIn(app, endpoint, `${windows[0]?.url}/_connector`);
    await teams.people.learn();
    const [hers, his] = windows;
    await write(`\n${about}\n${story(hers?.url ?? '', his?.url ?? '', opensBrowser)}`);
    const closed = Promise.race(windows.map((window) => window.ended));
    await Promise.race([closed, ending.signal.aborted || once(ending.signal, 'abort')]);
    if (ending.signal.aborted) return 0;
    await write('\nA window of the Playground has ended, and the demo with it. Start it again to go on.\n');
    return 1;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
    for (const window of windows) await window.stop();
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
