import { describe, expect, test } from 'vitest';
import { testAccountId } from '../../kit/aws/environment.ts';
import { recordedPuts } from './recorded-put.ts';
import { writingOf } from './write-kit.ts';

const region = 'us-east-1';
const put = recordedPuts({
  CreateAnalyzer: {},
  DeleteAnalyzer: {},
  PutDataProtectionPolicy: {},
  DeleteDataProtectionPolicy: {},
});

describe('the analyzer of access from outside', () => {
  const theRegion = { id: `arn:aws:ec2:${region}:${testAccountId}:region/${region}`, name: region, region };
  const name = 'hipaa-external-access';

  test('is made for the account, and deleted by its name', async () => {
    const made = await put('aws.region', 'externalAnalyzer', theRegion, name);
    expect(made).toEqual([
      {
        operation: 'CreateAnalyzer',
        path: '/analyzer',
        body: expect.objectContaining({ analyzerName: name, type: 'ACCOUNT' }),
      },
    ]);
    const gone = await put('aws.region', 'externalAnalyzer', theRegion, null);
    expect(gone.map(({ operation, path }) => [operation, path.split('?')[0]])).toEqual([
      ['DeleteAnalyzer', `/analyzer/${name}`],
    ]);
  });

  test('of another name is none of ours', async () => {
    await expect(put('aws.region', 'externalAnalyzer', theRegion, 'other')).rejects.toThrow(/only hipaa-/);
  });

  test('what follows from it, its calls, and what the session may touch', () => {
    const { calls, implies, resources } = writingOf('aws.region', 'externalAnalyzer');
    expect(calls({ before: null, after: name })).toEqual(['CreateAnalyzer']);
    expect(calls({ before: name, after: null })).toEqual(['DeleteAnalyzer']);
    expect(implies?.(name, {})).toEqual({ externalAccess: { analyzer: name, open: 0, more: false } });
    expect(implies?.(null, {})).toEqual({ externalAccess: null });
    expect(resources?.(theRegion, name)).toEqual([
      `arn:aws:access-analyzer:${region}:${testAccountId}:analyzer/${name}`,
    ]);
  });
});

describe('what a log group masks', () => {
  const id = `arn:aws:logs:${region}:${testAccountId}:log-group:/clinic/web`;
  const group = { id, name: '/clinic/web', region };
  const policy = '{"Version": "2021-06-01",\n "Statement": []}';

  test('is written to the letter, and taken away', async () => {
    const fact = 'dataProtectionPolicy';
    expect(await put('aws.logs.logGroup', fact, group, policy)).toEqual([
      {
        operation: 'PutDataProtectionPolicy',
        path: '/',
        body: { logGroupIdentifier: id, policyDocument: policy },
      },
    ]);
    expect(await put('aws.logs.logGroup', fact, group, null)).toEqual([
      { operation: 'DeleteDataProtectionPolicy', path: '/', body: { logGroupIdentifier: id } },
    ]);
    const { calls, resources, same } = writingOf('aws.logs.logGroup', fact);
    expect(calls({ before: null, after: policy })).toEqual(['PutDataProtectionPolicy']);
    expect(calls({ before: policy, after: null })).toEqual(['DeleteDataProtectionPolicy']);
    expect(resources?.(group)).toEqual([id, `${id}:*`]);
    expect(same?.(policy, '{"Statement":[],"Version":"2021-06-01"}')).toBe(true);
    expect(same?.(policy, null)).toBe(false);
  });
});
