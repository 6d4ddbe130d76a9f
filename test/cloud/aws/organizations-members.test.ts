import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrganizationSettings } from '../../../src/cloud/aws/organizations/members.ts';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import type { Account } from '../../../src/domain/provider.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer, deny, html200 } from '../../kit/aws/proxy.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';

const settings: OrganizationSettings = {
  role: 'security/hipaa-scan',
  ous: [],
  tags: {},
  exclude: { accounts: [], ous: [], tags: {} },
};
const signal = new AbortController().signal;
const aws = { regions: ['us-east-1'], concurrency: 4, timeoutMs: 5_000, maxAttempts: 1 };

describeWithMoto('the accounts of an organization, on moto', (moto) => {
  const proxy = behindProxy(moto);
  let sdk: Sdk;
  const ids: Record<string, string> = {};
  const ous: Record<string, string> = {};

  const found = async (over: Partial<OrganizationSettings> = {}, configured: readonly Account[] = []) => {
    const provider = awsProvider(configured, aws, { ...settings, ...over });
    const short = await provider.discover?.(signal);
    return { short, accounts: provider.accounts(), provider };
  };
  const names = async (over: Partial<OrganizationSettings> = {}) =>
    (await found(over)).accounts.map(({ name }) => name).sort();

  beforeAll(async () => {
    sdk = sdkOf(moto.endpoint);
    const organizations = await sdk('organizations');
    await organizations.createOrganization({ FeatureSet: 'ALL' });
    const root = (await organizations.listRoots({})).Roots?.[0]?.Id ?? '';
    ous['root'] = root;
    const unit = async (Name: string, ParentId: string) => {
      const made = await organizations.createOrganizationalUnit({ Name, ParentId });
      ous[Name] = made.OrganizationalUnit?.Id ?? '';
    };
    await unit('clinical', root);
    await unit('imaging', ous['clinical'] ?? '');
    await unit('sandbox', root);
    const account = async (AccountName: string, ou: string, tags: Record<string, string>) => {
      const made = await organizations.createAccount({
        AccountName,
        Email: `${AccountName}@clinic.example`,
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      });
      const AccountId = made.CreateAccountStatus?.AccountId ?? '';
      ids[AccountName] = AccountId;
      await organizations.moveAccount({
        AccountId,
        SourceParentId: root,
        DestinationParentId: ous[ou] ?? '',
      });
    };
    await account('records', 'clinical', { Environment: 'Production', Owner: 'ann' });
    await account('pacs', 'imaging', { Environment: 'Production', Owner: 'bob' });
    await account('play', 'sandbox', { Environment: 'Dev' });
  });
  afterAll(async () => {
    sdk.destroy();
  });

  test('all of them, the management account too, each with its own role', async () => {
    const { short, accounts } = await found();
    expect(short).toBeNull();
    expect(accounts.map(({ name }) => name).sort()).toEqual(['master', 'pacs', 'play', 'records']);
    expect(accounts.find(({ name }) => name === 'pacs')).toEqual({
      id: ids['pacs'],
      name: 'pacs',
      role: `arn:aws:iam::${ids['pacs']}:role/security/hipaa-scan`,
    });
  });

  test('by unit, with the units below it', async () => {
    expect(await names({ ous: [ous['clinical'] ?? ''] })).toEqual(['pacs', 'records']);
    expect(await names({ ous: [ous['imaging'] ?? ''] })).toEqual(['pacs']);
    expect(await names({ ous: [ous['root'] ?? ''] })).toEqual(['master', 'pacs', 'play', 'records']);
    expect(await names({ ous: [ous['clinical'] ?? '', ous['imaging'] ?? ''] })).toEqual(['pacs', 'records']);
  });

  test('by tag, and what is left out', async () => {
    expect(await names({ tags: { Environment: ['Production'] } })).toEqual(['pacs', 'records']);
    expect(await names({ tags: { Environment: ['Production', 'Dev'], Owner: ['bob'] } })).toEqual(['pacs']);
    const none = settings.exclude;
    expect(await names({ exclude: { ...none, accounts: [ids['play'] ?? ''] } })).toEqual([
      'master',
      'pacs',
      'records',
    ]);
    expect(await names({ exclude: { ...none, ous: [ous['clinical'] ?? ''] } })).toEqual(['master', 'play']);
    expect(await names({ exclude: { ...none, tags: { Environment: ['Dev'] } } })).toEqual([
      'master',
      'pacs',
      'records',
    ]);
  });

  test('those that are left out are known to be of the same owner', async () => {
    const { provider } = await found({
      tags: { Environment: ['Production'] },
      exclude: { ...settings.exclude, ous: [ous['imaging'] ?? ''] },
    });
    expect(provider.accounts().map(({ name }) => name)).toEqual(['records']);
    expect([...(provider.siblings?.() ?? [])].sort()).toEqual(
      [testAccountId, ids['pacs'], ids['play']].sort(),
    );
  });

  test('so are those of other units, as far as somebody may list them', async () => {
    const over = { ous: [ous['imaging'] ?? ''] };
    const siblings = [...((await found(over)).provider.siblings?.() ?? [])].sort();
    expect(siblings).toEqual([testAccountId, ids['records'], ids['play']].sort());
    proxy.rule({ operation: 'ListAccounts', fault: deny() });
    const { short, accounts, provider } = await found(over);
    expect([short, accounts.map(({ name }) => name), provider.siblings?.()]).toEqual([null, ['pacs'], []]);
  });

  test('tags tell the owner and the environment; they are asked only where that is wanted', async () => {
    await found();
    expect(proxy.counts().get('organizations:ListTagsForResource')).toBeUndefined();
    const { accounts } = await found({ ownerTag: 'Owner', environmentTag: 'Environment' });
    expect(accounts.find(({ name }) => name === 'records')).toMatchObject({
      owner: 'ann',
      environment: 'production',
    });
    expect(accounts.find(({ name }) => name === 'master')).not.toHaveProperty('owner');
  });

  test('an account that the configuration names is as it is there', async () => {
    const own: Account = { name: 'our records', id: ids['records'] ?? '', profile: 'records' };
    const { accounts } = await found({}, [own]);
    expect(accounts.filter(({ id }) => id === ids['records'])).toEqual([own]);
    expect(accounts).toHaveLength(4);
  });

  test('writes with the role for fixing, where there is one', async () => {
    const { accounts, provider } = await found({ remediation: { role: 'hipaa-fix', externalId: 'x' } });
    expect(accounts.every((account) => provider.readOnly(account) === null)).toBe(true);
    expect(accounts.find(({ name }) => name === 'pacs')?.remediation).toEqual({
      role: `arn:aws:iam::${ids['pacs']}:role/hipaa-fix`,
      externalId: 'x',
    });
  });

  test('two accounts of one name are told apart', async () => {
    const twins = [testAccountId, '210987654321'].map((Id) => ({ Id, Name: 'twin', Status: 'ACTIVE' }));
    proxy.rule({ operation: 'ListAccounts', fault: says({ Accounts: twins }) });
    expect(await names()).toEqual(['twin', 'twin (210987654321)']);
  });

  test('a younger account takes nobody’s name: neither an elder’s nor a configured one’s', async () => {
    const [elder, younger] = [
      { Id: testAccountId, Name: 'twin', State: 'ACTIVE', JoinedTimestamp: 1_600_000_000 },
      { Id: '210987654321', Name: 'twin', State: 'ACTIVE', JoinedTimestamp: 1_700_000_000 },
    ];
    proxy.rule({ operation: 'ListAccounts', fault: says({ Accounts: [younger, elder] }) });
    const { accounts } = await found();
    expect(accounts.map(({ id, name }) => [id, name])).toEqual([
      [testAccountId, 'twin'],
      ['210987654321', 'twin (210987654321)'],
    ]);
    const own: Account = { name: 'twin', id: '333333333333' };
    const beside = await found({}, [own]);
    expect(beside.accounts.map(({ name }) => name)).toEqual([
      'twin',
      `twin (${testAccountId})`,
      'twin (210987654321)',
    ]);
  });

  test('a tag that says nothing names no owner', async () => {
    proxy.rule({ operation: 'ListTagsForResource', fault: says({ Tags: [{ Key: 'Owner', Value: ' ' }] }) });
    const { accounts } = await found({ ownerTag: 'Owner' });
    expect(accounts.some((account) => 'owner' in account)).toBe(false);
  });

  test('not in time is unknown, and stops nobody', async () => {
    const late = AbortSignal.timeout(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await awsProvider([], aws, settings).discover?.(late)).toMatchObject({
      known: false,
      message: expect.stringContaining('in time'),
    });
  });

  test('suspended accounts are not scanned', async () => {
    const listed = [
      { Id: testAccountId, Name: 'old', Status: 'SUSPENDED' },
      { Id: '210987654321', Name: 'newer word', State: 'PENDING_CLOSURE', Status: 'ACTIVE' },
    ];
    proxy.rule({ operation: 'ListAccounts', fault: says({ Accounts: listed }) });
    expect(await names()).toEqual([]);
  });

  describe('what is not known', () => {
    test.each([
      ['the list is denied', 'ListAccounts', deny(), 'denied', {}],
      ['a page instead of the list', 'ListAccounts', html200(), 'failed', {}],
      ['an answer without its list', 'ListAccounts', says({}), 'failed', {}],
      [
        'the units below are denied',
        'ListOrganizationalUnitsForParent',
        deny(),
        'denied',
        { ous: ['clinical'] },
      ],
      [
        'the tags of an account are denied',
        'ListTagsForResource',
        deny(),
        'denied',
        { tags: { Owner: ['ann'] } },
      ],
    ] as const)('%s: what was known before is kept', async (_, operation, fault, reason, over) => {
      const named = 'ous' in over ? { ous: over.ous.map((name) => ous[name] ?? '') } : over;
      const provider = awsProvider([], aws, { ...settings, ...named });
      await provider.discover?.(signal);
      const before = provider.accounts();
      expect(before.length).toBeGreaterThan(0);
      proxy.rule({ operation, fault });
      expect(await provider.discover?.(signal)).toMatchObject({ known: false, reason });
      expect(provider.accounts()).toEqual(before);
    });
  });
});

const says = (body: unknown) =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));
