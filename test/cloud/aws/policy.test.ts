import { describe, expect, test } from 'vitest';
import { checks } from '#checks';
import { remedies } from '#remedies';
import { actionOf } from '../../../src/cloud/aws/actions.ts';
import { aws } from '../../../src/cloud/aws/catalog.ts';
import { partsOf, policyDocument, writePolicyDocument } from '../../../src/cloud/aws/policy.ts';
import type { AnyCheck } from '../../../src/domain/check.ts';
import type { AnyRemedy, Guidance } from '../../../src/domain/remedy.ts';
import { permissionsOf, planFacts, wantedBy, writesOf } from '../../../src/engine/wanted.ts';
import { iamActionOf } from '../../kit/aws/wire.ts';

/** API Gateway's actions are the methods of HTTP. */
const isReadOnly = (action: string): boolean =>
  action === 'apigateway:GET' ||
  /^[a-z0-9-]+:((BatchGet|Get|List|Describe|Lookup)[A-Za-z0-9]+|Generate[A-Za-z]+Report)$/.test(action);

const actions = (json: string): readonly string[] => JSON.parse(json).Statement[0].Action;

test('lists each action once, sorted, with the identity that a scan begins with', () => {
  expect(actions(policyDocument(['s3:GetBucketAcl', 'kms:ListKeys', 's3:GetBucketAcl'], 'json'))).toEqual([
    'kms:ListKeys',
    's3:GetBucketAcl',
    'sts:GetCallerIdentity',
  ]);
});

test('the three forms carry one policy', () => {
  const json = policyDocument(['kms:ListKeys'], 'json');
  const template = JSON.parse(policyDocument(['kms:ListKeys'], 'cloudformation'));
  expect(template.Resources.HipaaScanRole.Properties.Policies[0].PolicyDocument).toEqual(JSON.parse(json));
  const terraform = policyDocument(['kms:ListKeys'], 'terraform');
  expect(JSON.parse(/<<-EOT\n([\s\S]*?)\n {2}EOT/.exec(terraform)?.[1] ?? '')).toEqual(JSON.parse(json));
});

test('every action that a fact declares is one of its service, whole and read-only', () => {
  const declared = permissionsOf(wantedBy(aws, checks as readonly AnyCheck[]));
  expect(declared.filter((action) => !isReadOnly(action))).toEqual([]);
});

