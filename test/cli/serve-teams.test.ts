import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { until } from '../kit/slack/until.ts';
import { appId, cardIn, password, startTeams, type Teams, tenant, wordsIn } from '../kit/teams/teams.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function serve(teams: Teams, config: object, more: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hipaa-serve-'));
  const file = join(folder, 'hipaa.yml');
  const base = { database: join(folder, 'hipaa.db'), server: { port: 0 }, schedule: { scan: null } };
  writeFileSync(file, JSON.stringify({ ...base, ...config }));
  const { SLACK_BOT_TOKEN: _, ...inherited } = process.env;
  const env = {
    ...inherited,
    NODE_ENV: 'test',
    TEAMS_APP_PASSWORD: password,
    TEAMS_SERVICE_URL: teams.connector.url,
    TEAMS_OPENID_URL: `${teams.connector.url}/openid`,
    TEAMS_LOGIN_URL: teams.connector.url,
    ...more,
  };
  const args = ['src/bin.mjs', 'serve', '--config', file, '--inventory', 'demo/clinic.json'];
  const child = spawn('node', args, { cwd: root, env, stdio: 'pipe' });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const ready = new Promise<{ health: number; port: number | null; teams: number | null }>((resolve) => {
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line)));
  });
  return { child, ended, ready, log: () => log };
}

const ours = { appId, tenants: [tenant], host: '127.0.0.1', port: 0, serviceHosts: ['127.0.0.1'] };

async function around(): Promise<Teams> {
  const teams = await startTeams();
  onTestFinished(() => teams.close());
  return teams;
}

describe('hipaa serve with Teams and without Slack', () => {
  test('scans on request, posts into the configured channel, and ends when it is told to', async () => {
    const teams = await around();
    const chat = teams.chat(teams.ann);
    const { child, ended, ready, log } = serve(teams, {
      teams: { ...ours, roles: { responder: [teams.ann.aadObjectId] } },
      alerts: { severity: 'critical', channels: [{ channel: teams.channel.id }] },
    });
    const { port, teams: listening, health } = await ready;
    expect(port).toBeNull();
    teams.endpoint = `http://127.0.0.1:${listening}/api/messages`;
    expect((await fetch(`http://127.0.0.1:${health}/readyz`)).status).toBe(200);

    expect((await teams.say(teams.ann, chat, 'scan')).status).toBe(200);
    const alerted = () =>
      [...teams.channel.messages.values()].find((kept) => /critical/i.test(wordsIn(cardIn(kept))));
    const alert = await until(alerted, 20_000, log);
    expect(wordsIn(cardIn(alert))).toMatch(/F-[0-9A-Z]{5}/);

    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(log()).not.toContain(password);
  }, 40_000);

  const refusals: readonly [string, object, Record<string, string>, RegExp][] = [
    ['neither chat', {}, {}, /SLACK_BOT_TOKEN is not set.*teams\.appId/s],
    ['no secret', { teams: ours }, { TEAMS_APP_PASSWORD: '' }, /TEAMS_APP_PASSWORD/],
    [
      'a channel that only Slack could reach',
      { teams: ours, alerts: { channels: [{ channel: 'C0123456789' }] } },
      {},
      /C0123456789 is a channel in Slack, and SLACK_BOT_TOKEN is not set/,
    ],
  ];
  test.each(refusals)('refuses to start with %s', async (_, config, env, says) => {
    const { ended, log } = serve(await around(), config, env);
    expect(await ended).toBe(2);
    expect(log()).toMatch(says);
  });
});
