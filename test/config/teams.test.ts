import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { teamsSettings } from '#src/cli/teams-settings';
import { loadConfig } from '#src/config';
import type { ConfigError } from '#src/domain/errors';
import { slackChannels } from '#src/wiring/channels';

const app = '99999999-cccc-4ccc-8ccc-999999999999';
const tenant = '11111111-aaaa-4aaa-8aaa-111111111111';
const ann = '00000000-0000-4000-8000-00000000000a';

function load(text: string, env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'config-teams-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.yml');
  writeFileSync(file, text);
  return loadConfig({ file, env });
}

const problemsOf = (text: string): readonly string[] => {
  try {
    load(text);
    return [];
  } catch (error) {
    return (error as ConfigError).problems.map((problem) => problem.replace(/^.*a\.yml:\d+: /, ''));
  }
};

const whole = `teams: { appId: ${app}, tenants: [${tenant}] }\n`;

describe('what Teams needs', () => {
  test('is nothing without an app id', () => {
    expect(teamsSettings(load(''))).toBeNull();
  });

  test('comes from the file, and the secret from the environment', () => {
    const text = `${whole}persons: { ann: ["teams:${tenant}:${ann}"] }\n`;
    expect(teamsSettings(load(text, { TEAMS_APP_PASSWORD: 'made up' }))).toEqual({
      appId: app,
      password: 'made up',
      tenants: [tenant],
      host: '0.0.0.0',
      port: 3978,
      roles: { viewer: [], responder: [], approver: [], officer: [], admin: [] },
      persons: { [`teams:${tenant}:${ann}`]: 'ann' },
    });
  });

  test('may come from other addresses', () => {
    const env = {
      TEAMS_SERVICE_URL: 'https://a/',
      TEAMS_OPENID_URL: 'https://b',
      TEAMS_LOGIN_URL: 'https://c',
    };
    const settings = teamsSettings(
      load(`teams: { appId: ${app}, tenants: [${tenant}], serviceHosts: [a] }`, env),
    );
    expect(settings).toMatchObject({
      serviceHosts: ['a'],
      serviceUrl: 'https://a/',
      openIdUrl: 'https://b',
      loginUrl: 'https://c',
    });
  });

  test('has its ids in small letters, as activities have them', () => {
    const text = `teams: { appId: ${app}, tenants: [${tenant.toUpperCase()}], roles: { admin: [${ann.toUpperCase()}] } }`;
    expect(teamsSettings(load(text))).toMatchObject({ tenants: [tenant], roles: { admin: [ann] } });
  });
});

describe('what is wrong with it', () => {
  test.each([
    [whole, []],
    [`teams: { appId: ${app} }`, [/^teams\.tenants is empty: name the tenant/]],
    [`teams: { tenants: [${tenant}] }`, [/^teams\.appId is missing: without it Teams is not connected/]],
    [`teams: { roles: { admin: [${ann}] } }`, [/^teams\.appId is missing/]],
    ['teams: { appId: hipaa-bot }', [/^teams\.appId is not an id as Entra shows it/]],
    [`teams: { appId: ${app}, tenants: [clinic.example] }`, [/^teams\.tenants\.0 is not an id/]],
    [`teams: { appId: ${app}, tenants: [${tenant}], appPassword: x }`, [/^teams\.appPassword is a secret/]],
    [
      `teams: { appId: ${app}, tenants: [${tenant}], serviceHosts: ["https://a/"] }`,
      [/^teams\.serviceHosts\.0 is not the name of a host/],
    ],
    [
      'alerts: { channels: [{ channel: "19:a@thread.tacv2" }] }',
      [/^alerts\.channels\.0\.channel is a conversation in Teams, and teams\.appId is not set/],
    ],
    ['remediation: { channel: "19:a@thread.tacv2" }', [/^remediation\.channel is a conversation in Teams/]],
    [
      'digests: [{ channel: "19:a@thread.tacv2", cron: "0 8 * * *" }]',
      [/^digests\.0\.channel is a conversation in Teams/],
    ],
    [`${whole}digests: [{ channel: "19:a@thread.tacv2", cron: "0 8 * * *" }]`, []],
    [
      `${whole}persons: { ann: ["teams:${tenant}:${ann.toUpperCase()}"] }`,
      [/^persons\.ann\.0 has capital letters/],
    ],
  ])('%s', (text, problems) => {
    const found = problemsOf(text);
    expect(found).toHaveLength(problems.length);
    for (const [i, problem] of problems.entries()) expect(found[i]).toMatch(problem);
  });
});

test('the channels of Slack are told from those of Teams', () => {
  const text = `${whole}alerts: { channels: [{ channel: C0123456789 }, { channel: "19:a@thread.tacv2" }] }`;
  expect(slackChannels(load(text))).toEqual(['C0123456789']);
});
