import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { connectSlack, connectTeams } from '../../../src/cli/chats.ts';
import { slackSettings } from '../../../src/cli/slack-settings.ts';
import { teamsSettings } from '../../../src/cli/teams-settings.ts';
import { loadConfig } from '../../../src/config.ts';
import type { AuditRecord } from '../../../src/domain/audit.ts';
import { type App, build } from '../../../src/main.ts';
import { channelsIn } from '../../../src/wiring/channels.ts';
import type { Workspace } from '../../kit/slack/workspace.ts';
import { appId, password, type Teams, tenant } from '../../kit/teams/teams.ts';

export interface TwoChats {
  readonly app: App;
  log(): string;
  records(action: RegExp): Promise<readonly AuditRecord[]>;
  remove(): Promise<void>;
}

/** The bot as `hipaa serve` wires it to Slack and to Teams, over the recorded clinic that can be changed in memory. */
export async function twoChats(workspace: Workspace, teams: Teams, config: object): Promise<TwoChats> {
  const folder = mkdtempSync(join(tmpdir(), 'hipaa-two-chats-'));
  const file = join(folder, 'hipaa.yml');
  const database = join(folder, 'hipaa.db');
  writeFileSync(file, JSON.stringify({ database, schedule: { scan: null }, ...config }));
  const env = {
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.apiUrl,
    TEAMS_APP_PASSWORD: password,
    TEAMS_SERVICE_URL: teams.connector.url,
    TEAMS_OPENID_URL: `${teams.connector.url}/openid`,
    TEAMS_LOGIN_URL: teams.connector.url,
  };
  const lines: string[] = [];
  const keep = (level: string) => (detail: object, says: string) =>
    void lines.push(`${level} ${says} ${inspect(detail, { depth: 8, breakLength: Infinity })}`);
  const log = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
  const settings = loadConfig({ file, env });
  const inSlack = slackSettings(settings);
  const inTeams = teamsSettings(settings);
  if (!inSlack || !inTeams) throw new Error('both chats must be configured');
  const pace = { postEveryMs: 0, updateEveryMs: 0 };
  const app = await build({ config: settings, log, inventory: resolve('demo/clinic.json'), pace });
  const slack = connectSlack(app, inSlack, log);
  const other = await connectTeams(app, inTeams, log);
  const team = (await slack.team(new AbortController().signal)) ?? '';
  const channelOf = channelsIn({ slack: team, teams: tenant });
  await app.start({ schedule: false, carriesOut: true, channelOf });
  await workspace.connected();
  teams.endpoint = `http://127.0.0.1:${other.port()}/api/messages`;
  return {
    app,
    log: () => lines.join('\n'),
    async records(action) {
      const found: AuditRecord[] = [];
      for await (const r of app.engine.store.audit.read()) if (action.test(r.action)) found.push(r);
      return found;
    },
    async remove() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the configuration says of Teams. */
export const teamsConfig = (teams: Teams, roles: object): object => ({
  appId,
  tenants: [tenant],
  host: '127.0.0.1',
  port: 0,
  serviceHosts: ['127.0.0.1', new URL(teams.connector.url).hostname],
  roles,
});
