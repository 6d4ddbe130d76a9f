import { describe, expect, test, vi } from 'vitest';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import type { Subject } from '../../../src/domain/catalog.ts';
import { awsEnv, testAccountId } from '../../kit/aws/environment.ts';
import { answer, startProxy } from '../../kit/aws/proxy.ts';
import { type KindName, writingOf } from './write-kit.ts';

const account = {
  name: 'test',
  id: testAccountId,
  remediation: { role: `arn:aws:iam::${testAccountId}:role/remediation` },
};

const assumed = answer(
  200,
  { 'content-type': 'text/xml' },
  `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>x</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>A:x</AssumedRoleId><Arn>arn:aws:sts::${testAccountId}:assumed-role/remediation/x</Arn></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>`,
);
const identity = answer(
  200,
  { 'content-type': 'text/xml' },
  `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>${testAccountId}</Account><Arn>arn:aws:sts::${testAccountId}:assumed-role/remediation/x</Arn><UserId>A</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>`,
);

/** What is sent when the value is written, as names and values of the form. */
async function sentFor(kind: KindName, fact: string, subject: Subject, value: unknown): Promise<string> {
  const proxy = await startProxy({ upstream: 'http://127.0.0.1:9' });
  for (const [name, text] of Object.entries(awsEnv(proxy.endpoint))) vi.stubEnv(name, text);
  try {
    proxy.rule({ operation: 'AssumeRole', fault: assumed });
    proxy.rule({ operation: 'GetCallerIdentity', fault: identity });
    const [operation = ''] = writingOf(kind, fact).calls({ before: null, after: value });
    const done = `<${operation}Response><${operation}Result/></${operation}Response>`;
    proxy.rule({ operation, fault: answer(200, { 'content-type': 'text/xml' }, done) });
    const provider = awsProvider([account], {
      regions: ['us-east-1'],
      concurrency: 8,
      timeoutMs: 5_000,
      maxAttempts: 1,
    });
    const session = await provider.openWriter(account, {
      remediation: 'R-1',
      requester: 'slack:T1:ann',
      approvers: ['slack:T1:ben'],
      actions: writingOf(kind, fact).permissions,
      resources: [subject.id],
      signal: new AbortController().signal,
    });
    await session.write(kind, fact, subject, value);
    await session.close();
    const calls = proxy.calls().filter(({ service }) => service !== 'sts');
    expect(calls.map((call) => call.operation)).toEqual([operation]);
    const form = new URLSearchParams(calls[0]?.key.split(' ').slice(4).join(' '));
    form.delete('Version');
    return form.toString();
  } finally {
    vi.unstubAllEnvs();
    await proxy.stop();
  }
}

/** moto's ModifyDBCluster takes neither of these, and it has no ModifyCacheCluster and no ModifyServerlessCache. */
describe('what moto cannot play', () => {
  const cluster = {
    id: `arn:aws:rds:us-east-1:${testAccountId}:cluster:records`,
    name: 'records',
    region: 'us-east-1',
    logTypes: { now: ['general'], ordered: ['general', 'error'] },
    pending: ['IAMDatabaseAuthenticationEnabled'],
  };

  test('IAM authentication of a cluster, now', async () => {
    const sent = await sentFor('aws.rds.cluster', 'orderedIamAuthentication', cluster, true);
    expect(sent).toBe(
      'ApplyImmediately=true&DBClusterIdentifier=records&EnableIAMDatabaseAuthentication=true',
    );
  });

  test('what would be made at once beside it is made by nobody', async () => {
    const waits = { ...cluster, pending: ['EngineVersion'] };
    await expect(sentFor('aws.rds.cluster', 'orderedIamAuthentication', waits, true)).rejects.toThrow(
      /EngineVersion waits/,
    );
    const db = { ...waits, id: waits.id.replace(':cluster:', ':db:') };
    await expect(sentFor('aws.rds.instance', 'orderedMultiAz', db, true)).rejects.toThrow(
      /EngineVersion waits/,
    );
  });

  test('logs of a cluster: what is to begin and what is to end', async () => {
    const value = { engine: 'aurora-mysql', types: ['error', 'audit'] };
    const sent = await sentFor('aws.rds.cluster', 'orderedLogExports', cluster, value);
    expect(sent).toBe(
      'CloudwatchLogsExportConfiguration.DisableLogTypes.member.1=general&CloudwatchLogsExportConfiguration.EnableLogTypes.member.1=audit&DBClusterIdentifier=records',
    );
  });

  test('a parameter that nobody had set is given back to the engine', async () => {
    const setting = { group: 'own', parameter: 'rds.force_ssl', value: null, dynamic: true };
    const own = { ...cluster, parameterGroup: { name: 'own', waitsForReboot: false } };
    const member =
      'Parameters.Parameter.1.ApplyMethod=immediate&Parameters.Parameter.1.ParameterName=rds.force_ssl&ResetAllParameters=false';
    expect(await sentFor('aws.rds.cluster', 'tlsParameterSetting', own, setting)).toBe(
      `DBClusterParameterGroupName=own&${member}`,
    );
    const db = { ...own, id: own.id.replace(':cluster:', ':db:') };
    expect(await sentFor('aws.rds.instance', 'tlsParameterSetting', db, setting)).toBe(
      `DBParameterGroupName=own&${member}`,
    );
    const { resources, same, touches } = writingOf('aws.rds.instance', 'tlsParameterSetting');
    expect(same?.(setting, { ...setting, waitsForReboot: true })).toBe(true);
    expect(same?.(setting, { ...setting, group: 'other' })).toBe(false);
    expect(same?.(setting, { ...setting, value: '0' })).toBe(false);
    const group = `arn:aws:rds:us-east-1:${testAccountId}:pg:own`;
    expect(resources?.(db)).toEqual([group]);
    expect(touches?.(db)).toEqual([db.id, group]);
  });

  test('snapshots of a cache that stands alone', async () => {
    const cache = {
      id: `arn:aws:elasticache:us-east-1:${testAccountId}:cluster:sessions`,
      name: 'sessions',
      region: 'us-east-1',
    };
    const sent = await sentFor('aws.elasticache.cluster', 'snapshotRetentionDays', cache, 15);
    expect(sent).toBe('CacheClusterId=sessions&SnapshotRetentionLimit=15');
  });

  test('snapshots of a serverless cache', async () => {
    const cache = {
      id: `arn:aws:elasticache:us-east-1:${testAccountId}:serverlesscache:sessions`,
      name: 'sessions',
      region: 'us-east-1',
    };
    const sent = await sentFor('aws.elasticache.serverlessCache', 'snapshotRetentionDays', cache, 15);
    expect(sent).toBe('ServerlessCacheName=sessions&SnapshotRetentionLimit=15');
  });

  test('snapshots of a replication group say of which member, unless it is in shards', async () => {
    const group = {
      id: `arn:aws:elasticache:us-east-1:${testAccountId}:replicationgroup:sessions`,
      name: 'sessions',
      region: 'us-east-1',
    };
    const sent = (snapshotOf: string | null, days: number) =>
      sentFor(
        'aws.elasticache.replicationGroup',
        'snapshotRetentionDays',
        { ...group, snapshotOf } as Subject,
        days,
      );
    const all = 'ReplicationGroupId=sessions&SnapshotRetentionLimit=';
    expect(await sent(null, 15)).toBe(`${all}15`);
    expect(await sent('sessions-002', 15)).toBe(`${all}15&SnapshottingClusterId=sessions-002`);
    expect(await sent('sessions-002', 0)).toBe(`${all}0`);
  });
});
