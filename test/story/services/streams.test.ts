import { answer } from '../../kit/aws/faults.ts';
import { tellService } from './kit.ts';

const bucket = {
  RoleARN: 'arn:aws:iam::123456789012:role/firehose',
  BucketARN: 'arn:aws:s3:::records',
};

const json = (body: unknown) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const key = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555';

/** moto tells a cluster's day of creation in a form that the SDK does not read. */
const kafkaCluster = (clusterName: string, of: object) => ({
  clusterArn: `arn:aws:kafka:us-east-1:123456789012:cluster/${clusterName}/11111111-2222-3333-4444-555555555555-2`,
  clusterName,
  clusterType: 'PROVISIONED',
  creationTime: '2026-11-01T10:00:00.000Z',
  currentVersion: 'K3P5ROKL5A1OLE',
  state: 'ACTIVE',
  ...of,
});
const provisioned = (encryptionInfo: object) => ({
  provisioned: {
    brokerNodeGroupInfo: { instanceType: 'kafka.m5.large', clientSubnets: ['subnet-1'] },
    encryptionInfo,
    numberOfBrokerNodes: 3,
  },
});
const atRest = { encryptionAtRest: { dataVolumeKMSKeyId: key } };
const tls = { encryptionInTransit: { clientBroker: 'TLS', inCluster: true } };

tellService({
  title: 'every check of Kinesis, Firehose and MSK, on moto',
  checks: ['aws/kinesis/', 'aws/firehose/', 'aws/msk/'],
  async seed(sdk) {
    const kinesis = await sdk('kinesis');
    for (const StreamName of ['sealed', 'plain']) await kinesis.createStream({ StreamName, ShardCount: 1 });
    await kinesis.startStreamEncryption({
      StreamName: 'sealed',
      EncryptionType: 'KMS',
      KeyId: 'alias/aws/kinesis',
    });

    const firehose = await sdk('firehose');
    const delivery = (DeliveryStreamName: string, rest: object) =>
      firehose.createDeliveryStream({
        DeliveryStreamName,
        ExtendedS3DestinationConfiguration: bucket,
        ...rest,
      });
    await delivery('put-plain', { DeliveryStreamType: 'DirectPut' });
    await delivery('put-sealed', { DeliveryStreamType: 'DirectPut' });
    await firehose.startDeliveryStreamEncryption({
      DeliveryStreamName: 'put-sealed',
      DeliveryStreamEncryptionConfigurationInput: { KeyType: 'AWS_OWNED_CMK' },
    });
    await delivery('fed', {
      DeliveryStreamType: 'KinesisStreamAsSource',
      KinesisStreamSourceConfiguration: {
        KinesisStreamARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/sealed',
        RoleARN: bucket.RoleARN,
      },
    });
  },
  recorded(proxy) {
    const firstPage = [
      kafkaCluster('events', provisioned({ ...atRest, ...tls })),
      kafkaCluster('events-aws-key', provisioned(tls)),
    ];
    const secondPage = [
      kafkaCluster(
        'events-plain',
        provisioned({ ...atRest, encryptionInTransit: { clientBroker: 'TLS_PLAINTEXT', inCluster: true } }),
      ),
      kafkaCluster('events-serverless', { clusterType: 'SERVERLESS', serverless: { vpcConfigs: [] } }),
    ];
    proxy.rule({
      operation: 'ListClustersV2',
      match: ({ path }) => path.includes('nextToken'),
      fault: json({ clusterInfoList: secondPage }),
    });
    proxy.rule({
      operation: 'ListClustersV2',
      fault: json({ clusterInfoList: firstPage, nextToken: 'more' }),
    });
  },
  expects: {
    'aws/kinesis/stream-encryption': { pass: ['sealed'], fail: ['plain'] },
    'aws/firehose/stream-encryption': {
      pass: ['put-sealed'],
      fail: ['put-plain'],
      notApplicable: ['fed'],
    },
    'aws/msk/encryption': {
      pass: ['events'],
      fail: ['events-aws-key', 'events-plain'],
      notApplicable: ['events-serverless'],
    },
  },
});
