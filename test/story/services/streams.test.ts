import type { Sdk } from '../../kit/aws/sdk.ts';
import { tellService } from './kit.ts';

const bucket = {
  RoleARN: 'arn:aws:iam::123456789012:role/firehose',
  BucketARN: 'arn:aws:s3:::records',
};

const kafkaCluster = async (sdk: Sdk, ClusterName: string, EncryptionInfo: object) =>
  (await sdk('kafka')).createClusterV2({
    ClusterName,
    Provisioned: {
      BrokerNodeGroupInfo: { InstanceType: 'kafka.m5.large', ClientSubnets: ['subnet-1'] },
      KafkaVersion: '3.6.0',
      NumberOfBrokerNodes: 3,
      EncryptionInfo,
    },
  });

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

    const { KeyMetadata } = await (await sdk('kms')).createKey({});
    const atRest = { EncryptionAtRest: { DataVolumeKMSKeyId: KeyMetadata?.Arn } };
    const tls = { EncryptionInTransit: { ClientBroker: 'TLS', InCluster: true } };
    await kafkaCluster(sdk, 'events', { ...atRest, ...tls });
    await kafkaCluster(sdk, 'events-aws-key', tls);
    await kafkaCluster(sdk, 'events-plain', {
      ...atRest,
      EncryptionInTransit: { ClientBroker: 'TLS_PLAINTEXT', InCluster: true },
    });
    await (await sdk('kafka')).createClusterV2({
      ClusterName: 'events-serverless',
      Serverless: {
        VpcConfigs: [{ SubnetIds: ['subnet-1'] }],
        ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
      },
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
