import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createSelf } from '#src/chat/slack/identity';
import { createPeople } from '#src/chat/slack/people';
import type { Role } from '#src/domain/people';
import { keptLog, startBot as start } from './bot.ts';

/** With the roles of the start read already, when nobody was there yet: nothing is asked behind a test's back. */
async function startBot(options: Parameters<typeof start>[0] = {}) {
  const bot = await start(options);
  await bot.slack.people.learn();
  return bot;
}

const nobody = { viewer: [], responder: [], approver: [], officer: [], admin: [] };

describe('who speaks', () => {
  it.each([
    ['member', {}],
    ['guest', { isRestricted: true }],
    ['guest', { isUltraRestricted: true }],
    ['stranger', { isStranger: true }],
    ['stranger', { teamId: 'T000000OTH' }],
    ['bot', { isBot: true }],
    ['deactivated', { deleted: true }],
    ['deactivated', { deleted: true, isRestricted: true }],
  ] as const)('%s: %j', async (standing, flags) => {
    const { workspace, slack } = await startBot();
    const { id } = workspace.user('ann', flags);
    expect(await slack.people.actor(id)).toMatchObject({ platform: 'slack', id, standing, name: 'ann' });
  });

  it('the standing of who presses and types is what the router hears', async () => {
    const { workspace, heard } = await startBot();
    const guest = workspace.user('guest', { isRestricted: true });
    const stranger = workspace.user('stranger', { isStranger: true });
    const channel = workspace.channel('shared', [guest, stranger]);
    await (await guest.slash('/hipaa', 'findings', { channel })).reply();
    await stranger.say(channel, `<@${workspace.bot.id}> findings`);
    await workspace.until(() => heard.length === 2);
    expect(heard.map(({ actor }) => [actor.standing, actor.team])).toEqual([
      ['guest', workspace.team.id],
      ['stranger', workspace.team.id],
    ]);
  });

  it('cannot be told: a stranger without roles', async () => {
    const { workspace, slack, log } = await startBot({
      settings: { roles: { ...nobody, admin: ['U000000002'] } },
    });
    const { id } = workspace.user('ann');
    workspace.fault({ method: 'users.info', status: 500 });
    expect(await slack.people.actor(id, { name: 'ann' })).toMatchObject({
      standing: 'stranger',
      roles: [],
      name: 'ann',
    });
    expect(log.lines.some(({ says }) => says.includes('treated as a stranger'))).toBe(true);
    expect(await slack.people.actor(id)).toMatchObject({ standing: 'member' });
  });

  it('is asked once and remembered', async () => {
    const { workspace, slack } = await startBot();
    const { id } = workspace.user('ann');
    await Promise.all([slack.people.actor(id), slack.people.actor(id)]);
    await slack.people.actor(id);
    expect(workspace.calls('users.info')).toHaveLength(1);
  });

  it('one person may stand behind several accounts', async () => {
    const { workspace, slack } = await startBot({ settings: { persons: { U000000002: 'ann' } } });
    const ann = workspace.user('ann');
    const bob = workspace.user('bob');
    expect(ann.id).toBe('U000000002');
    expect((await slack.people.actor(ann.id)).person).toBe('ann');
    expect((await slack.people.actor(bob.id)).person).toBe(`slack:${workspace.team.id}:${bob.id}`);
  });
});

