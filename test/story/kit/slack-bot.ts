import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { createSlackAdapter } from '../../../src/chat/slack/adapter.ts';
import { slackSettings } from '../../../src/cli/slack-settings.ts';
import { loadConfig } from '../../../src/config.ts';
import type { AuditRecord } from '../../../src/domain/audit.ts';
import { type App, build } from '../../../src/main.ts';
import type { Message, Person, Reaction, Workspace } from '../../kit/slack/workspace.ts';
import { textOf } from '../../kit/slack/workspace.ts';

export interface SlackBot {
  /** The wired bot that runs now. */
  app(): App;
  start(options?: { carriesOut?: boolean }): Promise<void>;
  stop(): Promise<void>;
  /** Another bot on the same file, which remembers nothing but what the file holds. */
  restart(options?: { carriesOut?: boolean }): Promise<void>;
  /** Moves the bot's clock on; Slack's stays. */
  skip(ms: number): void;
  now(): Date;
  /** Everything that it logged, over all starts. */
  log(): string;
  records(action?: RegExp): Promise<readonly AuditRecord[]>;
  readonly database: string;
  remove(): Promise<void>;
}

export const clinic = resolve('demo/clinic.json');

/** The bot as `hipaa serve` wires it, in this process, over a recorded clinic that can be changed in memory. */
export function slackBot(
  workspace: Workspace,
  config: object,
  { inventory = clinic, sealingKey }: { inventory?: string; sealingKey?: string } = {},
): SlackBot {
  const folder = mkdtempSync(join(tmpdir(), 'hipaa-slack-'));
  const database = join(folder, 'hipaa.db');
  const file = join(folder, 'hipaa.yml');
  writeFileSync(file, JSON.stringify({ database, schedule: { scan: null }, ...config }));
  const env = {
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.apiUrl,
    ...(sealingKey === undefined ? {} : { HIPAA_SECRET_KEY: sealingKey }),
  };
  const lines: string[] = [];
  const keep = (level: string) => (detail: object, says: string) =>
    void lines.push(`${level} ${says} ${inspect(detail, { depth: 8, breakLength: Infinity })}`);
  const log = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
  let skipped = 0;
  const now = () => new Date(Date.now() + skipped);
  let app: App | undefined;

  const bot: SlackBot = {
    database,
    app() {
      if (!app) throw new Error('the bot does not run');
      return app;
    },
    async start({ carriesOut = true } = {}) {
      const settings = loadConfig({ file, env });
      const slack = createSlackAdapter(slackSettings(settings) as never, { log });
      app = await build({
        config: settings,
        log,
        inventory,
        now,
        pace: { postEveryMs: 0, updateEveryMs: 0 },
      });
      app.connect(slack, { platform: 'slack', ...slack.people });
      const team = await slack.team();
      await app.start({ schedule: true, carriesOut, channelOf: (id) => ({ platform: 'slack', team, id }) });
      await workspace.connected(1);
    },
    async stop() {
      await app?.stop();
      app = undefined;
    },
    async restart(options) {
      await bot.stop();
      await bot.start(options);
    },
    skip: (ms) => {
      skipped += ms;
    },
    now,
    log: () => lines.join('\n'),
    async records(action = /./) {
      const found: AuditRecord[] = [];
      for await (const r of bot.app().engine.store.audit.read()) if (action.test(r.action)) found.push(r);
      return found;
    },
    async remove() {
      await bot.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return bot;
}

/** What people do in these stories, over and over. */
export function chatting(workspace: Workspace, channel: ReturnType<Workspace['channel']>) {
  const { until } = workspace;
  const isCard = (id: string) => (m: Message) => !m.threadTs && m.text.startsWith(`${id}, `);

  async function ask(who: Person, line: string): Promise<Message> {
    const said: Reaction = await who.slash('/hipaa', line, { channel });
    return said.reply(1, 15_000);
  }
  /** What a person reads last in private, once it matches. */
  const whisper = (who: Person, pattern: RegExp, since = 0): Promise<Message> =>
    until(
      () =>
        who
          .ephemerals(channel)
          .slice(since)
          .findLast((m) => pattern.test(textOf(m))),
      10_000,
    );
  const cardsOf = (id: string, where = channel) => workspace.messages(where).filter(isCard(id));
  const card = (id: string, pattern = /./): Promise<Message> =>
    until(() => cardsOf(id).find((m) => pattern.test(textOf(m))), 15_000);

  return {
    ask,
    whisper,
    card,
    cardsOf,
    /** Presses a button that opens a form, and hands over the form. */
    async form(who: Person, target: Message, label: string) {
      await who.click(target, label);
      return until(() => who.modal(), 5_000);
    },
    /** A request made by typing; its id. */
    async request(who: Person, line: string): Promise<string> {
      const reply = await ask(who, line);
      const [id] = /R-\d+/.exec(reply.text) ?? [];
      if (!/^You requested/.test(reply.text) || id === undefined)
        throw new Error(`nothing was requested: ${textOf(reply)}`);
      return id;
    },
    /** The handle of the open finding of a check on a resource. */
    async handleOf(bot: SlackBot, check: string, resource: string): Promise<string> {
      const { store } = bot.app().engine;
      const { findings } = await store.findings.find({ checks: [check], status: 'any', resource });
      const found = findings.find((f) => f.resource.endsWith(resource));
      if (!found) throw new Error(`no finding of ${check} on ${resource}`);
      return found.handle;
    },
    thread: (message: Message) => workspace.replies(message).map((m) => m.text),
  };
}
