import { describe, expect, it } from 'vitest';
import { createPeople } from '#src/chat/teams/people';
import { including } from '#src/domain/people';
import { otherTenant, tenant } from '../../kit/teams/teams.ts';
import { keptLog, noRoles, startBot } from './bot.ts';

const ann = '00000000-0000-4000-8000-000000000001';
const bob = '00000000-0000-4000-8000-000000000002';
const cem = '00000000-0000-4000-8000-000000000003';

const roles = { ...noRoles, approver: [ann, cem], officer: [bob.toUpperCase()] };

/** Ann and Bob have a chat with the bot, and the channel knows both. */
async function known(settings: object = {}) {
  const bot = await startBot({ settings: { roles, ...settings } });
  const { teams } = bot;
  for (const person of [teams.ann, teams.bob])
    await teams.deliver(
      teams.activity(person, teams.chat(person), { type: 'installationUpdate', action: 'add' }),
    );
  for (const person of [teams.ann, teams.bob]) await bot.answer(teams.chat(person));
  return { ...bot, people: bot.adapter.people };
}

describe('an account at this moment', () => {
  it('is vouched for by the roster of a conversation', async () => {
    const { people } = await known();
    expect(await people.fresh(`teams:${tenant}:${ann}`)).toEqual({
      platform: 'teams',
      team: tenant,
      id: ann,
      name: 'Ann',
      person: `teams:${tenant}:${ann}`,
      roles: including(['approver']),
      standing: 'member',
    });
  });

  it('is asked for each time', async () => {
    const { people, teams } = await known();
    const count = () => teams.connector.calls.filter((call) => call.method === 'GET').length;
    await people.fresh(`teams:${tenant}:${ann}`);
    const before = count();
    await people.fresh(`teams:${tenant}:${ann}`);
    expect(count()).toBe(before + 1);
  });

  it('has no roles once nobody knows it any more', async () => {
    const { people, teams } = await known();
    await people.fresh(`teams:${tenant}:${ann}`);
    teams.chat(teams.ann).members.clear();
    teams.channel.members.clear();
    expect(await people.fresh(`teams:${tenant}:${ann}`)).toMatchObject({ roles: [], standing: 'stranger' });
  });

  it('is found in a channel where it has no chat', async () => {
    const { people, teams } = await known();
    const guest = teams.model.person('Cem');
    teams.channel.members.add(guest.id);
    expect((await people.fresh(`teams:${tenant}:${cem}`))?.standing).toBe('stranger');
    await teams.say(teams.ann, teams.channel, 'announce');
    await expect.poll(async () => (await people.fresh(`teams:${tenant}:${cem}`))?.standing).toBe('member');
  });

  it('is found by Teams’ own id where a roster knows no object ids', async () => {
    const { people, teams } = await known();
    for (let i = 0; i < 9; i++)
      teams.connector.faults.push({ method: 'GET', path: /members\/0000/, status: 404 });
    expect((await people.fresh(`teams:${tenant}:${ann}`))?.standing).toBe('member');
    expect(await people.fresh(`teams:${tenant}:${cem}`)).toMatchObject({ roles: [], standing: 'stranger' });
  });

  it('has no roles while Teams does not answer', async () => {
    const { people, teams } = await known();
    for (let i = 0; i < 5; i++) teams.connector.faults.push({ method: 'GET', status: 503 });
    expect(await people.fresh(`teams:${tenant}:${ann}`)).toMatchObject({ roles: [], standing: 'stranger' });
  });

  it('is of no one here in another tenant, on another platform, or in another shape', async () => {
    const { people } = await known();
    for (const signature of [
      `teams:${otherTenant}:${ann}`,
      `slack:${tenant}:${ann}`,
      `teams:${tenant}`,
      `teams:${tenant}:${ann}:x`,
    ])
      expect(await people.fresh(signature)).toBeNull();
  });

  it('is not vouched for by a roster that answers with somebody else', async () => {
    const room = { id: 'a:x', serviceUrl: 'https://x/', bot: '28:x', kind: 'personal' as const };
    const wire = { member: async () => ({ id: '29:bob', name: 'Bob', aadObjectId: bob }) };
    const settings = { roles, tenants: [tenant] };
    const people = createPeople(wire, { roomsFor: async () => [room] }, settings, keptLog());
    expect(await people.fresh(`teams:${tenant}:${ann}`)).toMatchObject({ roles: [], standing: 'stranger' });
    expect(await people.fresh(`teams:${tenant}:${bob}`)).toMatchObject({ name: 'Bob', standing: 'member' });
  });
});

describe('one person with several accounts', () => {
  it.each([
    ['by signature', { [`teams:${tenant}:${ann}`]: 'ann' }],
    ['in another case', { [`teams:${tenant}:${ann}`.toUpperCase()]: 'ann' }],
    ['by object id', { [ann]: 'ann' }],
  ])('is one %s', async (_, persons) => {
    const { people } = await known({ persons });
    expect((await people.fresh(`teams:${tenant}:${ann}`))?.person).toBe('ann');
    expect(people.nameOf('ann')).toBe('Ann');
  });
});

describe('who holds a role', () => {
  it('are the members whom the configuration names and Teams knows', async () => {
    const { people } = await known();
    expect((await people.members('approver')).map(({ name }) => name).sort()).toEqual(['Ann', 'Bob']);
    expect((await people.members('officer')).map(({ name }) => name)).toEqual(['Bob']);
    expect(people.holding('approver').slice().sort()).toEqual([cem, 'Ann', 'Bob'].sort());
  });

  it('are no guests', async () => {
    const { people, teams } = await known();
    const guest = teams.model.person('Cem', { userRole: 'guest' });
    teams.chat(teams.ann).members.add(guest.id);
    teams.channel.members.add(guest.id);
    expect((await people.members('approver')).map(({ name }) => name).sort()).toEqual(['Ann', 'Bob']);
  });
});

describe('a name that somebody typed', () => {
  const rows: readonly [string, string | null][] = [
    [`<@${ann}>`, 'Ann'],
    [`<@${ann}|whoever>`, 'Ann'],
    [ann, 'Ann'],
    ['@Ann', 'Ann'],
    ['ann', 'Ann'],
    ['ann@clinic.example', 'Ann'],
    ['Nobody', null],
    ['', null],
    ['<@99999999-0000-4000-8000-000000000099>', null],
  ];
  it.each(rows)('“%s” is %s', async (typed, name) => {
    const { people } = await known();
    await people.members('approver');
    expect((await people.resolve(typed))?.name ?? null).toBe(name);
  });

  it('is nobody when two bear it', async () => {
    const { people, teams } = await known();
    const second = teams.model.person('Cem', { name: 'Ann' });
    teams.chat(teams.ann).members.add(second.id);
    teams.channel.members.add(second.id);
    await teams.say(teams.ann, teams.channel, 'announce');
    await expect.poll(async () => (await people.members('approver')).length).toBe(3);
    expect(await people.resolve('@Ann')).toBeNull();
  });

  it('that Teams mentions is known by object id', async () => {
    const { teams, heard } = await known();
    const mention = { type: 'mention', text: '<at>Bob</at>', mentioned: { id: teams.bob.id, name: 'Bob' } };
    await teams.say(teams.ann, teams.channel, 'assign F-1 <at>Bob</at>', { entities: [mention] });
    await expect.poll(() => heard[0]?.says).toBe(`assign F-1 <@${bob}>`);
  });
});
