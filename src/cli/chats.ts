import { setTimeout as wait } from 'node:timers/promises';
import { createSlackAdapter, type SlackAdapter } from '../chat/slack/adapter.ts';
import { unfit } from '../chat/slack/outcome.ts';
import type { SlackSettings } from '../chat/slack/settings.ts';
import type { TeamsSettings } from '../chat/teams/settings.ts';
import { ConfigError } from '../domain/errors.ts';
import type { Log } from '../engine/context.ts';
import type { Symptom } from '../engine/services.ts';
import type { App } from '../main.ts';
import { teamsManifest } from './teams-settings.ts';

/** A chat that is wired into the bot. */
export interface Chat {
  readonly name: 'slack' | 'teams';
  healthy(): boolean;
  /** The workspace or tenant that configured channels are in; null when the bot ends before it is known. */
  team(ending: AbortSignal): Promise<string | null>;
  /** Where it listens; null where it calls out. */
  port(): number | null;
}

const askAgainMs = 5_000;

/** Without the workspace no channel can be addressed: waits for as long as Slack is down. */
async function workspaceOf(slack: SlackAdapter, log: Log, ending: AbortSignal): Promise<string | null> {
  while (!ending.aborted) {
    try {
      return await slack.team();
    } catch (error) {
      if (unfit(error))
        throw new ConfigError(['Slack refuses the bot token. `npx hipaa doctor` tells more.'], {
          cause: error,
        });
      log.warn({ err: error }, 'Slack was not reached yet; trying again');
      await wait(askAgainMs, undefined, { signal: ending }).catch(() => {});
    }
  }
  return null;
}

export function connectSlack(app: App, settings: SlackSettings, log: Log): Chat {
  const slack = createSlackAdapter(settings, { log });
  const examine = async (): Promise<readonly Symptom[]> => [
    slack.healthy()
      ? { area: 'slack', state: 'ok', says: `Slack is connected (${settings.mode} mode).` }
      : {
          area: 'slack',
          state: 'failed',
          says: 'Slack is not connected.',
          remedy: 'Check the tokens and the network.',
        },
  ];
  app.connect(slack, { platform: 'slack', ...slack.people }, examine);
  return {
    name: 'slack',
    healthy: () => slack.healthy(),
    team: (ending) => workspaceOf(slack, log, ending),
    port: () => slack.port(),
  };
}

/** Loaded only where it is used: the Bot Framework is large. */
export async function connectTeams(app: App, settings: TeamsSettings, log: Log): Promise<Chat> {
  const { createTeamsAdapter } = await import('../chat/teams/adapter.ts');
  const { examineTeams } = await import('../chat/teams/examine.ts');
  const { store, now } = app.engine;
  const teams = createTeamsAdapter(settings, { log, conversations: store.conversations, now });
  const examine = () => {
    const host = ['0.0.0.0', '::'].includes(settings.host) ? '127.0.0.1' : settings.host;
    return examineTeams(settings, {
      manifest: teamsManifest,
      endpoint: `http://${host.includes(':') ? `[${host}]` : host}:${teams.port() ?? settings.port}/api/messages`,
      pressedAt: teams.pressedAt(),
    });
  };
  app.connect(teams, { platform: 'teams', ...teams.people }, examine);
  return {
    name: 'teams',
    healthy: () => teams.healthy(),
    team: async () => teams.tenant,
    port: () => teams.port(),
  };
}
