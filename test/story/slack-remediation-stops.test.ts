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
import { longPolicy, wideClinic } from './kit/wide-clinic.ts';

const hourMs = 3_600_000;
const versioning = 'aws/s3/bucket-versioning';
const labels = (m: Message | View) => buttonsOf(m).map((b) => b.label);
const folder = mkdtempSync(join(tmpdir(), 'hipaa-stops-'));
let workspace: Workspace;
let bot: SlackBot;
let chat: ReturnType<typeof chatting>;
let channel: ReturnType<Workspace['channel']>;
let ann: Person;
let ravi: Person;
let olga: Person;

beforeAll(async () => {
  workspace = await startWorkspace();
  ann = workspace.user('ann');
  ravi = workspace.user('ravi');
  olga = workspace.user('olga');
  channel = workspace.channel('compliance', [ann, ravi, olga]);
  bot = slackBot(
    workspace,
    {
      slack: { roles: { responder: [ann.id], approver: [ravi.id, olga.id] } },
      alerts: { severity: 'critical', channels: [{ channel: channel.id }] },
      remediation: {
        channel: channel.id,
        tiers: [{ name: 'one person' }],
        cap: { resources: 20, percent: 100 },
      },
    },
    { inventory: wideClinic(folder) },
  );
  chat = chatting(workspace, channel);
  await bot.start();
  await chat.ask(ann, 'scan');
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
const requestFor = async (bucket: string) =>
  chat.request(ann, `fix ${await chat.handleOf(bot, versioning, bucket)} because the auditors ask for it`);
const quiet = () => workspace.until(async () => (await bot.app().engine.store.outbox.depth()) === 0, 10_000);
const dms = (who: Person, pattern: RegExp) =>
  workspace.messages(who.dm()).filter((m) => pattern.test(m.text));

test('the kill switch: one stops, nothing is approved, two restart, and approvers hear of it by direct message', async () => {
  const id = await requestFor('lakeside-scratch');
  const card = await chat.card(id);
  const press = buttonsOf(card).find((b) => b.label === 'Approve')?.value ?? '';
  const shown = await chat.ask(ann, 'freeze');
  await ann.submit(await chat.form(ann, shown, 'Stop every change'), { reason: 'The imaging system fails' });
  await chat.whisper(ann, /You stopped every change/);
  for (const who of [ravi, olga])
    await workspace.until(() => dms(who, /ann has stopped every change. Reason given: The imaging/)[0]);
  expect(dms(ann, /stopped/)).toEqual([]);

  // The card that waits says so by itself, and offers no vote; a press from before that is refused.
  const stopped = await chat.card(id, /Kill switch: on/);
  expect(stopped.ts).toBe(card.ts);
  expect(labels(stopped)).toEqual(['Deny', 'Withdraw', 'History']);
  const refused = await chat.ask(ravi, press);
  expect(refused.text).toContain(`${id} cannot be approved now`);
  expect(refused.text).toMatch(/ann has stopped every change: The imaging system fails/);
  expect(await said(id, 'approved')).toHaveLength(0);
  expect(labels(await chat.ask(ravi, `show ${id}`))).not.toContain('Approve');

  expect((await chat.ask(ann, 'freeze off because it is over')).text).toMatch(/need the role approver/);
  await chat.ask(ravi, 'freeze off because it is over');
  const twice = await chat.ask(ravi, 'freeze off because it is really over');
  expect(twice.text).toMatch(/a second person must say/);
  expect((await bot.app().services.freeze.state()).on).toBe(true);
  await workspace.until(() => dms(olga, /ravi asks to let changes happen again/)[0]);
  await ravi.openHome();
  expect(textOf(await workspace.until(() => ravi.home()))).toMatch(/Kill switch: on/);

  const half = await chat.ask(olga, 'freeze');
  await olga.submit(await chat.form(olga, half, 'Agree to restart'), { reason: 'Agreed' });
  await chat.whisper(olga, /changes may be written again/);
  expect((await bot.app().services.freeze.state()).on).toBe(false);
  await chat.card(id, /Kill switch: off/);
  await ravi.click(card, 'Approve');
  await chat.card(id, /State: applied/);
  for (const who of [ravi, olga]) expect(dms(who, /has stopped every change/)).toHaveLength(1);
});

test('stopped between the vote and the write: frozen, and nothing is written', async () => {
  const id = await requestFor('lakeside-audit-logs');
  const card = await chat.card(id);
  await bot.restart({ carriesOut: false });
  await ravi.click(card, 'Approve');
  await chat.card(id, /State: approved/);
  await chat.ask(olga, 'freeze on because we look at it first');
  await bot.restart();
  const frozen = await chat.card(id, /State: frozen, nothing was written/);
  expect(frozen.ts).toBe(card.ts);
  expect(textOf(frozen)).toMatch(/olga has stopped every change: we look at it first/);
  expect(writes()).toHaveLength(0);
  await chat.ask(ravi, 'freeze off because we looked');
  await chat.ask(olga, 'freeze off because we looked');
});

test('breaking the glass: told to all approvers at once, done without a second person, reviewed by another', async () => {
  const handle = await chat.handleOf(bot, versioning, 'lakeside-fax-inbox');
  const short = await chat.ask(ravi, `break-glass ${handle} because now`);
  expect(short.text).toMatch(/at least 40 characters/);
  expect((await chat.ask(ann, `break-glass ${handle} because ${'x '.repeat(30)}`)).text).toMatch(
    /You need the role approver/,
  );
  const reply = await chat.ask(
    ravi,
    `break-glass ${handle} because faxes are being overwritten at this very moment by the gateway`,
  );
  expect(reply.text).toMatch(/You broke the glass/);
  const id = /R-\d+/.exec(reply.text)?.[0] ?? '';
  const card = await chat.card(id, /State: applied/);
  expect(card.text).toMatch(/The glass was broken by ravi: no second person agreed/);
  const told = await workspace.until(() => dms(olga, /ravi broke the glass/)[0]);
  expect(told.text).toMatch(
    /at this very moment by the gateway\. Review it within 24 hours: “review R-\d+ because …”\./,
  );
  expect(dms(ravi, /broke the glass/)).toEqual([]);
  expect(labels(card)).toContain('Review');

  const since = ravi.ephemerals(channel).length;
  await ravi.submit(await chat.form(ravi, card, 'Review'), { reason: 'I agree with myself' });
  expect((await chat.whisper(ravi, new RegExp(id), since)).text).not.toMatch(/^You reviewed/);
  expect(await said(id, 'reviewed')).toHaveLength(0);
  await olga.submit(await chat.form(olga, card, 'Review'), { reason: 'The exposure was real' });
  const reviewed = await chat.card(id, /olga reviewed it/);
  expect(reviewed.ts).toBe(card.ts);
  expect(labels(reviewed)).not.toContain('Review');
});

test('a broken glass that nobody reviews becomes a finding, which the review closes', async () => {
  const handle = await chat.handleOf(bot, versioning, 'lakeside-intake-uploads');
  const reply = await chat.ask(
    olga,
    `break-glass ${handle} because uploads are being overwritten at this very moment by the portal`,
  );
  const id = /R-\d+/.exec(reply.text)?.[0] ?? '';
  const card = await chat.card(id, /State: applied/);
  bot.skip(24 * hourMs);
  const overdue = await chat.card(id, /overdue/);
  expect(overdue.ts).toBe(card.ts);
  const { store } = bot.app().engine;
  const review = { checks: ['bot/remediation/break-glass-review'], status: 'any' } as const;
  const [finding] = (await store.findings.find(review)).findings;
  expect(finding).toMatchObject({ status: 'open', severity: 'high', resource: id });
  await workspace.until(() =>
    workspace.messages(channel).find((m) => !m.threadTs && m.text.includes(finding?.handle ?? '?')),
  );
  const shown = await chat.ask(ravi, `show ${finding?.handle}`);
  expect(textOf(shown)).toMatch(/without a second person, and nobody has reviewed it/);
  await chat.ask(ravi, `review ${id} because it was right`);
  expect((await store.findings.find(review)).findings[0]).toMatchObject({ status: 'resolved' });
});

test('a plan of twenty resources: one card, one first, then the rest', async () => {
  const plan = await chat.ask(ann, `fix --check ${versioning} --account lakeside-clinic`);
  expect(plan.text).toMatch(/20 resources/);
  const wide = await chat.ask(
    ann,
    `fix --check ${versioning} --account lakeside-clinic because the auditors ask for it`,
  );
  const id = /R-\d+/.exec(wide.text)?.[0] ?? '';
  const card = await chat.card(id);
  const before = writes().length;
  await ravi.click(card, 'Approve');
  const done = await workspace.until(
    () => chat.cardsOf(id).find((m) => /State: applied/.test(m.text)),
    30_000,
  );
  await quiet();
  expect(done.ts).toBe(card.ts);
  expect(writes().length - before).toBe(20);
  expect(textOf(done)).toMatch(/20 of 20 resources written/);
  const pages = await chat.ask(ann, `show ${id} page:2`);
  expect(textOf(pages)).toMatch(/11 to 20/);
  // Not a flood of one line for each resource: the first is told, and then the end.
  expect(chat.thread(card)).toHaveLength(3);
});

test('a plan about a policy of twenty kilobytes fits into Slack, and the whole of it is at hand', async () => {
  const bucket = 'lakeside-lab-results';
  expect(longPolicy(bucket).length).toBeGreaterThan(19_000);
  const handle = await chat.handleOf(bot, 'aws/s3/bucket-public-policy', bucket);
  const before = workspace.files.length;
  const plan = await chat.ask(ann, `fix ${handle} with:aws/s3/policy-statement-removed`);
  expect(textOf(plan)).toContain('Ward1');
  // What does not fit comes as a file, to the one who asked and to nobody else.
  const file = await workspace.until(() => workspace.files.slice(before).find((f) => f.complete));
  expect(file.channel).toBe(ann.dm().id);
  expect(file.content?.toString()).toContain('Ward87');
  await ann.submit(await chat.form(ann, plan, 'Request approval'), { reason: 'Strangers read it' });
  const asked = await chat.whisper(ann, /You requested R-\d+ for lakeside-lab-results/);
  const id = /R-\d+/.exec(asked.text)?.[0] ?? '';
  const card = await chat.card(id);
  expect(textOf(card)).toContain(`show ${id} --diff`);
  const files = workspace.files.length;
  await chat.ask(ravi, `show ${id} --diff`);
  await workspace.until(() => workspace.files.slice(files).find((f) => f.complete));
  expect(workspace.files.at(-1)?.channel).toBe(ravi.dm().id);
  await ravi.click(card, 'Approve');
  expect((await chat.card(id, /State: applied/)).ts).toBe(card.ts);
  expect(writes().at(-1)?.value).toContain('Ward86');
  expect(writes().at(-1)?.value).not.toContain('Ward87');
});

test('every call was taken by Slack at once, and every message has a sentence for its notification', async () => {
  await quiet();
  const calls = workspace.calls().filter((c) => /^chat\.|^views\.|^files\.|response_url/.test(c.method));
  expect(calls.filter((c) => c.response?.ok !== true && c.status !== 200).map((c) => c.response)).toEqual([]);
  expect(calls.filter((c) => c.response?.error).map((c) => [c.method, c.response.error])).toEqual([]);
  for (const { method, args } of calls)
    if (method === 'chat.postMessage' || method === 'chat.update') {
      expect(args['text'], method).toMatch(/^\w.{20,}\.$/s);
      expect(args['text'].length).toBeLessThanOrEqual(4000);
      expect((args['blocks'] ?? []).length).toBeLessThanOrEqual(50);
    }
  expect(workspace.violations).toEqual([]);
  expect(await bot.app().services.audit.verify()).toMatchObject({ ok: true });
});