describe('roles', () => {
  it('come by user id and by user group, with what they include', async () => {
    const roles = { ...nobody, responder: ['U000000002'], officer: ['S000000003'] };
    const { workspace, slack } = await startBot({ settings: { roles } });
    const ann = workspace.user('ann');
    const group = workspace.userGroup('officers', []);
    const bob = workspace.user('bob');
    group.users.add(bob.id);
    expect([ann.id, group.id]).toEqual(['U000000002', 'S000000003']);
    expect((await slack.people.actor(ann.id)).roles).toEqual(['viewer', 'responder']);
    expect((await slack.people.actor(bob.id)).roles).toEqual(['viewer', 'responder', 'approver', 'officer']);
    expect(slack.people.holding('viewer')).toEqual(['ann', 'bob']);
    expect(slack.people.holding('admin')).toEqual([]);
    const read = workspace.calls('usergroups.users.list').filter(({ response }) => response['ok']);
    expect(read).toHaveLength(1);
  });

  it('of a group that cannot be read are not given; those by user id stay', async () => {
    const roles = { ...nobody, viewer: ['U000000002'], admin: ['S000000003'] };
    const { workspace, slack } = await startBot({ settings: { roles } });
    const ann = workspace.user('ann');
    workspace.userGroup('admins', [ann]);
    workspace.fault({ method: 'usergroups.users.list', error: 'missing_scope' });
    expect((await slack.people.actor(ann.id)).roles).toEqual(['viewer']);
    expect((await slack.people.actor(ann.id)).roles).toEqual(['viewer', 'admin']);
  });

  it('are told by name once the bot has read who they are; the deactivated hold none', async () => {
    const roles = { ...nobody, officer: ['U000000002', 'U000000003', 'U000000009'] };
    const { workspace, slack } = await startBot({ settings: { roles } });
    expect(slack.people.holding('officer')).toEqual(['U000000002', 'U000000003', 'U000000009']);
    workspace.user('ann');
    workspace.user('bob', { deleted: true });
    await slack.people.learn();
    expect(slack.people.holding('officer')).toEqual(['ann', 'U000000009']);
  });

  it('are given to members only', async () => {
    const { workspace, slack } = await startBot({
      settings: { roles: { ...nobody, admin: ['U000000002'] } },
    });
    const { id } = workspace.user('ann', { isRestricted: true });
    expect(await slack.people.actor(id)).toMatchObject({ standing: 'guest', roles: [] });
  });
});

describe('a person as typed', () => {
  it.each([
    ['<@U000000002>', 'ann'],
    ['<@U000000002|ann>', 'ann'],
    ['U000000002', 'ann'],
    ['@ann', 'ann'],
    ['@Ann', 'ann'],
    ['Ann Test', 'ann'],
    ['@nobody', null],
    ['<@U999999999>', null],
    ['@gone', null],
    ['', null],
  ])('%s → %s', async (typed, name) => {
    const { workspace, slack } = await startBot();
    workspace.user('ann');
    workspace.user('gone', { deleted: true });
    expect((await slack.people.resolve(typed))?.name ?? null).toBe(name);
  });

  it('that fits two people fits nobody', async () => {
    const { workspace, slack } = await startBot();
    workspace.user('ann', { realName: 'Sam Poe' });
    workspace.user('bob', { realName: 'Sam Poe' });
    expect(await slack.people.resolve('Sam Poe')).toBeNull();
  });
});

/** The people of a workspace, and a clock that only the test moves. */
async function startPeople(roles: Readonly<Record<Role, readonly string[]>>) {
  const { workspace } = await startBot();
  const client = new webApi.WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const log = keptLog();
  let at = Date.now();
  const people = createPeople(client, createSelf(client), { roles }, log, () => at);
  const pass = (ms: number) => {
    at += ms;
  };
  const sign = (user: { id: string }) => `slack:${workspace.team.id}:${user.id}`;
  const asked = (method: string) => workspace.calls(method).length;
  return { workspace, people, log, pass, sign, asked };
}

