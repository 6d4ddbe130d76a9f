import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkSettings } from '#src/chat/teams/settings';
import { ConfigError } from '#src/domain/errors';
import type { TokenWish } from '../../kit/teams/keys.ts';
import { appId, otherTenant, tenant } from '../../kit/teams/teams.ts';
import { noRoles, startBot } from './bot.ts';

/** The framework writes to the console what we log ourselves. */
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe('a request is let in only with a token of Teams', () => {
  const bad: readonly [string, TokenWish | null][] = [
    ['without a token', null],
    ['for another bot', { audience: '00000000-0000-4000-8000-000000000000' }],
    ['of another issuer', { issuer: 'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/' }],
    ['of the emulator’s issuer', { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }],
    [
      'of the emulator for this very bot, whose road the framework leaves open',
      {
        issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        claims: { ver: '1.0', appid: appId },
      },
    ],
    ['that expired more than five minutes ago', { from: -3600, until: -301 }],
    ['that is valid only in more than five minutes', { from: 302, until: 3600 }],
    ['signed with a shared secret', { algorithm: 'HS256' }],
    ['not signed', { algorithm: 'none' }],
    ['signed by somebody else', { forged: true }],
    ['of a key that nobody knows', { key: 'unknown' }],
    ['of a key for another channel', { key: 'webchat' }],
    ['for another service URL', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
  ];

  it.each(bad)('401 %s', async (_, wish) => {
    const { teams, heard, ours } = await startBot();
    const chat = teams.chat(teams.ann);
    const { status } = await teams.deliver(teams.activity(teams.ann, chat, { text: 'help' }), wish);
    expect(status).toBe(401);
    expect(heard).toEqual([]);
    expect(ours(chat)).toEqual([]);
  });

  const good: readonly [string, TokenWish][] = [
    ['with a good token', {}],
    ['that expired less than five minutes ago', { from: -3600, until: -297 }],
    ['that is valid in less than five minutes', { from: 297, until: 3600 }],
  ];

  it.each(good)('200 %s', async (_, wish) => {
    const { teams, answer } = await startBot();
    const chat = teams.chat(teams.ann);
    const { status } = await teams.deliver(teams.activity(teams.ann, chat, { text: 'help' }), wish);
    expect(status).toBe(200);
    await answer(chat);
  });

  const forged: readonly [string, object][] = [
    ['from a tenant that is not ours', { conversation: { id: 'a:Ann', tenantId: otherTenant } }],
    ['from no tenant', { conversation: { id: 'a:Ann' }, channelData: {} }],
    ['of another channel', { channelId: 'webchat' }],
    ['of the channel that the framework lets in by another door', { channelId: 'AseChannel' }],
    ['with a service URL of somebody else', { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }],
    ['with a service URL that names a user', { serviceUrl: 'https://smba.trafficmanager.net@evil.example/' }],
    ['with a service URL that is none', { serviceUrl: 'smba.trafficmanager.net' }],
    ['with a service URL without TLS', { serviceUrl: 'http://smba.trafficmanager.net/emea/' }],
  ];

  it.each(forged)('401 %s, although the token is good', async (_, more) => {
    const { teams, heard } = await startBot({
      settings: { serviceHosts: ['127.0.0.1', 'smba.trafficmanager.net'] },
    });
    const activity = teams.activity(teams.ann, teams.chat(teams.ann), { text: 'help', ...more });
    expect((await teams.deliver(activity)).status).toBe(401);
    expect(heard).toEqual([]);
  });

  it('401 of another channel, whose token is good', async () => {
    const { teams, heard } = await startBot();
    const activity = teams.activity(teams.ann, teams.chat(teams.ann), { text: 'help', channelId: 'webchat' });
    expect((await teams.deliver(activity, { key: 'webchat' })).status).toBe(401);
    expect(heard).toEqual([]);
  });

  it('400 as a web page could send it, whatever it holds', async () => {
    const { teams } = await startBot();
    const body = JSON.stringify(teams.activity(teams.ann, teams.chat(teams.ann), { text: 'help' }));
    const headers = { 'content-type': 'text/plain' };
    expect((await fetch(teams.endpoint, { method: 'POST', headers, body })).status).toBe(400);
  });

  it('401 for a header that is no bearer token', async () => {
    const { teams } = await startBot();
    const headers = { 'content-type': 'application/json', authorization: 'Basic YTpi' };
    const body = JSON.stringify(teams.activity(teams.ann, teams.chat(teams.ann), { text: 'help' }));
    expect((await fetch(teams.endpoint, { method: 'POST', headers, body })).status).toBe(401);
  });

  it('503 while the keys cannot be read: nobody can say whether the token is good', async () => {
    const { teams, heard } = await startBot({ settings: { openIdUrl: 'http://127.0.0.1:9/openid' } });
    const activity = teams.activity(teams.ann, teams.chat(teams.ann), { text: 'help' });
    expect((await teams.deliver(activity)).status).toBe(503);
    expect(heard).toEqual([]);
  });

  it('never logs a token', async () => {
    const { teams, log } = await startBot();
    const activity = teams.activity(teams.ann, teams.chat(teams.ann), { text: 'help' });
    await teams.deliver(activity, { forged: true });
    expect(log.lines.some((line) => line.says === 'a request was refused')).toBe(true);
    expect(JSON.stringify(log.lines)).not.toMatch(/eyJ|Bearer|a client secret/);
  });
});

describe('junk is refused', () => {
  const json = 'application/json';
  const rows: readonly [number, string, RequestInit & { path?: string }][] = [
    [400, 'no JSON', { body: 'help' }],
    [400, 'no object', { body: '[1]' }],
    [400, 'null', { body: 'null' }],
    [400, 'no activity', { body: '{"type":"message"}' }],
    [
      400,
      'no one who says it',
      { body: '{"type":"message","channelId":"msteams","serviceUrl":"x","from":{}}' },
    ],
    [
      400,
      'another type, as a web page could send it',
      { body: '{}', headers: { 'content-type': 'text/plain' } },
    ],
    [405, 'another method', { method: 'GET' }],
    [404, 'another path', { body: '{}', path: '/' }],
    [413, 'too much', { body: `"${'x'.repeat(257 * 1024)}"` }],
  ];
  it.each(rows)('%i for %s', async (status, _, { path, ...init }) => {
    const { teams } = await startBot();
    const url = path === undefined ? teams.endpoint : new URL(path, teams.endpoint);
    const asked = { method: 'POST', headers: { 'content-type': json }, ...init };
    const response = await fetch(url, asked);
    expect(response.status).toBe(status);
  });

  it('takes an activity of almost that size', async () => {
    const { teams } = await startBot();
    const activity = teams.activity(teams.ann, teams.chat(teams.ann), { text: 'x'.repeat(250 * 1024) });
    expect((await teams.deliver(activity)).status).toBe(200);
  });
});

describe('start-up', () => {
  const settings = { appId: 'a', password: 'p', tenants: [tenant], host: '0.0.0.0', port: 0, roles: noRoles };
  const rows: readonly [string, Partial<Parameters<typeof checkSettings>[0]>, RegExp | null][] = [
    ['goes on with an app id, a secret and a tenant', {}, null],
    ['refuses an empty app id', { appId: '' }, /app id/],
    ['refuses a blank app id', { appId: '  ' }, /app id/],
    ['refuses to do without a secret', { password: '' }, /TEAMS_APP_PASSWORD/],
    ['refuses to do without a tenant', { tenants: [] }, /tenant/],
    ['lets the demo do without an app id on loopback', { appId: '', demo: true, host: '127.0.0.1' }, null],
    ['refuses the demo on other addresses', { appId: '', demo: true, host: '0.0.0.0' }, /127\.0\.0\.1 only/],
    ['refuses the demo with an app id', { demo: true, host: '127.0.0.1' }, /no app id/],
  ];
  it.each(rows)('%s', (_, more, problem) => {
    const check = () => checkSettings({ ...settings, ...more });
    if (problem === null) return expect(check).not.toThrow();
    expect(check).toThrow(ConfigError);
    try {
      check();
    } catch (error) {
      expect((error as ConfigError).problems.join(' ')).toMatch(problem);
    }
  });
});

describe('the local demo', () => {
  it('takes requests without a token, and answers only to this machine', async () => {
    const settings = { appId: '', password: '', tenants: [], demo: true };
    const { teams, heard } = await startBot({ settings });
    const activity = teams.activity(teams.ann, teams.chat(teams.ann), { text: 'help' });
    expect((await teams.deliver(activity, null)).status).toBe(200);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    const abroad = { ...activity, id: 'x', serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    expect((await teams.deliver(abroad, null)).status).toBe(401);
    expect(heard).toHaveLength(1);
  });
});
