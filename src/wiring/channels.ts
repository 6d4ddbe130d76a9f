import { isTeamsChannel } from '../config/words.ts';
import type { Config } from '../config.ts';
import type { Channel } from '../domain/message.ts';

/** Which chat a configured channel is in: its id tells. */
export const channelsIn =
  (teams: { readonly slack: string; readonly teams: string }) =>
  (id: string): Channel =>
    isTeamsChannel(id)
      ? { platform: 'teams', team: teams.teams, id }
      : { platform: 'slack', team: teams.slack, id };

/** The Slack channels that the configuration names: without Slack nothing would ever reach them. */
export const slackChannels = ({ alerts, digests, remediation }: Config): readonly string[] =>
  [
    ...alerts.channels.map((c) => c.channel),
    ...digests.map((d) => d.channel),
    ...(remediation.channel === null ? [] : [remediation.channel]),
  ].filter((id) => !isTeamsChannel(id));