describe('the write policy', () => {
  const all = checks as readonly AnyCheck[];
  const writing = (remedies as readonly (AnyRemedy | Guidance)[]).filter((r) => 'fact' in r);
  const grants = writesOf(aws, writing, all, ['aws']);
  const policy = writePolicyDocument(grants, 'json');
  const statements: readonly {
    Sid: string;
    Effect: string;
    Action: string[];
    Resource: string | string[];
  }[] = JSON.parse(policy).Statement;

  test('has one statement for each remedy, and the identity', () => {
    expect(statements).toHaveLength(writing.length + 1);
    const sids = statements.map(({ Sid }) => Sid);
    expect(new Set(sids).size).toBe(sids.length);
    for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
    expect(statements[0]).toEqual({
      Sid: 'HipaaIdentity',
      Effect: 'Allow',
      Action: ['sts:GetCallerIdentity'],
      Resource: '*',
    });
  });

  test.each(grants.map((grant, i) => [grant.remedy, grant, statements[i + 1]] as const))(
    '%s: whole actions, each once, and patterns of whole ARNs',
    (_id, grant, statement) => {
      expect(statement?.Action).toEqual([...new Set(grant.actions)].sort());
      for (const action of grant.actions) expect(action).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/);
      for (const resource of grant.resources)
        expect(resource).toMatch(/^(\*|arn:aws:[a-z0-9-]+:[a-z0-9*-]*:(\d{12}|\*|aws)?:.+)$/);
    },
  );

  test.each([
    ['aws/s3/versioning', 'arn:aws:s3:::*'],
    ['aws/kms/key-rotation', 'arn:aws:kms:*:*:key/*'],
    // These calls are about something else than the resource that is listed.
    ['aws/s3/account-public-access-block', '*'],
    ['aws/iam/access-key-deactivate', '*'],
  ])('%s may write to %s', (id, resource) => {
    expect(grants.find(({ remedy }) => remedy === id)?.resources).toEqual([resource]);
  });

  test('lets nobody delete, decrypt, read contents, or make people more powerful', () => {
    const actions = statements.flatMap(({ Action }) => Action);
    const dangerous =
      /^s3:(GetObject|PutObject|DeleteObject|DeleteBucket)$|^kms:(Decrypt|Encrypt|ScheduleKeyDeletion|CreateGrant)$|^iam:(Create|Attach|PutUserPolicy|PutRolePolicy|PassRole|AddUser|DeleteUser$|DeleteAccessKey)|^sts:Assume|\*/;
    expect(actions.filter((action) => dangerous.test(action))).toEqual([]);
  });

  test('is split where one policy would not hold it, and nothing is lost', () => {
    const parts = partsOf(JSON.parse(policy));
    expect(parts.length).toBeGreaterThan(1);
    // A role takes ten managed policies.
    expect(parts.length).toBeLessThanOrEqual(10);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThanOrEqual(6_144);
    expect(parts.flatMap(({ Statement }) => Statement)).toEqual(statements);
  });

  test('a list of actions that is too long for one policy is split too', () => {
    const many = Array.from({ length: 600 }, (_, i) => `service:GetSomethingLong${i}`);
    const parts = partsOf(JSON.parse(policyDocument(many, 'json')));
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThanOrEqual(6_144);
    const told = parts.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action));
    expect(new Set(told)).toEqual(new Set([...many, 'sts:GetCallerIdentity']));
    const sids = parts.flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid));
    expect(new Set(sids).size).toBe(sids.length);
  });

  test('holds only remedies of checks that run', () => {
    const [one] = writing;
    const cured = all.filter((c) => one?.cures.includes(c.id));
    expect(writesOf(aws, writing, cured, ['aws']).length).toBeLessThan(writing.length);
    expect(writesOf(aws, writing, cured, ['aws'])[0]?.remedy).toBe(one?.id);
    expect(writesOf(aws, writing, [], ['aws'])).toEqual([]);
  });

  test('speaks of the partitions that the accounts are in', () => {
    const resources = writesOf(aws, writing, all, ['aws', 'aws-us-gov']).flatMap((g) => g.resources);
    const arns = resources.filter((r) => r !== '*');
    expect(new Set(arns.map((arn) => arn.split(':')[1]))).toEqual(new Set(['aws', 'aws-us-gov']));
  });

  test('the three forms carry one policy, for a role that the bot may assume for an hour', () => {
    const { Resources, Outputs } = JSON.parse(writePolicyDocument(grants, 'cloudformation'));
    const { Properties } = Resources.HipaaRemediateRole;
    expect(Properties).toMatchObject({ RoleName: 'hipaa-remediate', MaxSessionDuration: 3600 });
    const managed = Object.values<any>(Resources).filter(({ Type }) => Type === 'AWS::IAM::ManagedPolicy');
    expect(managed.map(({ Properties: { PolicyDocument } }) => PolicyDocument)).toEqual(
      partsOf(JSON.parse(policy)),
    );
    for (const { Properties: of } of managed) expect(of.Roles).toEqual([{ Ref: 'HipaaRemediateRole' }]);
    expect(Properties.AssumeRolePolicyDocument.Statement[0]).toMatchObject({
      Action: 'sts:AssumeRole',
      Principal: { AWS: { Ref: 'TrustedPrincipal' } },
      Condition: { StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } } },
    });
    expect(Outputs.RoleArn.Value['Fn::GetAtt'][0]).toBe('HipaaRemediateRole');
    const terraform = writePolicyDocument(grants, 'terraform');
    const parts = [...terraform.matchAll(/<<-EOT\n([\s\S]*?)\n {2}EOT/g)].map(([, text = '']) =>
      JSON.parse(text),
    );
    expect(parts).toEqual(partsOf(JSON.parse(policy)));
    expect(terraform.match(/aws_iam_role_policy_attachment/g)).toHaveLength(parts.length);
    expect(terraform).toMatch(/name = "hipaa-remediate"\n {2}max_session_duration = 3600/);
    expect(terraform).toContain('"sts:ExternalId" = var.external_id');
    // Terraform would read these as its own.
    expect(policy).not.toMatch(/\$\{|%\{/);
  });

  test('what plans read is read-only, and holds what remedies would set', () => {
    const plans = permissionsOf(planFacts(aws, writing, all));
    expect(plans.filter((action) => !isReadOnly(action))).toEqual([]);
    for (const { kind, fact } of writing)
      expect(planFacts(aws, writing, all).some((w) => w.kind === kind && w.facts.includes(fact))).toBe(true);
  });
});

// A second opinion, from AWS's Service Authorization Reference, on every name that differs.
test.each([
  ['s3', 'ListBuckets'],
  ['s3', 'HeadBucket'],
  ['s3', 'ListObjectsV2'],
  ['s3', 'GetBucketEncryption'],
  ['s3', 'GetPublicAccessBlock'],
  ['s3', 'GetBucketLifecycleConfiguration'],
  ['s3', 'GetBucketReplication'],
  ['s3', 'GetBucketNotificationConfiguration'],
  ['s3', 'GetObjectLockConfiguration'],
  ['s3', 'GetBucketTagging'],
  ['s3', 'GetObjectAcl'],
  ['s3-control', 'GetPublicAccessBlock'],
  ['s3-control', 'ListAccessPoints'],
  ['s3-control', 'GetAccessPoint'],
  ['iam', 'GetAccountAuthorizationDetails'],
  ['kms', 'GetKeyRotationStatus'],
  ['cloudtrail', 'LookupEvents'],
  ['cloudwatch', 'GetMetricData'],
  ['cloudfront', 'ListDistributions'],
])('%s %s needs the action that AWS documents', (service, operation) => {
  expect(actionOf(service, operation)).toBe(iamActionOf(service.replace('-', ''), operation));
});
