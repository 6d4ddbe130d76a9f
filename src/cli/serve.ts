import { once } from 'node:events';
import { type Config, loadConfig } from '../config.ts';
import { ConfigError } from '../domain/errors.ts';
import { createMetrics, serveHealth } from '../health.ts';
import { createLog } from '../log.ts';
import { build } from '../main.ts';
import { terminalDirectory, terminalPeople } from '../terminal-people.ts';
import { channelsIn, slackChannels } from '../wiring/channels.ts';
import { type Chat, connectSlack, connectTeams } from './chats.ts';
import { split } from './options.ts';
import { slackSettings } from './slack-settings.ts';
import { teamsSettings } from './teams-settings.ts';

/** Slack, Teams or both: what of each is configured. */
function settingsOf(config: Config) {
  const [slack, teams] = [slackSettings(config), teamsSettings(config)];
  if (!slack && !teams) {
    throw new ConfigError([
      'SLACK_BOT_TOKEN is not set: the bot has no chat to speak in. docs/install.md tells how to create the Slack app.',
      'For Microsoft Teams, set teams.appId in the configuration: docs/install-teams.md tells how.',
      'Without a chat, `npx hipaa scan` scans from the terminal and `npm run demo` shows the bot on a made-up account.',
    ]);
  }
  const [unreached] = slack ? [] : slackChannels(config);
  if (unreached !== undefined)
    throw new ConfigError([
      `${unreached} is a channel in Slack, and SLACK_BOT_TOKEN is not set: nothing would ever reach it. Name a conversation in Teams, or set the token.`,
    ]);
  return { slack, teams };
}

/** The bot: chats, outbox, schedule and health, until it is told to end. */
export async function serve(args: readonly string[]): Promise<number> {
  const { options, words } = split(args);
  if (words.length > 0) throw new ConfigError([`serve takes no argument "${words[0]}"`]);
  const config = loadConfig({ file: options.config, database: options.database, env: process.env });
  const settings = settingsOf(config);
  const log = createLog(options.verbose ? 'debug' : config.log.level);
  const app = await build({ config, log, inventory: options.inventory });
  const slack = settings.slack ? connectSlack(app, settings.slack, log) : null;
  const teams = settings.teams ? await connectTeams(app, settings.teams, log) : null;
  const chats = [slack, teams].filter((chat): chat is Chat => chat !== null);
  app.know(terminalDirectory(terminalPeople(config)));
  const metrics = createMetrics(app.engine.store, app.engine.now);
  const health = await serveHealth(config.server, metrics, async () => {
    await app.engine.store.ping();
    return chats.filter((chat) => !chat.healthy()).map((chat) => chat.name);
  });
  const ending = new AbortController();
  const end = (signal: string) => {
    log.info({ signal }, 'ending: what is under way is finished first');
    ending.abort();
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const workspace = slack ? await slack.team(ending.signal) : '';
    const tenant = teams ? await teams.team(ending.signal) : '';
    if (workspace === null || tenant === null) return 0;
    await app.start({
      schedule: true,
      carriesOut: true,
      channelOf: channelsIn({ slack: workspace, teams: tenant }),
    });
    const names = chats.map((chat) => chat.name);
    log.info({ chats: names, health: health.port, config: config.file }, 'the bot is ready');
    if (!process.stderr.isTTY) {
      const ports = { port: slack?.port() ?? null, teams: teams?.port() ?? null };
      process.stdout.write(`${JSON.stringify({ ready: true, health: health.port, ...ports })}\n`);
    }
    if (!ending.signal.aborted) await once(ending.signal, 'abort');
    return 0;
  } finally {
    await health.close();
    await app.stop();
  }
}
