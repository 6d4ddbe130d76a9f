import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const keys = { own: '', aws: '' };

const host = (name: string, PubliclyAccessible: boolean, key: string | null) => ({
  ReplicationInstanceIdentifier: name,
  ReplicationInstanceArn: `arn:aws:dms:us-east-1:${testAccountId}:rep:${name.toUpperCase()}`,
  ReplicationInstanceClass: 'dms.t3.small',
  ReplicationInstanceStatus: 'available',
  PubliclyAccessible,
  ...(key !== null && { KmsKeyId: `arn:aws:kms:us-east-1:${testAccountId}:key/${key}` }),
});

tellService({
  title: 'every check of DMS',
  checks: ['aws/dms/'],
  async seed(sdk) {
    const kms = await sdk('kms');
    const made = async () => (await kms.createKey({})).KeyMetadata?.KeyId ?? '';
    Object.assign(keys, { own: await made(), aws: await made() });
    await kms.createAlias({ AliasName: 'alias/aws/dms', TargetKeyId: keys.aws });
  },
  recorded(proxy) {
    // moto tells of a date that the SDK cannot read, so its listing is no answer.
    proxy.rule({
      operation: 'DescribeReplicationInstances',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, ({ key }) =>
        JSON.stringify(
          key.includes('more')
            ? { ReplicationInstances: [host('unsaid', false, null)] }
            : {
                Marker: 'more',
                ReplicationInstances: [
                  host('private', false, keys.own),
                  host('public', true, keys.aws),
                  { ...host('going', true, keys.aws), ReplicationInstanceStatus: 'deleting' },
                ],
              },
        ),
      ),
    });
  },
  expects: {
    'aws/dms/replication-instance-not-public': { pass: ['private', 'unsaid'], fail: ['public'] },
    'aws/dms/replication-instance-kms': { pass: ['private'], fail: ['public', 'unsaid'] },
  },
});
