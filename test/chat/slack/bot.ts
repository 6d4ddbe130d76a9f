import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { ChatEvent, Ears, Form } from '#src/chat/adapter';
import { createSlackAdapter, type SlackAdapter } from '#src/chat/slack/adapter';
import type { SlackSettings } from '#src/chat/slack/settings';
import type { Message } from '#src/domain/message';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../kit/slack/workspace.ts';

export const manifest = parse(readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8'));
export const scopes: string[] = manifest.oauth_config.scopes.bot;
const events = manifest.settings.event_subscriptions.bot_events;

export interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly facts: Record<string, unknown>;
  readonly says: string;
}

export function keptLog() {
  const lines: Line[] = [];
  const level = (name: Line['level']) => (facts: object, says: string) =>
    void lines.push({ level: name, facts: facts as Line['facts'], says });
  return { lines, info: level('info'), warn: level('warn'), error: level('error') };
}

const plain = (text: string, more: Partial<Message> = {}): Message => ({
  text,
  blocks: [{ kind: 'text', text }],
  visibility: 'sender',
  ...more,
});

const ackForm: Form = {
  title: 'Acknowledge a finding',
  explain: 'Says that somebody looks after it.',
  submit: 'Acknowledge',
  says: 'ack F-7K3QX',
  fields: [{ name: 'reason', label: 'Reason', kind: 'paragraph', required: true, maxLength: 300 }],
};

/** A handful of commands, enough for every way that Slack can speak to the bot. */
export function fewEars(more: Record<string, (event: ChatEvent) => Message | Promise<Message>> = {}) {
  const heard: ChatEvent[] = [];
  const ears: Ears = {
    async hear(event) {
      heard.push(event);
      const [verb = ''] = event.says.split(/[ :]/);
      const own = more[verb];
      if (own) return own(event);
      switch (verb) {
        case 'help':
          return plain('You can say status and findings.');
        case 'findings': {
          const page = Number(/page:(\d+)/.exec(event.says)?.[1] ?? 1);
          return {
            ...plain(`Findings, page ${page}.`),
            blocks: [
              { kind: 'table', summary: 'Findings.', columns: ['Id'], rows: [[`F-${page}`]] },
              { kind: 'text', text: `Findings, page ${page}.` },
              {
                kind: 'buttons',
                buttons: [
                  { label: 'Next', says: `findings page:${page + 1}` },
                  { label: 'Acknowledge', says: 'ack F-7K3QX', asks: true },
                ],
              },
            ],
          };
        }
        case 'ack':
          return plain(`${event.actor.name} acknowledged F-7K3QX.`, { visibility: 'channel' });
        default:
          return plain(`You said ${event.says}.`);
      }
    },
    form: (says) => (says.startsWith('ack') ? ackForm : null),
    problems: (says) => (/reason:".{5}/.test(says) ? {} : { reason: 'Say why, in a sentence.' }),
  };
  return { ears, heard };
}

export interface Bot {
  readonly workspace: Workspace;
  readonly slack: SlackAdapter;
  readonly heard: ChatEvent[];
  readonly log: ReturnType<typeof keptLog>;
}

export const settingsFor = (workspace: Workspace, more: Partial<SlackSettings> = {}): SlackSettings => ({
  botToken: workspace.botToken,
  appToken: workspace.appToken,
  signingSecret: workspace.signingSecret,
  mode: 'socket',
  port: 0,
  host: '127.0.0.1',
  apiUrl: workspace.apiUrl,
  roles: { viewer: [], responder: [], approver: [], officer: [], admin: [] },
  ...more,
});

/** A strict workspace with exactly the manifest's scopes and events, and the real adapter in it. */
export async function startBot(
  options: {
    workspace?: WorkspaceOptions;
    settings?: Partial<SlackSettings>;
    ears?: ReturnType<typeof fewEars>;
  } = {},
): Promise<Bot> {
  const workspace = await startWorkspace({ scopes, events, ...options.workspace });
  const log = keptLog();
  const { ears, heard } = options.ears ?? fewEars();
  const slack = createSlackAdapter(settingsFor(workspace, options.settings), { log });
  onTestFinished(async () => {
    await slack.stop();
    await workspace.stop();
  });
  await slack.start(ears);
  const port = slack.port();
  if (port !== null) workspace.deliverTo({ url: `http://127.0.0.1:${port}/slack/events` });
  else await workspace.connected();
  return { workspace, slack, heard, log };
}
