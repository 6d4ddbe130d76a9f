import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { everything, type Scan, type ScanFilter } from '../../src/domain/scan.ts';
import { runScan } from '../../src/engine/run-scan.ts';
import type { ScanProgress } from '../../src/engine/services.ts';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { awsEnv } from '../kit/aws/environment.ts';
import { type AwsProxy, answer, deny, hang, startProxy } from '../kit/aws/proxy.ts';
import { type Sdk, sdkOf } from '../kit/aws/sdk.ts';
import { type Bot, startBot } from './kit/bot.ts';
import { folder } from './kit/hipaa.ts';

const check = 'aws/s3/account-public-access-block';
const rest = 'other accounts of the organization';
/** The scan as the ledger keeps it. */
async function scanned(bot: Bot, filter: Partial<ScanFilter>): Promise<Scan> {
  await bot.scan(filter);
  const [scan] = await bot.app.services.scans.latest(1);
  if (!scan) throw new Error('no scan was kept');
  return scan;
}
const says = (body: unknown) =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));
const member = (n: number) => ({ Id: String(300_000_000_000 + n), Name: `ward-${n}`, State: 'ACTIVE' });

describeWithMoto('an organization, scanned by the bot', (moto) => {
  let proxy: AwsProxy;
  let sdk: Sdk;
  let bot: Bot;
  const cwd = folder();

  const assumed = () => proxy.calls().filter(({ operation }) => operation === 'AssumeRole');
  const listing = (count: number) =>
    proxy.rule({
      operation: 'ListAccounts',
      fault: says({ Accounts: Array.from({ length: count }, (_, n) => member(n)) }),
    });
  const closed = (id: string) =>
    proxy.rule({
      match: ({ operation, key }) => operation === 'AssumeRole' && decodeURIComponent(key).includes(id),
      fault: deny(),
    });

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    sdk = sdkOf(moto.endpoint);
    const config = `${cwd}/hipaa.yml`;
    // JSON is YAML.
    writeFileSync(
      config,
      JSON.stringify({
        aws: { organization: { role: 'hipaa-scan', externalId: 'not-a-secret' }, maxAttempts: 1 },
      }),
    );
    bot = await startBot({ endpoint: proxy.endpoint, database: `${cwd}/hipaa.db`, config });
  });
  afterAll(async () => {
    await bot.stop();
    vi.unstubAllEnvs();
    sdk.destroy();
    await proxy.stop();
  });
  beforeEach(() => proxy.reset());

  test('each account is opened by its own role, and answers for itself', async () => {
    listing(3);
    const scan = await scanned(bot, { checks: [check] });
    expect(scan.accounts.map(({ id, name, tally }) => [id, name, tally.fail])).toEqual([
      ['300000000000', 'ward-0', 1],
      ['300000000001', 'ward-1', 1],
      ['300000000002', 'ward-2', 1],
    ]);
    expect(assumed()).toHaveLength(3);
  });

  test('one account that cannot be opened leaves the others as they are', async () => {
    listing(3);
    closed('300000000001');
    const scan = await scanned(bot, { checks: [check] });
    expect(scan.accounts.map(({ name, tally, refused }) => [name, tally.fail, refused])).toEqual([
      ['ward-0', 1, undefined],
      ['ward-1', 0, 'the role cannot be assumed: access was denied'],
      ['ward-2', 1, undefined],
    ]);
    const { findings } = await bot.app.services.findings.find({ checks: [check], status: 'open' });
    // What was found in it before still stands: it was not looked at.
    expect(findings.map(({ account }) => account).sort()).toEqual([
      '300000000000',
      '300000000001',
      '300000000002',
    ]);
  });

  test('an account that joins is scanned at the next scan', async () => {
    listing(4);
    const scan = await scanned(bot, { checks: [check] });
    expect(scan.accounts.map(({ name }) => name)).toContain('ward-3');
  });

  test('one account may be asked for by name, and one that there is not is refused', async () => {
    listing(3);
    const scan = await scanned(bot, { accounts: ['ward-2'], checks: [check] });
    expect(scan.accounts.map(({ name }) => name)).toEqual(['ward-2']);
    expect(await bot.refusal({ accounts: ['ward-9'] })).toMatch(/no account "ward-9"/);
  });

  test('where the list is denied, those known before are scanned, and that some may be missing is said', async () => {
    proxy.rule({ operation: 'ListAccounts', fault: deny() });
    const scan = await scanned(bot, { checks: [check] });
    const others = scan.accounts.filter(({ name }) => name !== rest);
    expect(others.map(({ tally }) => tally.fail)).toEqual([1, 1, 1]);
    const untold = scan.accounts.find(({ name }) => name === rest);
    expect(untold?.refused).toMatch(/the organization's accounts could not be listed: access was denied/);
    expect(untold?.notAssessed[0]).toMatchObject({ permission: 'organizations:ListAccounts' });
  });

  test('two hundred accounts show how far each is', async () => {
    listing(200);
    closed('300000000150');
    const seen: ScanProgress[] = [];
    const outcome = await runScan(bot.app.engine, {
      id: 'S-wide',
      filter: { ...everything, checks: [check] },
      by: 'terminal:local:test',
      signal: new AbortController().signal,
      onProgress: (progress) => seen.push(progress),
    });
    if ('refused' in outcome) throw new Error(outcome.refused);
    const first = seen[0]?.accounts ?? [];
    expect(first).toHaveLength(200);
    expect(first.filter(({ state }) => state === 'waiting').length).toBeGreaterThan(150);
    const half = seen.find(({ accounts }) => accounts.filter((a) => a.state === 'done').length === 100);
    expect(half?.accounts.some((a) => a.state === 'scanning' || a.state === 'waiting')).toBe(true);
    const last = Object.groupBy(seen.at(-1)?.accounts ?? [], ({ state }) => state);
    expect(last.done).toHaveLength(199);
    expect(last.refused?.map(({ name }) => name)).toEqual(['ward-150']);
    expect(outcome.scan.accounts).toHaveLength(200);
  }, 60_000);
});