describe('looked up afresh', () => {
  const roles = { ...nobody, approver: ['U000000002', 'S000000003'] };
  const approver = { standing: 'member', roles: ['viewer', 'responder', 'approver'] };

  it('tells a deactivation that happened a moment ago, and a role that was taken away', async () => {
    const { workspace, people, pass, sign } = await startPeople(roles);
    const ann = workspace.user('ann');
    const group = workspace.userGroup('approvers', []);
    const bob = workspace.user('bob');
    group.users.add(bob.id);
    // That somebody could approve was read when they did.
    expect(await people.members('approver')).toHaveLength(2);
    ann.record.deleted = true;
    group.users.delete(bob.id);
    expect(await people.actor(bob.id)).toMatchObject(approver);
    expect(await people.fresh(sign(ann))).toMatchObject({ standing: 'deactivated', roles: [] });
    expect(await people.fresh(sign(bob))).toMatchObject({ standing: 'member', roles: [] });
    pass(60_000);
    expect(await people.actor(ann.id)).toMatchObject({ standing: 'deactivated' });
  });

  it.each([
    [9_999, 'member', 1],
    [10_000, 'deactivated', 2],
  ])('%i ms later the answer is %s', async (ms, standing, asked) => {
    const { workspace, people, pass, sign, ...told } = await startPeople(roles);
    const ann = workspace.user('ann');
    expect(await people.fresh(sign(ann))).toMatchObject(approver);
    ann.record.deleted = true;
    pass(ms);
    expect(await people.fresh(sign(ann))).toMatchObject({ standing });
    expect(told.asked('users.info')).toBe(asked);
  });

  it('is asked anew for who spoke since: an approval after a change is not judged by what was before', async () => {
    const { workspace, people, sign } = await startPeople(roles);
    const ann = workspace.user('ann');
    expect(await people.fresh(sign(ann))).toMatchObject(approver);
    expect(await people.actor(ann.id)).toMatchObject(approver);
    ann.record.deleted = true;
    expect(await people.fresh(sign(ann))).toMatchObject({ standing: 'deactivated', roles: [] });
  });

  it('reads a group once, however many roles it gives', async () => {
    const group = ['S000000002'];
    const { workspace, people, sign, asked, pass } = await startPeople({
      ...nobody,
      responder: group,
      approver: group,
      admin: group,
    });
    const approvers = workspace.userGroup('approvers', []);
    const ann = workspace.user('ann');
    expect(approvers.id).toBe('S000000002');
    expect(await people.fresh(sign(ann))).toMatchObject({ standing: 'member', roles: [] });
    expect(asked('usergroups.users.list')).toBe(1);
    workspace.fault({ method: 'usergroups.users.list', error: 'missing_scope', times: 3 });
    pass(60_000);
    expect(await people.members('viewer')).toEqual([]);
    expect(asked('usergroups.users.list')).toBe(2);
    await expect(people.fresh(sign(ann))).rejects.toThrow();
    expect(asked('usergroups.users.list')).toBe(3);
  });

  it.each([
    ['guest', { isRestricted: true }],
    ['stranger', { isStranger: true }],
    ['bot', { isBot: true }],
  ] as const)('a %s with the role holds none', async (standing, flags) => {
    const { workspace, slack } = await startBot({ settings: { roles } });
    const { id } = workspace.user('ann', flags);
    expect(await slack.people.fresh(`slack:${workspace.team.id}:${id}`)).toMatchObject({
      standing,
      roles: [],
    });
    expect(await slack.people.members('approver')).toEqual([]);
  });

  it.each([
    ['fails', { status: 500 }],
    ['limits the rate', { status: 429, retryAfter: 1 }],
    ['refuses the app', { error: 'missing_scope' }],
    ['hides its reason', { error: 'internal_error' }],
  ])('is no answer at all while Slack %s', async (_, fault) => {
    const { workspace, people, sign, log } = await startPeople(roles);
    const ann = workspace.user('ann');
    workspace.fault({ method: 'users.info', ...fault });
    const error: unknown = await people.fresh(sign(ann)).catch((thrown: unknown) => thrown);
    // The cause would carry the request, and the token in it.
    expect(error).toMatchObject({
      message: `Slack could not be asked: the person ${ann.id} could not be read`,
    });
    expect(error).not.toHaveProperty('cause');
    expect(log.lines.map(({ facts }) => facts['user'])).toEqual([ann.id]);
    expect(await people.fresh(sign(ann))).toMatchObject(approver);
  });

  it('is no answer at all while the workspace is not known', async () => {
    const { workspace, people, sign } = await startPeople(roles);
    workspace.fault({ method: 'auth.test', status: 500 });
    await expect(people.fresh(sign(workspace.user('ann')))).rejects.toThrow(
      /the workspace could not be read/,
    );
  });

  it('is nobody where Slack says that there is nobody', async () => {
    const { people, sign } = await startPeople(roles);
    expect(await people.fresh(sign({ id: 'U000000099' }))).toBeNull();
  });

  describe('while a group cannot be read', () => {
    const fault = { method: 'usergroups.users.list', status: 500 };

    it('is no answer for whom the group may have', async () => {
      const { workspace, people, sign } = await startPeople({ ...nobody, approver: ['S000000003'] });
      const ann = workspace.user('ann');
      const group = workspace.userGroup('approvers', [ann]);
      workspace.fault(fault);
      await expect(people.fresh(sign(ann))).rejects.toThrow(`the user group ${group.id} could not be read`);
      expect(await people.fresh(sign(ann))).toMatchObject(approver);
    });

    it.each([
      ['by the same role', roles],
      ['by a role that includes it', { ...nobody, responder: ['S000000003'], approver: ['U000000002'] }],
    ])('is the answer for whom it could give nothing more: %s', async (_, given) => {
      const { workspace, people, sign } = await startPeople(given);
      const ann = workspace.user('ann');
      workspace.fault(fault);
      expect(await people.fresh(sign(ann))).toMatchObject(approver);
    });

    it('is the answer for whom no group is asked about', async () => {
      const { workspace, people, sign } = await startPeople({ ...nobody, approver: ['S000000003'] });
      const ann = workspace.user('ann', { deleted: true });
      workspace.fault(fault);
      expect(await people.fresh(sign(ann))).toMatchObject({ standing: 'deactivated', roles: [] });
    });

    it('has nobody in it where Slack says that there is no such group', async () => {
      const { workspace, people, sign } = await startPeople({ ...nobody, approver: ['S000000099'] });
      expect(await people.fresh(sign(workspace.user('ann')))).toMatchObject({
        standing: 'member',
        roles: [],
      });
    });
  });

  it.each(['slack:T000000OTH:U000000002', 'terminal:local:ann', 'slack:U000000002', 'system:scan', ''])(
    '%j is of nobody here',
    async (signature) => {
      const { workspace, slack } = await startBot({ settings: { roles } });
      workspace.user('ann');
      expect(await slack.people.fresh(signature)).toBeNull();
    },
  );
});

