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
import {
  ann,
  bob,
  botId,
  chatOf,
  type DemoPerson,
  demoRoles,
  playgroundOf,
  tenant,
} from './demo-teams-people.ts';
import { type Playground, startPlayground } from './playground.ts';
import { write } from './streams.ts';

/** Microsoft's own port, and the one after it. */
const firstPort = 56_150;

const inTeams = (id: string): Channel => ({ platform: 'teams', team: tenant, id });

const story = (hers: string, his: string): string => `
Two windows of Microsoft's Agents Playground show the bot as Teams would: no account, no credentials, nothing leaves this machine.

  Ann   ${hers}   officer and admin: asks
  Bob   ${his}   approver: is asked

In Ann's window, under "Personal Chat":
  1. Type scan, and wait for its end.
  2. Type findings, and press the button of one of them.
  3. Press "Fix …", say why, and press "Request".
In Bob's window the request is there already:
  4. Press "Approve …". The change is made, and both windows say so.
Try to approve as Ann, too: she is told why she may not.

Ctrl-C ends the demo.
`;

/** Lets the bot into the person's chat, as Teams does when somebody adds the app: from then on it may write there. */
async function install(
  app: App,
  endpoint: string,
  { id, name }: DemoPerson,
  serviceUrl: string,
): Promise<void> {
  const conversation = { id: chatOf({ id, name }), conversationType: 'personal', tenantId: tenant };
  await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'installationUpdate',
      action: 'add',
      id: `install-${id}`,
      channelId: 'msteams',
      serviceUrl,
      from: { id, name, aadObjectId: id },
      recipient: { id: botId, name: 'HIPAA' },
      conversation,
      channelData: { tenant: { id: tenant } },
    }),
  });
  for (let tries = 0; tries < 250; tries++) {
    if ((await app.engine.store.conversations.withPerson('teams', tenant, id)) !== null) return;
    await wait(20);
  }
}

async function connect(app: App, log: Log): Promise<TeamsAdapter> {
  const { createTeamsAdapter } = await import('../chat/teams/adapter.ts');
  const { store, now } = app.engine;
  const settings = { appId: '', demo: true, tenants: [tenant], host: '127.0.0.1', port: 0, roles: demoRoles };
  const teams = createTeamsAdapter(settings, { log, conversations: store.conversations, now });
  app.connect(teams, { platform: 'teams', ...teams.people });
  return teams;
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
      const window = await startPlayground({ ...common, name, config: playgroundOf(me) });
      windows.push(window);
      await install(app, endpoint, me, window.serviceUrl);
    }
    await teams.people.learn();
    const [hers, his] = windows;
    await write(`\n${about}\n${story(hers?.url ?? '', his?.url ?? '')}`);
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
