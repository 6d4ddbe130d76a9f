import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const labels = (m: Message | View) => buttonsOf(m).map((b) => b.label);
const folder = mkdtempSync(join(tmpdir(), 'hipaa-codes-'));
let workspace: Workspace;
let bot: SlackBot;
let chat: ReturnType<typeof chatting>;
let channel: ReturnType<Workspace['channel']>;
let ann: Person;
let ravi: Person;
let olga: Person;
let key = '';
const requests: string[] = [];

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
      remediation: { channel: channel.id, tiers: [{ name: 'with a code', stepUp: true }] },
    },
    { inventory: wideClinic(folder), sealingKey: randomBytes(32).toString('base64') },
  );
  chat = chatting(workspace, channel);
  await bot.start();
  await chat.ask(ann, 'scan');
  await bot.app().settled();
  for (const bucket of ['lakeside-scratch', 'lakeside-fax-inbox']) {
    const handle = await chat.handleOf(bot, 'aws/s3/bucket-versioning', bucket);
    requests.push(await chat.request(ann, `fix ${handle} because the auditors ask for it`));
  }
});
afterAll(async () => {
  await bot?.remove();
  await workspace?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the app shows at the bot's time; codes are new every half minute. */
const code = (): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: bot.now().getTime() });
const nextCode = (): string => {
  bot.skip(30_000);
  return code();
};
const approved = async (id: string) =>
  (await bot.records(/remediation\.approved/)).filter((r) => r.subject === id);
const inDm = (who: Person, pattern: RegExp, since = 0): Promise<Message> =>
  workspace.until(() =>
    who
      .sees(who.dm())
      .slice(since)
      .findLast((m) => pattern.test(textOf(m))),
  );
/** Presses Approve and gives this code; what the form or the bot says to it. */
async function give(who: Person, id: string, digits: string): Promise<string> {
  const since = who.ephemerals(channel).length;
  const form = await chat.form(who, await chat.card(id), 'Approve');
  const sent = await who.submit(form, { code: digits });
  if (sent.action === 'errors') {
    await who.close();
    return Object.values(sent.errors).join(' ');
  }
  return (await workspace.until(() => who.ephemerals(channel).slice(since)[0])).text;
}

test('who has no app yet is told so, and nothing is approved', async () => {
  expect(await give(olga, requests[0] ?? '', '123456')).toMatch(
    /no authenticator app set up yet. Say “?`?enrol/,
  );
  expect(await approved(requests[0] ?? '')).toHaveLength(0);
});

test('the key and its picture come by direct message, and stand nowhere else', async () => {
  await ravi.tell('enrol');
  const shown = await inDm(ravi, /setup key/);
  key = (/\b(?:[A-Z2-7]{4} ){4,}[A-Z2-7]{1,4}\b/.exec(textOf(shown))?.[0] ?? '').replaceAll(' ', '');
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  const file = await workspace.until(() => workspace.files.find((f) => f.complete));
  expect(file.channel).toBe(ravi.dm().id);
  expect(file.content?.subarray(1, 4).toString()).toBe('PNG');
  expect(labels(shown)).toEqual(['Give the first code']);

  const written = key.match(/.{4}/g)?.join(' ') ?? '';
  const hex = Buffer.from(Secret.fromBase32(key).bytes).toString('hex');
  for (const call of workspace.calls()) {
    const text = JSON.stringify(call.args);
    if (text.includes(key) || text.includes(written)) expect(call.args['channel']).toBe(ravi.dm().id);
  }
  await bot.restart();
  const base64 = Buffer.from(key).toString('base64url');
  for (const secret of [key, written, hex, key.toLowerCase(), base64]) {
    expect(bot.log()).not.toContain(secret);
    expect(JSON.stringify(await bot.records())).not.toContain(secret);
    for (const end of ['', '-wal', '-journal'])
      if (existsSync(bot.database + end))
        expect(readFileSync(bot.database + end).includes(secret), `${bot.database}${end}`).toBe(false);
    for (const seen of workspace.messages(channel)) expect(textOf(seen)).not.toContain(secret);
  }
  // The search finds what is there.
  const kept = ['', '-wal'].map((end) => bot.database + end).filter(existsSync);
  expect(kept.some((file) => readFileSync(file).includes('secondFactor.enrolled'))).toBe(true);
});

test('a key counts only after its first code', async () => {
  expect(await give(ravi, requests[0] ?? '', code())).toMatch(/no authenticator app set up yet/);
  const form = await chat.form(ravi, await inDm(ravi, /setup key/), 'Give the first code');
  await ravi.submit(form, { code: nextCode() });
  await inDm(ravi, /is confirmed/);
  expect((await bot.records(/^secondFactor\./)).map((r) => r.action)).toEqual([
    'secondFactor.enrolled',
    'secondFactor.confirmed',
  ]);
});

test('the form asks for a code; a wrong one is refused in private, and the right one approves once', async () => {
  const [first = '', second = ''] = requests;
  const right = nextCode();
  const wrong = right === '000000' ? '000001' : '000000';
  expect(await give(ravi, first, wrong)).toMatch(/code is not right, or was used already/);
  expect(await approved(first)).toHaveLength(0);
  const [refused] = (await bot.records(/remediation\.refused/)).slice(-1);
  expect(refused).toMatchObject({
    subject: first,
    detail: { name: 'ravi', because: expect.stringMatching(/^That code is not right/) },
  });

  expect(await give(ravi, first, `${right.slice(0, 3)} ${right.slice(3)}`)).toMatch(/^You approved/);
  await chat.card(first, /State: applied/);
  expect((await approved(first)).map((r) => r.detail['proof'])).toEqual(['totp']);

  expect(await give(ravi, second, right)).toMatch(/code is not right, or was used already/);
  expect(await approved(second)).toHaveLength(0);
  expect(await give(ravi, second, nextCode())).toMatch(/^You approved/);
  await chat.card(second, /State: applied/);
});

test('typed without a code, the tier says what it wants', async () => {
  const handle = await chat.handleOf(bot, 'aws/s3/bucket-versioning', 'lakeside-www-redirect');
  const id = await chat.request(ann, `fix ${handle} because the auditors ask for it`);
  const no = await chat.ask(ravi, `approve ${id}`);
  expect(no.text).toMatch(/needs a one-time code/);
  const typed = nextCode();
  expect((await chat.ask(ravi, `approve ${id} code:${typed}`)).text).toMatch(/^You approved/);
  expect(bot.log()).not.toContain(`code:${typed}`);
});

test('in a channel the key is for one pair of eyes, and the picture still goes to the direct message', async () => {
  const before = workspace.files.length;
  const shown = await chat.ask(olga, 'enrol');
  expect(shown.ephemeralTo).toBe(olga.id);
  expect(labels(shown)).not.toContain('Share');
  await workspace.until(() => workspace.files.length > before && workspace.files.every((f) => f.complete));
  expect(workspace.files.at(-1)?.channel).toBe(olga.dm().id);
});

test('the chain holds, and Slack refused nothing', async () => {
  expect(await bot.app().services.audit.verify()).toMatchObject({ ok: true });
  expect(workspace.violations).toEqual([]);
});
