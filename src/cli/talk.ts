import { existsSync, writeFileSync } from 'node:fs';
import { commands } from '#commands';
import type { ChatAdapter } from '../chat/adapter.ts';
import { lineOf, oneShot } from '../chat/console/one-shot.ts';
import { render, wantsColor } from '../chat/console/render.ts';
import { parse } from '../chat/parse.ts';
import { refusal } from '../chat/views/refusal.ts';
import { type Config, loadConfig } from '../config.ts';
import type { Attachment, Message } from '../domain/message.ts';
import type { Examination } from '../engine/doctor.ts';
import { createLog } from '../log.ts';
import { build } from '../main.ts';
import { operator, terminalDirectory } from '../terminal-people.ts';
import { channelsIn } from '../wiring/channels.ts';
import { split } from './options.ts';
import { slackSettings } from './slack-settings.ts';
import { say, write } from './streams.ts';
import { teamsManifest, teamsSettings } from './teams-settings.ts';
import { unvouched } from './unvouched.ts';

/** There is no channel around a single command: what would be said to others is said by its answer. */
const nobodyElse: ChatAdapter = {
  name: 'terminal',
  start: async () => {},
  post: async () => ({ outcome: 'sent', ref: null }),
  update: async () => ({ outcome: 'sent', ref: null }),
  find: async () => null,
  healthy: () => true,
  stop: async () => {},
};

const withoutSlack: Examination = async () => [
  {
    area: 'slack',
    state: 'skipped',
    says: 'SLACK_BOT_TOKEN is not set, so Slack was not tried.',
    remedy: 'docs/install.md tells how to create the Slack app.',
  },
];

/** The chats that are configured, asked without opening a connection: the doctor comes before the bot runs. */
function examinationOf(config: Config): Examination {
  const [slack, teams] = [slackSettings(config), teamsSettings(config)];
  const examineSlack = slack
    ? () => import('../chat/slack/examine.ts').then((m) => m.examineSlack(slack))
    : withoutSlack;
  if (!teams) return examineSlack;
  const examineTeams = () =>
    import('../chat/teams/examine.ts').then((m) => m.examineTeams(teams, { manifest: teamsManifest }));
  // Who has Teams need not have Slack.
  return async () => [...(slack ? await examineSlack() : []), ...(await examineTeams())];
}

/** A document goes to a pipe as it is, and from a terminal into a file. */
async function deliver({ name, text, encoding }: Attachment): Promise<void> {
  if (process.stdout.isTTY !== true) return write(text);
  writeFileSync(name, Buffer.from(text, encoding ?? 'utf8'), { mode: 0o600, flag: 'wx' });
  say(`Saved as ${name}.`);
}

async function print(message: Message): Promise<void> {
  const { attachment } = message;
  const piped = process.stdout.isTTY !== true;
  // A picture in a pipe of words helps nobody: there the words are the answer.
  if (attachment && !(piped && attachment.encoding)) {
    await deliver(attachment);
    if (piped) return;
  }
  const columns = process.stdout.columns ?? 100;
  const color = wantsColor(process.stdout, process.env);
  // Buttons are for conversations; here each is the command that it says.
  const blocks = message.blocks.filter((b) => b.kind !== 'buttons');
  await write(`${render({ ...message, blocks }, { columns, color, numberOf: () => 0 })}\n`);
}

/** What needs a conversation that goes on: refused, where the answer would claim what did not happen. */
function notOnce(line: string, now: Date): Message | null {
  const parsed = parse(line, commands, now);
  if (!parsed.ok) return null;
  const { command, values } = parsed;
  if (command.name === 'scan' && values['action'] === 'cancel')
    return refusal({
      says: 'Nothing was cancelled: a scan at a terminal is cancelled with Ctrl-C there, and one of the bot with `scan cancel` in chat.',
    });
  if (command.name === 'show' && values['share'] === true)
    return refusal({
      says: 'There is no channel here to share with: say `show F-… --share` in chat.',
    });
  return null;
}

const withoutDatabase = ['help', 'whoami', 'checks', 'policy', 'doctor'];

/** Whether the line asks what was kept. What is no command at all is answered by the chat's own words. */
function asksTheDatabase(line: string, now: Date): boolean {
  const parsed = parse(line, commands, now);
  return parsed.ok && !withoutDatabase.includes(parsed.command.name);
}

/** One command of the chat, said once at a terminal. */
export async function talk(args: readonly string[]): Promise<number> {
  const { options, words } = split(args);
  const now = new Date();
  const line = lineOf(words, commands, now);
  const not = notOnce(line, now);
  if (not) {
    await print(not);
    return not.exit ?? 1;
  }
  const config = loadConfig({ file: options.config, database: options.database, env: process.env });
  const me = operator(config);
  const alone = unvouched(line, now, me, config);
  if (alone) {
    await print(alone);
    return alone.exit ?? 1;
  }
  // A mistyped path would be answered from an empty database, as if nothing had ever been found.
  if (asksTheDatabase(line, now) && !existsSync(config.database)) {
    say(`There is no database at ${config.database} yet. \`hipaa scan\` makes one.`);
    return 2;
  }
  const log = createLog(options.verbose ? 'debug' : 'warn');
  const app = await build({ config, log, inventory: options.inventory });
  try {
    const examine = examinationOf(config);
    app.connect(nobodyElse, terminalDirectory([me]), examine);
    await app.start({
      schedule: false,
      channelOf: channelsIn({ slack: '', teams: config.teams.tenants[0] ?? '' }),
    });
    const message = await oneShot(app.ears, me)(line);
    await print(message);
    await app.drain();
    return message.exit ?? 0;
  } finally {
    await app.stop();
  }
}