describe('the members with a role', () => {
  it('are those by user and by group, once each, with what their role includes', async () => {
    const roles = { ...nobody, approver: ['U000000002', 'S000000003'], officer: ['U000000005'] };
    const { workspace, slack } = await startBot({ settings: { roles } });
    const ann = workspace.user('ann');
    const group = workspace.userGroup('approvers', [ann]);
    const bob = workspace.user('bob');
    const olga = workspace.user('olga');
    group.users.add(bob.id);
    expect([ann.id, group.id, bob.id, olga.id]).toEqual([
      'U000000002',
      'S000000003',
      'U000000004',
      'U000000005',
    ]);
    const named = async (role: 'approver' | 'officer' | 'admin') =>
      (await slack.people.members(role)).map(({ name }) => name).sort();
    expect(await named('approver')).toEqual(['ann', 'bob', 'olga']);
    expect(await named('officer')).toEqual(['olga']);
    expect(await named('admin')).toEqual([]);
  });

  it('are without whom Slack cannot tell about now', async () => {
    const roles = { ...nobody, approver: ['U000000002', 'U000000003'] };
    const { workspace, slack } = await startBot({ settings: { roles } });
    workspace.user('ann');
    workspace.user('bob');
    workspace.fault({ method: 'users.info', status: 500 });
    expect((await slack.people.members('approver')).map(({ name }) => name)).toEqual(['bob']);
  });
});