describeWithMoto('an organization, while time passes', (moto) => {
  let proxy: AwsProxy;
  let bot: Bot;
  const cwd = folder();
  const listing = (...members: object[]) =>
    proxy.rule({ operation: 'ListAccounts', fault: says({ Accounts: members }) });
  const start = async (config: object) => {
    writeFileSync(`${cwd}/hipaa.yml`, JSON.stringify(config));
    bot = await startBot({
      endpoint: proxy.endpoint,
      database: `${cwd}/hipaa.db`,
      config: `${cwd}/hipaa.yml`,
    });
  };
  const aws = {
    regions: ['us-east-1'],
    organization: { role: 'hipaa-scan', ownerTag: 'Owner' },
    maxAttempts: 1,
  };
  const config = { aws, checks: { only: [check] } };
  const compose = () =>
    bot.app.services.digests.compose({ since: '2020-01-01T00:00:00.000Z', now: new Date() });

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
  });
  beforeEach(() => {
    proxy.reset();
    proxy.rule({ operation: 'ListTagsForResource', fault: says({ Tags: [{ Key: 'Owner', Value: 'ann' }] }) });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await proxy.stop();
  });
  afterEach(() => bot.stop());

  test('one that is suspended is said to be looked at no more, over a restart too, and nothing of it is resolved', async () => {
    await start(config);
    listing(member(0), member(1));
    await scanned(bot, {});
    proxy.reset();
    proxy.rule({ operation: 'ListTagsForResource', fault: says({ Tags: [{ Key: 'Owner', Value: 'ann' }] }) });
    listing(member(0), { ...member(1), State: 'SUSPENDED' });
    await scanned(bot, {});
    await bot.stop();
    await start(config);
    const { services, engine } = bot.app;
    const left = { id: '300000000001', name: 'ward-1', owner: 'ann', open: 1 };
    expect(await services.scans.noLongerScanned()).toEqual([{ ...left, scannedAt: expect.any(String) }]);
    expect(await compose()).toMatchObject({ noLongerScanned: [left], open: { high: 2 } });
    expect(engine.accountNames.get('300000000001')).toBe('ward-1');
    const { findings } = await services.findings.find({ accounts: ['300000000001'] });
    expect(findings.map(({ status }) => status)).toEqual(['open']);
  });

  test('one that comes back is looked at again', async () => {
    await start(config);
    listing(member(0), member(1));
    await scanned(bot, {});
    expect(await bot.app.services.scans.noLongerScanned()).toEqual([]);
  });

  test('SIGTERM in the middle of the scheduled scan ends it at once, and it is made after the restart', async () => {
    await start(config);
    const { store } = bot.app.engine;
    await store.slots.set('scan', '2020-01-01T06:00:00.000Z');
    listing(member(0));
    proxy.rule({ operation: 'GetPublicAccessBlock', fault: hang() });
    const begin = () =>
      bot.app.start({ schedule: true, channelOf: (id) => ({ platform: 'slack', team: 'T1', id }) });
    await begin();
    await vi.waitFor(() =>
      expect(proxy.calls().some(({ operation }) => operation === 'GetPublicAccessBlock')).toBe(true),
    );
    await bot.stop();
    proxy.reset();
    proxy.rule({ operation: 'ListTagsForResource', fault: says({ Tags: [] }) });
    listing(member(0));
    await start(config);
    expect((await bot.app.services.scans.latest(1))[0]?.state).toBe('cancelled');
    expect(await bot.app.engine.store.slots.get('scan')).toBe('2020-01-01T06:00:00.000Z');
    await begin();
    await vi.waitFor(async () => {
      const [scan] = await bot.app.services.scans.latest(1);
      expect(scan).toMatchObject({ state: 'finished', by: 'system:schedule' });
    });
    await vi.waitFor(async () => expect(await bot.app.engine.store.slots.get('scan')).not.toMatch(/^2020/));
  });
});

