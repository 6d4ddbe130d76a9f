import {
  CreateBucketCommand,
  PutBucketAclCommand,
  PutBucketTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '#src/store/open';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../kit/aws/environment.ts';
import { buttonsOf, startWorkspace, textOf, type Workspace } from '../kit/slack/workspace.ts';
import { botHome } from './slack-kit.ts';

const handlesIn = (text: string) => [...new Set(text.match(/F-[0-9A-Z]{5,}/g) ?? [])];

describeWithMoto('a day in Slack', (moto) => {
  let workspace: Workspace;
  let home: ReturnType<typeof botHome>;
  let bot: Awaited<ReturnType<ReturnType<typeof botHome>['start']>>;
  let ann: ReturnType<Workspace['user']>;
  let vic: ReturnType<Workspace['user']>;
  let guest: ReturnType<Workspace['user']>;
  let channel: ReturnType<Workspace['channel']>;
  let card: any;
  let handle: string;

  beforeAll(async () => {
    const s3 = new S3Client(clientConfig(moto.endpoint));
    await s3.send(new CreateBucketCommand({ Bucket: 'clinic-lab-results' }));
    await s3.send(new PutBucketAclCommand({ Bucket: 'clinic-lab-results', ACL: 'public-read' }));
    const TagSet = [
      { Key: 'DataClassification', Value: 'PHI' },
      // A name may hold nothing that Slack would read as markup; a tag may.
      { Key: 'EnvironmentType', Value: 'dev <!channel> *bold* <https://evil.example|click>' },
    ];
    await s3.send(new PutBucketTaggingCommand({ Bucket: 'clinic-lab-results', Tagging: { TagSet } }));
    await s3.send(new CreateBucketCommand({ Bucket: 'clinic-logs' }));

    workspace = await startWorkspace({ rate: 'strict' });
    ann = workspace.user('ann');
    vic = workspace.user('vic');
    guest = workspace.user('guy', { isRestricted: true });
    channel = workspace.channel('compliance', [ann, vic, guest]);
    home = botHome(workspace, moto.endpoint, {
      slack: { roles: { officer: [ann.id], viewer: [vic.id], responder: [guest.id] } },
      alerts: { severity: 'critical', channels: [{ channel: channel.id }] },
      // Slack takes one message a second: what nobody has attested is not to stand before the scan's own.
      attestations: { ask: [] },
    });
    bot = await home.start();
    await workspace.connected(1);
  });
  afterAll(async () => {
    await bot?.kill('SIGTERM');
    await home?.remove();
    await workspace?.stop();
  });

  const inChannel = () => workspace.messages(channel);
  const found = (pattern: RegExp) => inChannel().find((m) => pattern.test(textOf(m)));
  /** Public cards of findings that are there now. */
  const cards = () =>
    inChannel().filter(
      (m) => !m.deletedAt && !m.threadTs && buttonsOf(m).some((b) => b.label === 'Acknowledge'),
    );
  const current = () => inChannel().find((m) => m.ts === card.ts);

  test('a scan answers at once, and shows how it goes in one message', async () => {
    const scan = await ann.slash('/hipaa', 'scan', { channel });
    expect(scan.ackMs).toBeLessThan(3000);
    expect(textOf(await scan.reply())).toMatch(/has begun/);
    const done = await workspace.until(() => found(/Scan S-\w+ of everything has finished/), 30_000);
    expect(done.edits.length).toBeGreaterThan(0);
    expect(inChannel().filter((m) => /^Scan S-/.test(m.text))).toHaveLength(1);
    const alert = await workspace.until(() => found(/should not wait for the digest/), 10_000);
    expect(textOf(alert)).toContain('clinic-lab-results');
  });

  test('findings are private, paged in place, and PHI that strangers can read is critical', async () => {
    const list = await (await ann.slash('/hipaa', 'findings severity>=critical', { channel })).reply();
    expect(textOf(list)).toContain('clinic-lab-results');
    const all = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    const next = buttonsOf(all).find((b) => /next/i.test(b.label));
    await ann.click(all, next?.label ?? 'Next');
    await workspace.until(() => ann.ephemerals(channel).some((m) => /page 2 of/.test(textOf(m))), 5000);
    expect(found(/page [12] of/)).toBeUndefined();
  });

  test('a card is shown in private, and shared on request', async () => {
    const asked = await ann.slash('/hipaa', 'findings check:aws/s3/bucket-public-read', { channel });
    handle = handlesIn(textOf(await asked.reply()))[0] ?? '';
    const shown = await (await ann.slash('/hipaa', `show ${handle.toLowerCase()}`, { channel })).reply();
    expect(textOf(shown)).toMatch(/critical/i);
    expect(buttonsOf(shown).map((b) => b.label)).toContain('Acknowledge');
    await ann.click(shown, 'Share');
    card = await workspace.until(
      () => inChannel().find((m) => buttonsOf(m).some((b) => b.label === 'Acknowledge')),
      10_000,
    );
    expect(textOf(card)).toContain(handle);
  });

  test('a form asks for what is missing, refuses what is wrong, and the card changes in place', async () => {
    await ann.click(card, 'Acknowledge');
    const modal = await workspace.until(() => ann.modal(), 5000);
    const wrong = await ann.submit(modal, { for: '900d', reason: 'later' });
    expect(wrong.action).toBe('errors');
    const right = await ann.submit(ann.modal() ?? modal, {
      for: '7d',
      reason: 'The vendor moves it on Friday; SSN 123-45-6789 was in the ticket',
    });
    expect(right.action).toMatch(/close|clear/);
    await workspace.until(() => /acknowledged/i.test(textOf(current() ?? card)), 10_000);
    const said = await workspace.until(
      () => workspace.replies(card).find((m) => /ann acknowledged F-/i.test(textOf(m))),
      10_000,
    );
    expect(textOf(said)).toContain('The vendor moves it');
    expect(JSON.stringify(inChannel())).not.toContain('123-45-6789');
  });

  test('a delivery that comes twice acts once', async () => {
    const assign = await ann.slash('/hipaa', `assign ${handle} me`, { channel });
    await assign.reply();
    await workspace.redeliver(assign.delivery, { attempt: 1, reason: 'timeout' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const store = await openStore(home.database);
    const records = [];
    for await (const r of store.audit.read()) if (r.action === 'finding.assigned') records.push(r);
    await store.close();
    expect(records).toHaveLength(1);
  });

  test('a viewer and a guest are refused in private, told why, and it is written down', async () => {
    for (const [who, why] of [
      [vic, /You need the role responder/],
      [guest, /Guests cannot/],
    ] as const) {
      const reply = await (await who.slash('/hipaa', `ack ${handle} because no`, { channel })).reply();
      expect(textOf(reply)).toMatch(why);
    }
    const shown = await (await vic.slash('/hipaa', `show ${handle}`, { channel })).reply();
    expect(buttonsOf(shown).map((b) => b.label)).not.toContain('Acknowledge');
    const { out, code } = await home.cli('audit', 'verify');
    expect(out).toMatch(/whole|hold|intact/i);
    expect(code).toBe(0);
  });

  test('a change made elsewhere reaches the card in Slack', async () => {
    const before = current()?.edits.length ?? 0;
    const done = await home.cli('ack', handle, 'for:3d', 'because', 'said at a terminal');
    expect(done).toMatchObject({ code: 0, err: '' });
    await workspace.until(() => (current()?.edits.length ?? 0) > before, 10_000);
    expect(textOf(current() ?? card)).toContain('said at a terminal');
  });

  test('a decision from a private card is shown in its place', async () => {
    const shown = await (await ann.slash('/hipaa', `show ${handle}`, { channel })).reply();
    const cards = ann.ephemerals(channel).length;
    await ann.click(shown, 'Acknowledge');
    const modal = await workspace.until(() => ann.modal(), 5000);
    await ann.submit(modal, { for: '5d', reason: 'decided in private' });
    await workspace.until(
      () => ann.ephemerals(channel).some((m) => m.ts === shown.ts && /decided in private/.test(textOf(m))),
      5000,
    );
    expect(ann.ephemerals(channel)).toHaveLength(cards);
  });

  test('a digest names the worst, tells what is not known, and never says all clear', async () => {
    const digest = await (await ann.slash('/hipaa', 'digest', { channel })).reply();
    const text = textOf(digest);
    expect(text).toContain('clinic-lab-results');
    expect(text).toMatch(/not assessed/i);
    expect(text).not.toMatch(/all clear|compliant/i);
  });

  test('what Slack refuses for a while is delivered later, in order, once', async () => {
    workspace.fault({ method: 'chat.postMessage', times: 2, status: 429, retryAfter: 1 });
    const before = cards().length;
    const shown = await (await ann.slash('/hipaa', `show ${handle}`, { channel })).reply();
    await ann.click(shown, 'Share');
    await workspace.until(() => cards().length > before, 20_000);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(cards()).toHaveLength(before + 1);
  });

  test('a deleted card is posted anew, once', async () => {
    const before = cards();
    const [first] = before;
    const body = new URLSearchParams({ token: workspace.botToken, channel: channel.id, ts: first?.ts ?? '' });
    await fetch(`${workspace.apiUrl}chat.delete`, { method: 'POST', body });
    expect(cards()).toHaveLength(before.length - 1);
    expect((await home.cli('ack', handle, 'for:2d', 'because', 'after the card was deleted')).code).toBe(0);
    const renewed = () => cards().filter((m) => /after the card was deleted/.test(textOf(m)));
    await workspace.until(() => renewed().length === before.length, 15_000);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(cards()).toHaveLength(before.length);
  });

  test('killed in the middle of a delivery, it neither loses nor repeats a message', async () => {
    const shown = await (await ann.slash('/hipaa', `show ${handle}`, { channel })).reply();
    const before = inChannel().length;
    // Slack takes the message; the bot is killed before it hears that it did.
    workspace.fault({ method: 'chat.postMessage', times: 1, drop: 'after', delayMs: 1500 });
    await ann.click(shown, 'Share');
    await workspace.until(() => inChannel().length > before, 10_000);
    await bot.kill('SIGKILL');
    bot = await home.start();
    await workspace.connected(1);
    await (await ann.slash('/hipaa', 'status', { channel })).reply();
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(inChannel()).toHaveLength(before + 1);
  });

  test('Slack’s limits were kept, nobody was mentioned, and no secret was logged', async () => {
    expect(workspace.violations).toEqual([]);
    for (const delivery of workspace.deliveries) expect(delivery.ackMs).toBeLessThan(3000);
    expect(bot.log()).not.toContain(workspace.botToken);
    const metrics = await (await fetch(`http://127.0.0.1:${bot.health}/metrics`)).text();
    expect(metrics).toMatch(/hipaa_open_findings\{severity="critical"\} [1-9]/);
    expect((await fetch(`http://127.0.0.1:${bot.health}/readyz`)).status).toBe(200);
  });
});
