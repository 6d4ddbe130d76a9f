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

const hourMs = 3_600_000;
const versioning = 'aws/s3/bucket-versioning';
const tlsOnly = 'aws/s3/bucket-tls-only';
const labels = (m: Message | View) => buttonsOf(m).map((b) => b.label);
const stateIn = (text: string) => /State: ([^.]*)\./.exec(text)?.[1] ?? text;

const folder = mkdtempSync(join(tmpdir(), 'hipaa-wide-'));
let workspace: Workspace;
let bot: SlackBot;
let chat: ReturnType<typeof chatting>;
let channel: ReturnType<Workspace['channel']>;
let ann: Person;
let ravi: Person;
let olga: Person;
let vic: Person;

beforeAll(async () => {
  workspace = await startWorkspace();
  ann = workspace.user('ann');
  ravi = workspace.user('ravi');
  olga = workspace.user('olga');
  vic = workspace.user('vic');
  channel = workspace.channel('compliance', [ann, ravi, olga, vic]);
  bot = slackBot(
    workspace,
    {
      slack: { roles: { viewer: [vic.id], responder: [ann.id], approver: [ravi.id, olga.id] } },
      remediation: {
        channel: channel.id,
        tiers: [
          { name: 'two persons', when: { remedies: ['aws/s3/tls-only'] }, quorum: 2, confirm: true },
          { name: 'one person' },
        ],
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
const requestFor = async (bucket: string, check = versioning, who = ann) =>
  chat.request(who, `fix ${await chat.handleOf(bot, check, bucket)} because the auditors ask for it`);
/** Waits until Slack has been told everything. */
const quiet = () => workspace.until(async () => (await bot.app().engine.store.outbox.depth()) === 0, 10_000);

test('from the finding’s card to the applied change, by buttons, with one card and one line per step', async () => {
  const handle = await chat.handleOf(bot, versioning, 'lakeside-scratch');
  await chat.ask(ann, `show ${handle} --share`);
  const finding = await workspace.until(() =>
    workspace.messages(channel).find((m) => labels(m).includes('Fix') && m.text.includes(handle)),
  );
  const cardText = finding.text;

  await ann.click(finding, 'Fix');
  const plan = await chat.whisper(ann, /this is only the plan/);
  expect(textOf(plan)).toContain('s3:PutBucketVersioning');
  expect(textOf(plan)).toMatch(/ravi and olga could approve it/);
  expect(finding.text).toBe(cardText);
  expect(writes()).toHaveLength(0);

  const form = await chat.form(ann, plan, 'Request approval');
  await expect(ann.submit(form, {})).rejects.toThrow(/required/);
  expect((await ann.submit(form, { reason: 'The auditors ask for it' })).action).toMatch(/close|clear/);
  const card = await chat.card('R-1');
  expect(stateIn(card.text)).toBe('waiting for approval');
  expect(labels(card)).toEqual(['Approve', 'Deny', 'Withdraw', 'History']);
  const mine = await chat.whisper(ann, /You requested R-1/);
  expect(mine.ts).toBe(plan.ts);
  for (const seen of ann.ephemerals(channel)) expect(labels(seen)).not.toContain('Approve');
  expect(labels(await chat.ask(ann, 'show R-1'))).not.toContain('Approve');
  expect(labels(await chat.ask(ravi, 'show R-1'))).toContain('Approve');

  await ravi.click(card, 'Approve');
  const done = await chat.card('R-1', /State: applied and verified/);
  await quiet();
  expect(done.ts).toBe(card.ts);
  const order = [
    'waiting for approval',
    'approved, not carried out yet',
    'being carried out',
    'written, being verified',
    'applied and verified',
  ];
  const steps = [...done.edits, done].map((e) => order.indexOf(stateIn(e.text)));
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(steps).not.toContain(-1);
  expect(labels(done)).toEqual(['Undo', 'History']);
  expect(writes()).toHaveLength(1);

  const lines = chat.thread(card);
  expect(lines.map((l) => /: (.*?)(?:\.|:|$)/.exec(l.replace(/^R-1 \([^)]*\)/, ''))?.[1])).toEqual([
    'ravi approved it',
    'lakeside-scratch was written',
    'It was looked at right after the write',
  ]);
  expect(chat.cardsOf('R-1')).toHaveLength(1);
  await workspace.until(() => /State: fixed/.test(finding.text));
});

test('who asked for it is refused in private when pressing Approve, and that is written down', async () => {
  const id = await requestFor('lakeside-access-logs', versioning, ravi);
  const card = await chat.card(id);
  expect(card.text).toMatch(/olga can approve it/);
  const before = ravi.ephemerals(channel).length;
  await ravi.click(card, 'Approve');
  const refusal = await chat.whisper(ravi, /asked for R-\d+ yourself/, before);
  expect(refusal.text).toMatch(/second person must approve/);
  expect((await said(id, 'refused')).map((r) => r.detail)).toMatchObject([
    { because: 'selfApproval', name: 'ravi' },
  ]);
  for (const [who, roles] of [
    [ann, 'responder'],
    [vic, 'viewer'],
  ] as const) {
    const since = who.ephemerals(channel).length;
    await who.click(card, 'Approve');
    const no = await chat.whisper(who, /You need the role approver/, since);
    expect(no.text, roles).toMatch(/ravi and olga have it/);
    expect((await bot.records(/command\.refused/)).at(-1)).toMatchObject({
      actor: `slack:${workspace.team.id}:${who.id}`,
      subject: 'approve',
      detail: { about: id },
    });
  }
  await quiet();
  expect(stateIn((await chat.card(id)).text)).toBe('waiting for approval');
  expect(chat.thread(card)).toEqual([]);
});

test('denied by button, with the reason, in which a social security number is masked', async () => {
  const id = 'R-2';
  const card = await chat.card(id);
  const form = await chat.form(olga, card, 'Deny');
  await olga.submit(form, { reason: 'The ward of 123-45-6789 moves first' });
  const denied = await chat.card(id, /State: denied/);
  expect(denied.ts).toBe(card.ts);
  expect(denied.text).toMatch(/olga denied it: The ward of .*moves first/);
  await quiet();
  expect((await said(id, 'denied'))[0]?.detail['reason']).not.toContain('123-45-6789');
  expect(JSON.stringify(workspace.calls().map((c) => c.args))).not.toContain('123-45-6789');
  expect(JSON.stringify(await bot.records())).not.toContain('123-45-6789');
  expect((await chat.whisper(olga, /You denied/)).text).toMatch(/masked/);
  expect(chat.thread(card)).toHaveLength(1);
});

test('withdrawn by who asked for it; a bystander may not', async () => {
  const id = await requestFor('lakeside-audit-logs');
  const card = await chat.card(id);
  await vic.click(card, 'Withdraw');
  await chat.whisper(vic, /You need the role responder/);
  await ann.click(card, 'Withdraw');
  const gone = await chat.card(id, /State: withdrawn/);
  expect(gone.text).not.toMatch(/denied|expired/i);
  expect(labels(gone)).not.toContain('Approve');
  await ravi.slash('/hipaa', `approve ${id}`, { channel });
  await chat.whisper(ravi, new RegExp(`${id} was withdrawn`));
});

test('an approval that comes four times counts once, and the second person must confirm by hand', async () => {
  const id = await requestFor('lakeside-claims-staging', tlsOnly);
  const card = await chat.card(id);
  const form = await chat.form(ravi, card, 'Approve');
  const wrong = await ravi.submit(form, { confirm: 'stagin' });
  expect(wrong.action).not.toBe('errors');
  await chat.whisper(ravi, /Type the last six characters/);
  expect(await said(id, 'approved')).toHaveLength(0);
  expect((await said(id, 'refused'))[0]?.detail['because']).toMatch(/Type the last six characters/);
  const again = await chat.form(ravi, card, 'Approve');
  const vote = await ravi.submit(again, { confirm: 'taging' });
  await chat.card(id, /1 of 2 approvals given/);
  for (const attempt of [1, 2, 3]) await workspace.redeliver(vote.delivery, { attempt, reason: 'timeout' });
  await quiet();
  expect(await said(id, 'approved')).toHaveLength(1);
  expect(await said(id, 'refused')).toHaveLength(1);
  const half = await chat.card(id);
  expect(half.text).toMatch(/olga can approve it/);
  expect(half.text).not.toMatch(/ravi or|or ravi/);
  await olga.submit(await chat.form(olga, half, 'Approve'), { confirm: 'taging' });
  expect((await chat.card(id, /State: applied/)).ts).toBe(card.ts);
  expect((await said(id, 'approved')).map((r) => r.detail['name'])).toEqual(['ravi', 'olga']);
});

test('two approvers who press at once: one execution, and both are told what is', async () => {
  const id = await requestFor('lakeside-database-backups');
  const card = await chat.card(id);
  const before = writes().length;
  const seen = [ravi, olga].map((p) => p.ephemerals(channel).length);
  await Promise.all([ravi.click(card, 'Approve'), olga.click(card, 'Approve')]);
  await chat.card(id, /State: applied/);
  await quiet();
  expect(writes()).toHaveLength(before + 1);
  expect(await said(id, 'approved')).toHaveLength(1);
  expect(await said(id, 'executing')).toHaveLength(1);
  const told = await Promise.all(
    [ravi, olga].map((p, i) => chat.whisper(p, new RegExp(`${id}\\b`), seen[i])),
  );
  expect(told.filter((m) => m.text.startsWith(`You approved ${id}.`))).toHaveLength(1);
  expect(
    told.filter((m) => /has been (approved|applied) already|is being|has been written/.test(m.text)),
  ).toHaveLength(1);
});

test('what was approved goes on after a restart', async () => {
  const id = await requestFor('lakeside-fax-inbox');
  const card = await chat.card(id);
  // The account does not answer: the executor has begun to look, and has not come to its first write.
  Object.assign(bot.app().engine.provider, {
    open: (_: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  });
  await ravi.click(card, 'Approve');
  await chat.card(id, /State: approved, not carried out yet/);
  await quiet();
  expect(writes().filter((w) => w.resource.endsWith('lakeside-fax-inbox'))).toEqual([]);
  await bot.restart();
  const done = await chat.card(id, /State: applied/);
  expect(done.ts).toBe(card.ts);
  expect(writes().map((w) => w.resource)).toEqual(['arn:aws:s3:::lakeside-fax-inbox']);
  expect(await said(id, 'approved')).toHaveLength(1);
  expect(chat.cardsOf(id)).toHaveLength(1);
});

test('undone by buttons, on the same road', async () => {
  const [original] = (await bot.records(/remediation\.applied/)).slice(-1);
  const first = original?.subject ?? '';
  const card = await chat.card(first);
  const since = ann.ephemerals(channel).length;
  await ann.click(card, 'Undo');
  const plan = await chat.whisper(ann, /this is only the plan/, since);
  expect(labels(plan)).toContain('Request approval');
  await ann.submit(await chat.form(ann, plan, 'Request approval'), { reason: 'The fax gateway fails' });
  const id =
    /You requested (R-\d+), which undoes/.exec((await chat.whisper(ann, /which undoes/)).text)?.[1] ?? '';
  const undo = await chat.card(id);
  const before = writes().length;
  await ravi.click(undo, 'Approve');
  await chat.card(id, /State: applied/);
  const undone = await chat.card(first, /State: undone/);
  expect(undone.ts).toBe(card.ts);
  expect(labels(undone)).not.toContain('Undo');
  expect(
    writes()
      .slice(before)
      .map((w) => w.resource),
  ).toEqual(['arn:aws:s3:::lakeside-fax-inbox']);
  const handle = await chat.handleOf(bot, versioning, 'lakeside-fax-inbox');
  expect((await chat.ask(ann, `show ${handle}`)).text).toMatch(/State: (open|regressed)/);
});

test('asked for in another channel, it stands there and where approvers read, and both are kept up to date', async () => {
  const ward = workspace.channel('ward', [ann, ravi]);
  const handle = await chat.handleOf(bot, versioning, 'lakeside-imaging-archive');
  const asked = await ann.slash('/hipaa', `fix ${handle} because the ward asks for it`, { channel: ward });
  const id = /R-\d+/.exec((await asked.reply()).text)?.[0] ?? '';
  const card = await chat.card(id);
  const [there] = await workspace.until(() => {
    const cards = chat.cardsOf(id, ward);
    return cards.length > 0 && cards;
  });
  await ravi.click(there as Message, 'Approve');
  await chat.card(id, /State: applied/);
  await workspace.until(() => chat.cardsOf(id, ward).find((m) => /State: applied/.test(m.text)));
  await quiet();
  expect(chat.cardsOf(id)).toHaveLength(1);
  expect(chat.cardsOf(id, ward).map((m) => m.ts)).toEqual([there?.ts]);
  expect(chat.thread(card)).toEqual(chat.thread(there as Message));
  expect(writes().filter((w) => w.resource.endsWith('lakeside-imaging-archive'))).toHaveLength(1);
});

test('a card that was deleted is posted anew once, and later edits go to the new one', async () => {
  const id = await requestFor('lakeside-claims-staging');
  const card = await chat.card(id);
  await quiet();
  const body = new URLSearchParams({ token: workspace.botToken, channel: channel.id, ts: card.ts });
  await fetch(`${workspace.apiUrl}chat.delete`, { method: 'POST', body });
  expect(chat.cardsOf(id)).toHaveLength(0);
  await ravi.slash('/hipaa', `approve ${id}`, { channel });
  const anew = await chat.card(id, /State: applied/);
  await quiet();
  expect(anew.ts).not.toBe(card.ts);
  expect(chat.cardsOf(id)).toHaveLength(1);
  const edits = anew.edits.length;
  bot.skip(16 * 60_000);
  await workspace.until(() => anew.edits.length > edits, 10_000);
  expect(textOf(anew)).toMatch(/again a while later/);
  await quiet();
  expect(chat.cardsOf(id)).toHaveLength(1);
});

test('the Home tab shows what waits for me, and the kill switch', async () => {
  const id = await requestFor('lakeside-partner-exchange');
  await chat.card(id);
  await ravi.openHome();
  const home = await workspace.until(() => ravi.home());
  expect(textOf(home)).toContain('1 request waits for you');
  expect(textOf(home)).toContain(id);
  expect(textOf(home)).toMatch(/Kill switch: off/);
  const since = workspace.messages(ravi.dm()).length;
  await ravi.click(home, `Show ${id}`);
  const shown = await workspace.until(() =>
    workspace
      .messages(ravi.dm())
      .slice(since)
      .find((m) => m.text.includes(id)),
  );
  expect(labels(shown)).toContain('Approve');
  await ann.openHome();
  const asked = await workspace.until(() => ann.home());
  expect(textOf(asked)).toContain('No request waits for you');
  expect(textOf(asked)).toContain(id);
});

test('what nobody decided in time has expired, which is not denied', async () => {
  const [last] = (await bot.records(/remediation\.proposed/)).slice(-1);
  const id = last?.subject ?? '';
  const card = await chat.card(id);
  bot.skip(24 * hourMs);
  await olga.click(card, 'Approve');
  await chat.whisper(olga, new RegExp(`The time for approving ${id} is over`));
  const expired = await chat.card(id, /State: expired/);
  expect(expired.ts).toBe(card.ts);
  expect(textOf(expired)).not.toMatch(/denied/i);
  expect(labels(expired)).toEqual(['Plan anew', 'History']);
  await quiet();
  expect(chat.thread(card).join('\n')).toMatch(/time for approval ran out, and nobody decided/);
});

test('the chain holds, Slack’s limits were kept, and nothing was said twice', async () => {
  await quiet();
  expect(await bot.app().services.audit.verify()).toMatchObject({ ok: true });
  expect(workspace.violations).toEqual([]);
  for (const delivery of workspace.deliveries) expect(delivery.ackMs).toBeLessThan(3000);
  for (const message of workspace.messages(channel)) expect(message.text).toMatch(/^\w.{20,}\.$/s);
  const threads = Map.groupBy(
    workspace.messages(channel).filter((m) => m.threadTs),
    (m) => `${m.threadTs} ${m.text}`,
  );
  expect([...threads.values()].filter((same) => same.length > 1).map((same) => same[0]?.text)).toEqual([]);
  expect(
    bot
      .log()
      .split('\n')
      .filter((line) => line.startsWith('error')),
  ).toEqual([]);
});