describeWithMoto('the regions of an account', (moto) => {
  let proxy: AwsProxy;
  let bot: Bot;
  const cwd = folder();
  const wanted = ['aws/kms/key-rotation', 'aws/iam/root-mfa'];
  const asked = () =>
    proxy
      .calls()
      .filter(({ operation }) => operation === 'ListKeys')
      .map(({ region }) => region)
      .sort();
  const answered = (...names: string[]) =>
    answer(
      200,
      { 'content-type': 'text/xml' },
      `<?xml version="1.0" encoding="UTF-8"?><DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><regionInfo>${names
        .map(
          (name) =>
            `<item><regionName>${name}</regionName><optInStatus>opt-in-not-required</optInStatus></item>`,
        )
        .join('')}</regionInfo></DescribeRegionsResponse>`,
    );

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    writeFileSync(`${cwd}/hipaa.yml`, 'aws: { regions: all, maxAttempts: 1 }\n');
    bot = await startBot({
      endpoint: proxy.endpoint,
      database: `${cwd}/hipaa.db`,
      config: `${cwd}/hipaa.yml`,
      env: awsEnv(proxy.endpoint, { region: 'us-west-2' }),
    });
  });
  afterAll(async () => {
    await bot.stop();
    vi.unstubAllEnvs();
    await proxy.stop();
  });
  beforeEach(() => proxy.reset());

  test('are those that it has switched on; what is global is asked once', async () => {
    proxy.rule({ operation: 'DescribeRegions', fault: answered('eu-west-1', 'us-east-1', 'us-west-2') });
    const scan = await scanned(bot, { checks: wanted });
    expect(asked()).toEqual(['eu-west-1', 'us-east-1', 'us-west-2']);
    expect(scan.accounts[0]?.regions).toEqual(['us-west-2', 'eu-west-1', 'us-east-1']);
    // Regions that were not opted into are left to AWS to leave out.
    expect(proxy.calls().find(({ operation }) => operation === 'DescribeRegions')?.key).toMatch(
      /AllRegions=false/,
    );
    expect(proxy.counts().get('iam:GetAccountSummary')).toBe(1);
    expect([...proxy.repeated().keys()]).toEqual([]);
  });

  test('where they are denied, only the first is scanned, and the others are said not to be assessed', async () => {
    proxy.rule({ operation: 'DescribeRegions', fault: deny() });
    const scan = await scanned(bot, { checks: wanted });
    expect(asked()).toEqual(['us-west-2']);
    expect(scan.accounts[0]?.notAssessed).toContainEqual(
      expect.objectContaining({ permission: 'ec2:DescribeRegions', count: 1 }),
    );
  });

  test('one region that was asked for by name needs no listing', async () => {
    await bot.scan({ checks: wanted, regions: ['eu-west-1'] });
    expect(asked()).toEqual(['eu-west-1']);
    expect(proxy.counts().get('ec2:DescribeRegions')).toBeUndefined();
  });
});
