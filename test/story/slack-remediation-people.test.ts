import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordedProvider } from '#src/cloud/recorded/provider';
import {
  buttonsOf,
  type Message,
  type Person,
  startWorkspace,
  textOf,
  type View,
  type Workspace,
} from '../kit/slack/workspace.ts';
import { chatting, type SlackBot, slackBot } from './kit/slack-bot.ts';
import { wideClinic } from './kit/wide-clinic.ts';

const versioning = 'aws/s3/bucket-versioning';
const labels = (m: Message | View) => buttonsOf(m).map((b) => b.label);
const folder = mkdtempSync(join(tmpdir(), 'hipaa-people-'));
let workspace: Workspace;
let bot: SlackBot;
let chat: ReturnType<typeof chatting>;
let channel: ReturnType<Workspace['channel']>;
const people: Record<string, Person> = {};
const p = (name: string): Person => people[name] as Person;

beforeAll(async () => {
  workspace = await startWorkspace();
  for (const name of ['ann', 'anna', 'ravi', 'olga', 'sam']) people[name] = workspace.user(name);
  people['guy'] = workspace.user('guy', { isRestricted: true });
  people['eve'] = workspace.user('eve', { isStranger: true });
  people['robo'] = workspace.user('robo', { isBot: true });
  channel = workspace.channel('compliance', Object.values(people));
  const account = (name: string) => `slack:${workspace.team.id}:${p(name).id}`;
  const roles = ['anna', 'ravi', 'olga', 'sam', 'guy', 'eve', 'robo'].map((name) => p(name).id);
  bot = slackBot(
    workspace,
    {
      persons: { ann: [account('ann'), account('anna')] },
      slack: { roles: { responder: [p('ann').id], approver: roles } },
      remediation: {
        channel: channel.id,
        tiers: [
          { name: 'two persons', when: { remedies: ['aws/s3/tls-only'] }, quorum: 2 },
          { name: 'one person' },
        ],
      },
    },
    { inventory: wideClinic(folder) },
  );
  chat = chatting(workspace, channel);
  await bot.start();
  await chat.ask(p('ann'), 'scan');
  await bot.app().settled();
});
afterAll(async () => {
  await bot?.remove();
  await workspace?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const writes = () => (bot.app().engine.provider as RecordedProvider).writes;
const said = async (id: string, action: string) =>
  (await bot.records()).filter((r) => r.subject === id && r.action === `remediation.${action}`);
const requestFor = async (bucket: string, check = versioning, who = 'ann') =>
  chat.request(p(who), `fix ${await chat.handleOf(bot, check, bucket)} because the auditors ask for it`);

test('a guest, somebody from another organisation and a bot press Approve: refused in private, and written down', async () => {
  const id = await requestFor('lakeside-scratch');
  const card = await chat.card(id);
  expect(card.text).toMatch(/ravi, olga or sam can approve it/);
  for (const [name, why, standing] of [
    ['guy', /Guests cannot/, 'guest'],
    ['eve', /People from another organisation cannot/, 'stranger'],
    ['robo', /Bots cannot/, 'bot'],
  ] as const) {
    for (const label of ['Approve', 'Withdraw']) {
      const since = p(name).ephemerals(channel).length;
      await p(name).click(card, label);
      await chat.whisper(p(name), why, since);
    }
    const [first, second] = (await bot.records(/command\.refused/)).slice(-2);
    const actor = expect.stringContaining(p(name).id);
    expect(first).toMatchObject({
      actor,
      subject: 'approve',
      detail: { because: 'standing', standing, about: id },
    });
    expect(second).toMatchObject({ actor, subject: 'withdraw' });
  }
  expect(await said(id, 'approved')).toHaveLength(0);
  expect((await chat.card(id)).text).toMatch(/State: waiting for approval/);
});

test('the requester’s second account is the same person: it is refused, named nowhere, and written down', async () => {
  const card = await chat.card('R-1');
  expect(card.text).not.toMatch(/anna/);
  expect(labels(await chat.ask(p('anna'), 'show R-1'))).not.toContain('Approve');
  const since = p('anna').ephemerals(channel).length;
  await p('anna').click(card, 'Approve');
  const no = await chat.whisper(p('anna'), /Another account of yours does not count/, since);
  expect(labels(no)).not.toContain('Approve');
  expect(await said('R-1', 'refused')).toMatchObject([
    {
      actor: `slack:${workspace.team.id}:${p('anna').id}`,
      detail: { because: 'selfApproval', person: 'ann' },
    },
  ]);
  expect(writes()).toHaveLength(0);
});

test('why-not and who-can tell the requester who can', async () => {
  const why = await chat.ask(p('ann'), 'why-not approve R-1');
  expect(textOf(why)).toMatch(/role approver/);
  expect(textOf(why)).toMatch(/ravi, olga and sam can approve it now/);
  expect(textOf(await chat.ask(p('ann'), 'who-can approve R-1'))).toMatch(
    /R-1 can be approved now by ravi, olga and sam/,
  );
});

test('an approver who left before the vote is not named any more, and the others are', async () => {
  const id = await requestFor('lakeside-claims-staging', 'aws/s3/bucket-tls-only');
  const card = await chat.card(id, /ravi, olga or sam can approve it/);
  p('sam').record.deleted = true;
  await bot.restart();
  await p('ravi').click(card, 'Approve');
  const half = await chat.card(id, /1 of 2 approvals given/);
  expect(half.ts).toBe(card.ts);
  expect(half.text).toMatch(/olga can approve it/);
  expect(half.text).not.toContain('sam');
});

test('with nobody left who may, there is no Approve button, and the card says why', async () => {
  const id = await requestFor('lakeside-www-redirect', 'aws/s3/bucket-tls-only');
  const card = await chat.card(id, /ravi or olga can approve it/);
  p('olga').record.deleted = true;
  await bot.restart();
  await p('ravi').click(card, 'Approve');
  const stuck = await chat.card(id, /1 of 2 approvals given/);
  expect(stuck.text).toMatch(/Nobody can approve it now/);
  expect(labels(stuck)).toEqual(['Withdraw', 'History']);
  const mine = await chat.ask(p('ann'), `show ${id}`);
  expect(labels(mine)).not.toContain('Approve');
  expect(textOf(mine)).toMatch(/Nobody can approve it now/);
});

test('where nobody else could approve, a plan has no button, and says why', async () => {
  const handle = await chat.handleOf(bot, versioning, 'lakeside-fax-inbox');
  const plan = await chat.ask(p('ravi'), `fix ${handle}`);
  // Ann's second account still could: she did not ask for this one.
  expect(textOf(plan)).toMatch(/anna could approve it/);
  const two = await chat.ask(
    p('ravi'),
    `fix ${await chat.handleOf(bot, 'aws/s3/bucket-tls-only', 'lakeside-trail-archive')}`,
  );
  expect(textOf(two)).toMatch(/This needs 2 approvers besides you, and only anna could/);
  expect(labels(two)).not.toContain('Request approval');
  p('anna').record.deleted = true;
  await bot.restart();
  const none = await chat.ask(p('ravi'), `fix ${handle}`);
  expect(textOf(none)).toMatch(
    /Nobody can approve this: it needs a person with the role approver who is not ravi/,
  );
  expect(labels(none)).not.toContain('Request approval');
  const tried = await chat.ask(p('ravi'), `fix ${handle} because I want to`);
  expect(tried.text).toMatch(/Nobody can approve this/);
  for (const name of ['olga', 'sam', 'anna']) p(name).record.deleted = false;
  await bot.restart();
});

test('an approver who left between the vote and the write: stale, nothing written, and a way to ask again', async () => {
  const id = await requestFor('lakeside-intake-uploads');
  const card = await chat.card(id);
  await bot.restart({ carriesOut: false });
  await p('olga').click(card, 'Approve');
  await chat.card(id, /State: approved, not carried out yet/);
  p('olga').record.deleted = true;
  await bot.restart();
  const stale = await chat.card(id, /State: stale, nothing was written/);
  expect(stale.ts).toBe(card.ts);
  expect(stale.text).toMatch(/olga may not approve any more, so the approval does not count/);
  expect(labels(stale)).toEqual(['Plan anew', 'History']);
  expect(writes()).toHaveLength(0);
  p('olga').record.deleted = false;
});

test('a requester who left: their approved plan is not carried out either', async () => {
  const id = await requestFor('lakeside-audit-logs');
  const card = await chat.card(id);
  await bot.restart({ carriesOut: false });
  await p('ravi').click(card, 'Approve');
  await chat.card(id, /State: approved/);
  p('ann').record.deleted = true;
  await bot.restart();
  const stale = await chat.card(id, /State: stale, nothing was written/);
  expect(stale.text).toMatch(/ann, who asked for it, is not a member any more/);
  expect(writes()).toHaveLength(0);
});

test('the chain holds, and Slack refused nothing', async () => {
  expect(await bot.app().services.audit.verify()).toMatchObject({ ok: true });
  expect(workspace.violations).toEqual([]);
});
