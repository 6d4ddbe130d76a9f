import { describe, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { recordedPuts } from './recorded-put.ts';
import { writeKit, writingOf } from './write-kit.ts';

const region = 'us-east-1';
const id = `arn:aws:fsx:us-east-1:${testAccountId}:volume/fs-1/fsvol-1`;
const volume = { id, name: 'fsvol-1', region, tags: { Team: 'care' } };

const json = (body: unknown) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const tagged = (ConditionKey: string, ConditionValue: string) => ({
  ConditionType: 'STRINGEQUALS',
  ConditionKey,
  ConditionValue,
});
const equal = (ConditionKey: string, ConditionValue: string) => ({ ConditionKey, ConditionValue });

describeWithMoto('the tags by which a plan would take a resource in', (moto) => {
  const kit = writeKit(moto);
  const ask = async (optIns: object, ...selections: readonly object[]) => {
    const proxy = kit.proxy();
    proxy.rule({
      operation: 'ListBackupPlans',
      fault: json({
        BackupPlansList: [{ BackupPlanId: 'p', BackupPlanArn: 'arn:p', BackupPlanName: 'daily' }],
      }),
    });
    proxy.rule({
      operation: 'ListBackupSelections',
      fault: json({ BackupSelectionsList: selections.map((_, i) => ({ SelectionId: `s-${i}` })) }),
    });
    for (const [i, selection] of selections.entries())
      proxy.rule({
        match: ({ operation, path }) => operation === 'GetBackupSelection' && path.endsWith(`s-${i}`),
        fault: json({ BackupSelection: selection }),
      });
    proxy.rule({
      operation: 'DescribeRegionSettings',
      fault: json({ ResourceTypeOptInPreference: optIns }),
    });
    return kit.read('aws.fsx.volume', 'backupTags', volume);
  };
  const bring = async (...selections: readonly object[]) => (await ask({ FSx: true }, ...selections)).byTag;
  const daily = { key: 'Backup', value: 'daily', plans: ['daily'] };

  test('each pair once, by their names, whichever selections go by it', async () => {
    expect(
      await ask(
        {},
        { ListOfTags: [tagged('Backup', 'daily'), tagged('Archive', 'yes')] },
        { ListOfTags: [tagged('aws:ResourceTag/Backup', 'daily')] },
      ),
    ).toEqual({
      tags: { Team: 'care' },
      byTag: [{ key: 'Archive', value: 'yes', plans: ['daily'] }, daily],
    });
  });

  test('a condition, where the resource meets the others', async () => {
    const StringEquals = [equal('aws:ResourceTag/Backup', 'daily'), equal('aws:ResourceTag/Team', 'care')];
    expect(await bring({ Resources: ['*'], Conditions: { StringEquals } })).toEqual([daily]);
  });

  test('no condition, where another is not met', async () => {
    const StringEquals = [equal('aws:ResourceTag/Backup', 'daily'), equal('aws:ResourceTag/Team', 'billing')];
    expect(await bring({ Resources: ['*'], Conditions: { StringEquals } })).toEqual([]);
    const left = { StringNotEquals: [equal('aws:ResourceTag/Team', 'care')] };
    const one = [equal('aws:ResourceTag/Backup', 'daily')];
    expect(await bring({ Resources: ['*'], Conditions: { StringEquals: one, ...left } })).toEqual([]);
  });

  test('none for what is excluded, of another type, or not opted in', async () => {
    const ListOfTags = [tagged('Backup', 'daily')];
    expect(await bring({ ListOfTags, NotResources: ['arn:aws:fsx:*'] })).toEqual([]);
    const Conditions = { StringEquals: [equal('aws:ResourceTag/Backup', 'daily')] };
    expect(await bring({ Resources: ['arn:aws:rds:*'], Conditions })).toEqual([]);
    expect((await ask({ FSx: false }, { ListOfTags })).byTag).toEqual([]);
  });

  test("none of AWS's own tags, which nobody else sets", async () => {
    expect(await bring({ ListOfTags: [tagged('aws:cloudformation:stack-name', 's')] })).toEqual([]);
  });

  test('what cannot be read is not none', async () => {
    kit.proxy().rule({ operation: 'ListBackupPlans', fault: { status: 403, code: 'AccessDeniedException' } });
    expect(await kit.ask('aws.fsx.volume', 'backupTags', volume)).toMatchObject({ known: false });
  });
});

describe('the tag that a plan goes by is set and taken off, over recorded answers', () => {
  const told = (Tags: readonly object[]) => ({ ResourceTagMappingList: [{ ResourceARN: id, Tags }] });
  const team = { Key: 'Team', Value: 'care' };
  const own = { Key: 'aws:cloudformation:stack-name', Value: 's' };
  const tags = { Team: 'care', 'aws:cloudformation:stack-name': 's' };
  const done = { FailedResourcesMap: {} };
  const asked = { operation: 'GetResources', path: '/', body: { ResourceARNList: [id] } };

  const set = recordedPuts({ GetResources: told([team, own]), TagResources: done });
  test('set, and nothing else with it', async () => {
    const value = { tags: { ...tags, Backup: 'daily' }, byTag: [] };
    expect(await set('aws.fsx.volume', 'backupTags', volume, value)).toEqual([
      asked,
      { operation: 'TagResources', path: '/', body: { ResourceARNList: [id], Tags: { Backup: 'daily' } } },
    ]);
  });

  const taken = recordedPuts({
    GetResources: told([team, own, { Key: 'Backup', Value: 'daily' }]),
    UntagResources: done,
  });
  test('taken off, and nothing else with it', async () => {
    expect(await taken('aws.fsx.volume', 'backupTags', volume, { tags, byTag: [] })).toEqual([
      asked,
      { operation: 'UntagResources', path: '/', body: { ResourceARNList: [id], TagKeys: ['Backup'] } },
    ]);
  });

  const theirs = { Key: 'Owner', Value: 'icu' };
  test.each([
    ['set', recordedPuts({ GetResources: told([team, theirs]) }), { ...tags, Backup: 'daily' }],
    [
      'taken off',
      recordedPuts({ GetResources: told([team, theirs, { Key: 'Backup', Value: 'daily' }]) }),
      tags,
    ],
  ])('a tag that somebody adds meanwhile is not taken off where one is %s', async (_what, put, wanted) => {
    await expect(put('aws.fsx.volume', 'backupTags', volume, { tags: wanted, byTag: [] })).rejects.toThrow(
      /somebody else has tagged it meanwhile/,
    );
  });

  const failing = recordedPuts({
    GetResources: told([team]),
    TagResources: {
      FailedResourcesMap: { [id]: { ErrorCode: 'InvalidParameterException', StatusCode: 400 } },
    },
  });
  test('what AWS names as failed is not done', async () => {
    const value = { tags: { Team: 'care', Backup: 'daily' }, byTag: [] };
    await expect(failing('aws.fsx.volume', 'backupTags', volume, value)).rejects.toThrow(
      /not set \(InvalidParameterException\)/,
    );
  });

  test('plans tell no two values apart, tags do', () => {
    const { same } = writingOf('aws.fsx.volume', 'backupTags');
    const one = { tags: { a: '1', b: '2' }, byTag: [] };
    expect(same?.(one, { tags: { b: '2', a: '1' }, byTag: [{ key: 'c', value: '', plans: ['p'] }] })).toBe(
      true,
    );
    expect(same?.(one, { tags: { a: '1' }, byTag: [] })).toBe(false);
  });

  test.each([
    ['aws.dynamodb.table', 'dynamodb:TagResource', 'dynamodb:UntagResource'],
    ['aws.ebs.volume', 'ec2:CreateTags', 'ec2:DeleteTags'],
    ['aws.ec2.instance', 'ec2:CreateTags', 'ec2:DeleteTags'],
    ['aws.efs.fileSystem', 'elasticfilesystem:TagResource', 'elasticfilesystem:UntagResource'],
    ['aws.fsx.fileSystem', 'fsx:TagResource', 'fsx:UntagResource'],
    ['aws.fsx.volume', 'fsx:TagResource', 'fsx:UntagResource'],
    ['aws.rds.instance', 'rds:AddTagsToResource', 'rds:RemoveTagsFromResource'],
    ['aws.rds.cluster', 'rds:AddTagsToResource', 'rds:RemoveTagsFromResource'],
  ] as const)('%s: the service itself asks for %s and %s, of the resource alone', (kind, ...owners) => {
    const { permissions, resources } = writingOf(kind, 'backupTags');
    const api = ['tag:GetResources', 'tag:TagResources', 'tag:UntagResources'];
    expect(permissions).toEqual([...api, ...owners]);
    expect(resources?.(volume)).toEqual([id]);
  });
});
