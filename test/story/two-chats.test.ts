import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordedProvider } from '#src/cloud/recorded/provider';
import { said } from '../chat/teams/bot.ts';
import { type Person, startWorkspace, textOf, type Workspace } from '../kit/slack/workspace.ts';
import {
  buttonsIn,
  cardIn,
  type Kept,
  otherTenant,
  startTeams,
  type Teams,
  type Person as TeamsPerson,
  tenant,
  wordsIn,
} from '../kit/teams/teams.ts';
import { type TwoChats, teamsConfig, twoChats } from './kit/two-chats.ts';

let workspace: Workspace;
let teams: Teams;
let bot: TwoChats;
let ann: Person;
let channel: ReturnType<Workspace['channel']>;
let gus: TeamsPerson;

beforeAll(async () => {
  workspace = await startWorkspace();
  teams = await startTeams();
  ann = workspace.user('ann');
  channel = workspace.channel('engineering', [ann]);
  gus = teams.model.person('Gus', { tenantId: otherTenant });
  teams.channel.members.add(gus.id);
  for (const person of [teams.ann, teams.bob, gus]) teams.chat(person);
  const approver = [teams.ann, teams.bob, gus].map((person) => person.aadObjectId);
  bot = await twoChats(workspace, teams, {
    slack: { roles: { responder: [ann.id] } },
    teams: teamsConfig(teams, { approver }),
    persons: {
      ann: [`slack:${workspace.team.id}:${ann.id}`, `teams:${tenant}:${teams.ann.aadObjectId}`],
    },
    remediation: {
      channel: teams.channel.id,
      tiers: [{ name: 'one person, who types what it is about', confirm: true }],
    },
  });
  await (await ann.slash('/hipaa', 'scan', { channel })).reply(1, 15_000);
  await bot.app.settled();
  // Both are seen in the channel, where the bot learns who is in it.
  for (const person of [teams.ann, teams.bob]) await teams.say(person, teams.channel, 'whoami');
  await workspace.until(() => ours(teams.chat(teams.bob)).length > 0);
});
afterAll(async () => {
  await bot?.remove();
  await teams?.close();
  await workspace?.stop();
});

const ours = (where: Teams['channel']): readonly Kept[] =>
  [...where.messages.values()].filter((kept) => kept.from === teams.model.bot);
const writes = () => (bot.app.engine.provider as RecordedProvider).writes;
const inSlack = (pattern: RegExp) =>
  workspace.until(
    () => workspace.messages(channel).find((m) => !m.threadTs && pattern.test(textOf(m))),
    15_000,
  );
const inTeams = (pattern: RegExp) =>
  workspace.until(
    () => ours(teams.channel).find((kept) => !kept.thread && pattern.test(kept.activity['summary'])),
    15_000,
  );

/** Ann asks in Slack; the request, with its card there and its card in Teams. */
async function request(bucket: string) {
  const { findings } = await bot.app.engine.store.findings.find({
    checks: ['aws/s3/bucket-versioning'],
    status: 'any',
    resource: bucket,
  });
  const line = `fix ${findings[0]?.handle} because the auditors ask for it`;
  const reply = await (await ann.slash('/hipaa', line, { channel })).reply(1, 15_000);
  expect(reply.text).toMatch(/^You requested R-\d+/);
  const id = /R-\d+/.exec(reply.text)?.[0] ?? '';
  const about = new RegExp(`${id}, `);
  return { id, here: await inSlack(about), there: await inTeams(about) };
}

/** Presses Approve in Teams, and gives the form that takes the card's place for who pressed. */
async function approving(person: TeamsPerson, card: Kept) {
  const { body } = await teams.press(person, teams.channel, card, 'Approve');
  return body.value;
}
const submit = (person: TeamsPerson, on: Kept, form: any, confirm: string) =>
  teams.press(person, teams.channel, on, 'Approve', { card: form, inputs: { 'answer:confirm': confirm } });
const votes = async (id: string, action: string) =>
  (await bot.records(new RegExp(`^remediation\\.${action}$`))).filter((r) => r.subject === id);

test('asked for in Slack, approved in Teams, and both cards end as applied', async () => {
  const { id, here, there } = await request('lakeside-scratch');
  for (const text of [here.text, there.activity['summary'], said(there)])
    expect(text).toMatch(/waiting for approval/i);

  const form = await approving(teams.bob, there);
  expect(wordsIn(form)).toMatch(/Typed confirmation/);
  const wrong = await submit(teams.bob, there, form, 'umatch');
  expect(wordsIn(wrong.body.value)).toMatch(/That is not it/);
  expect(await votes(id, 'approved')).toEqual([]);
  expect(writes()).toHaveLength(0);

  await submit(teams.bob, there, form, 'cratch');
  const done = await inSlack(new RegExp(`${id}, [^]*State: applied and verified`));
  const also = await inTeams(new RegExp(`${id}, [^]*State: applied and verified`));
  expect([done.ts, also.id]).toEqual([here.ts, there.id]);
  expect(buttonsIn(cardIn(also)).map((b) => b['title'])).not.toContain('Approve');
  expect(writes()).toHaveLength(1);
  expect((await votes(id, 'approved')).map((r) => r.actor)).toEqual([
    `teams:${tenant}:${teams.bob.aadObjectId}`,
  ]);
});

test('who asked in Slack is the same person in Teams, and cannot approve there', async () => {
  const { id, there } = await request('lakeside-intake-uploads');
  const form = await approving(teams.ann, there);
  const { body } = await submit(teams.ann, there, form, 'ploads');
  expect(wordsIn(body.value)).toMatch(new RegExp(`asked for ${id} yourself`));
  expect((await votes(id, 'refused')).map((r) => [r.actor, r.detail])).toMatchObject([
    [`teams:${tenant}:${teams.ann.aadObjectId}`, { because: 'selfApproval' }],
  ]);
  expect(await votes(id, 'approved')).toEqual([]);
  expect(writes()).toHaveLength(1);
});

test('a guest from another tenant is refused, whatever the configuration grants, and that is recorded', async () => {
  const { id, there } = await request('lakeside-fax-inbox');
  const before = (await bot.records(/refused/)).length;
  const form = await approving(gus, there);
  const { body } = await submit(gus, there, form, '-inbox');
  expect(wordsIn(body.value)).toMatch(/People from another organisation cannot do this here/);
  expect((await bot.records(/refused/)).slice(before)).toMatchObject([
    {
      actor: `teams:${tenant}:${gus.aadObjectId}`,
      subject: 'approve',
      detail: { about: id, because: 'standing', standing: 'stranger' },
    },
  ]);
  expect(await votes(id, 'approved')).toEqual([]);
  expect(writes()).toHaveLength(1);
});

test('a request that comes from another tenant is not let in', async () => {
  const activity = teams.activity(gus, teams.channel, { text: 'whoami' });
  const elsewhere = {
    ...activity,
    conversation: { ...activity['conversation'], tenantId: otherTenant },
    channelData: { tenant: { id: otherTenant } },
  };
  const asked = ours(teams.channel).length;
  expect((await teams.deliver(elsewhere)).status).toBe(401);
  expect(ours(teams.channel)).toHaveLength(asked);
});

test('the chain holds, and neither chat refused anything', async () => {
  expect(await bot.app.services.audit.verify()).toMatchObject({ ok: true });
  expect(workspace.violations).toEqual([]);
  expect(teams.connector.calls.filter(({ status }) => status >= 400)).toEqual([]);
  const failed = bot
    .log()
    .split('\n')
    .filter((line) => line.startsWith('error'));
  expect(failed).toEqual([]);
});
