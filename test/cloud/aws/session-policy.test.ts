import { describe, expect, test } from 'vitest';
import { remedies } from '#remedies';
import { sessionPolicyOf } from '../../../src/cloud/aws/open-writer.ts';
import { catalog } from '../../../src/cloud/catalog.ts';
import type { AnyCatalog, Subject } from '../../../src/domain/catalog.ts';
import type { AnyRemedy } from '../../../src/domain/remedy.ts';
import { testAccountId } from '../../kit/aws/environment.ts';

const statements = (actions: readonly string[], resources: readonly string[]) =>
  JSON.parse(sessionPolicyOf({ actions, resources })).Statement;

describe('what a session is narrowed to', () => {
  test('writes to the resource; what knows no resource is let read everywhere', () => {
    const group = `arn:aws:ec2:us-east-1:${testAccountId}:security-group/sg-1`;
    const actions = ['ec2:DescribeSecurityGroups', 'ec2:RevokeSecurityGroupIngress'];
    expect(statements(actions, [group])).toEqual([
      { Effect: 'Allow', Action: ['ec2:RevokeSecurityGroupIngress'], Resource: [group] },
      { Effect: 'Allow', Action: ['sts:GetCallerIdentity', 'ec2:DescribeSecurityGroups'], Resource: '*' },
    ]);
  });

  test('of the tagging API nothing is narrower, but the service that keeps the resource is asked, too', () => {
    const db = `arn:aws:rds:us-east-1:${testAccountId}:db:records`;
    expect(statements(['tag:TagResources', 'rds:AddTagsToResource'], [db])).toEqual([
      { Effect: 'Allow', Action: ['rds:AddTagsToResource'], Resource: [db] },
      { Effect: 'Allow', Action: ['sts:GetCallerIdentity', 'tag:TagResources'], Resource: '*' },
    ]);
  });

  test('of composite alarms only those hear who may ask for every alarm', () => {
    const alarms = `arn:aws:cloudwatch:us-east-1:${testAccountId}:alarm:hipaa-*`;
    expect(statements(['cloudwatch:DescribeAlarms', 'cloudwatch:PutMetricAlarm'], [alarms])).toEqual([
      { Effect: 'Allow', Action: ['cloudwatch:PutMetricAlarm'], Resource: [alarms] },
      { Effect: 'Allow', Action: ['sts:GetCallerIdentity', 'cloudwatch:DescribeAlarms'], Resource: '*' },
    ]);
  });

  test('nobody lists the listeners of one load balancer alone', () => {
    const listeners = `arn:aws:elasticloadbalancing:us-east-1:${testAccountId}:listener/app/front/1/*`;
    const actions = ['elasticloadbalancing:ModifyListener', 'elasticloadbalancing:DescribeListeners'];
    expect(statements(actions, [listeners])).toEqual([
      { Effect: 'Allow', Action: ['elasticloadbalancing:ModifyListener'], Resource: [listeners] },
      {
        Effect: 'Allow',
        Action: ['sts:GetCallerIdentity', 'elasticloadbalancing:DescribeListeners'],
        Resource: '*',
      },
    ]);
  });

  test('a web ACL that is taken away is not known before, and streams are listed all or none', () => {
    const front = `arn:aws:elasticloadbalancing:us-east-1:${testAccountId}:loadbalancer/app/front/1`;
    const actions = ['wafv2:DisassociateWebACL', 'elasticloadbalancing:DeleteWebACLAssociation'];
    expect(statements([...actions, 'firehose:ListDeliveryStreams'], [front])).toEqual([
      { Effect: 'Allow', Action: ['elasticloadbalancing:DeleteWebACLAssociation'], Resource: [front] },
      {
        Effect: 'Allow',
        Action: ['sts:GetCallerIdentity', 'wafv2:DisassociateWebACL', 'firehose:ListDeliveryStreams'],
        Resource: '*',
      },
    ]);
  });

  const writing = (remedies as readonly (AnyRemedy | { readonly steps: unknown })[]).filter(
    (r): r is AnyRemedy => !('steps' in r),
  );
  const writeOf = ({ kind, fact }: AnyRemedy) => (catalog as AnyCatalog)[kind]?.facts[fact]?.write;

  const interfaces = Array.from({ length: 8 }, (_, at) => ({ id: `eni-0123456789abcdef${at}` }));
  test.each(writing)('$id: it fits into the 2,048 characters that STS takes', (remedy) => {
    const { permissions = [], resources } = writeOf(remedy) ?? {};
    const region = 'ap-southeast-2';
    const id = `arn:aws:sagemaker:${region}:${testAccountId}:a-kind/${'x'.repeat(128)}`;
    const subject = { id, region, name: 'x'.repeat(128), row: { arn: id }, interfaces };
    const bound = resources?.(subject) ?? [id];
    expect(sessionPolicyOf({ actions: permissions, resources: bound }).length).toBeLessThanOrEqual(2048);
  });

  test.each(writing)('$id: its role may ask what knows no resource', (remedy) => {
    const { permissions = [], resources } = writeOf(remedy) ?? {};
    const [{ Action: anywhere }] = statements(permissions, []).slice(-1);
    // A role's statement names the kind's ARNs, and would let nothing be listed.
    expect(anywhere.length === 1 || resources !== undefined).toBe(true);
  });

  /** What makes its holder, or code that runs with another's rights, more powerful than the remedy is. */
  const powers =
    /^(iam:(PassRole|Create|Attach|Put)|lambda:UpdateFunction(Code|Configuration)$|codebuild:UpdateProject|logs:PutResourcePolicy|sts:|\*)/;
  test.each(writing)('$id: it hands no role on and changes no code', (remedy) => {
    const { permissions = [] } = writeOf(remedy) ?? {};
    expect(permissions.filter((action) => powers.test(action))).toEqual([]);
  });

  test('IAM asks for the key of a stream and the vault of a recovery point as well', () => {
    const at = (service: string, rest: string) => `arn:aws-us-gov:${service}:us-gov-west-1:${rest}`;
    const written = (id: string) => writeOf(writing.find((one) => one.id === id) as AnyRemedy);
    const region = 'us-gov-west-1';
    const stream = { id: at('kinesis', `${testAccountId}:stream/vitals`), region };
    expect(written('aws/kinesis/stream-encryption')?.resources?.(stream)).toEqual([
      stream.id,
      at('kms', '*:key/*'),
    ]);
    const vault = at('backup', `${testAccountId}:backup-vault:sound`);
    const point = { id: at('ec2', ':snapshot/snap-1'), region, point: { BackupVaultArn: vault } };
    expect(written('aws/backup/recovery-point-retention')?.resources?.(point)).toEqual([point.id, vault]);
  });

  test('an address is moved between the cards of its instance, by name where they are few', () => {
    const remedy = writing.find((one) => one.id === 'aws/ec2/elastic-ip-off') as AnyRemedy;
    const at = (rest: string) => `arn:aws:ec2:us-east-1:${testAccountId}:${rest}`;
    const bound = (cards: readonly object[]) =>
      writeOf(remedy)?.resources?.({
        id: at('instance/i-1'),
        region: 'us-east-1',
        interfaces: cards,
      } as Subject);
    const [card] = interfaces;
    expect(bound([card ?? {}])).toEqual(
      ['instance/i-1', `network-interface/${card?.id}`, 'elastic-ip/*'].map(at),
    );
    expect(bound([...interfaces, { id: 'eni-9' }])?.[1]).toBe(at('network-interface/*'));
  });

  test('whoever writes a rule of the network may write it in one place', () => {
    const ids = ['aws/ec2/sg-ssh-open', 'aws/ec2/nacl-open-ingress', 'aws/phi/resource-classify'];
    const subject = { id: `arn:aws:ec2:us-east-1:${testAccountId}:security-group/sg-1`, region: 'us-east-1' };
    for (const id of ids) {
      const remedy = writing.find((one) => one.id === id) as AnyRemedy;
      expect(writeOf(remedy)?.resources?.(subject)).toEqual([subject.id]);
    }
  });
});
