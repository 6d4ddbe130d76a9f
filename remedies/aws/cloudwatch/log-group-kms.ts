import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

const keyArn = /^arn:[\w-]+:kms:([\w-]+):\d{12}:key\/[\w-]+$/;

export default defineRemedy({
  id: 'aws/cloudwatch/log-group-kms',
  title: 'Seal new entries of the log group with a customer key',
  cures: ['aws/cloudwatch/log-group-kms'],
  kind: 'aws.logs.logGroup',
  fact: 'kmsKey',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'entries that arrive until then stay sealed with the key',
  },
  settings: { kmsKeyId: '' },
  desired: (current, { settings: { kmsKeyId }, subject }) => {
    if (current !== null) return cannot('a key seals the log group already');
    if (kmsKeyId === '')
      return cannot('no key is named: set kmsKeyId of this remedy in the configuration to the ARN of a key');
    const [, region] = keyArn.exec(kmsKeyId) ?? [];
    if (region === undefined) return cannot('kmsKeyId in the configuration is not the ARN of a KMS key');
    if (region !== subject.region)
      return cannot(`the configured key is in ${region} and the log group in ${subject.region}`);
    return to(kmsKeyId);
  },
  consequences: () => [
    harmless(
      "AWS refuses the change, and leaves all as it is, where the key's policy does not let CloudWatch Logs of the region use it",
    ),
    harmless('entries that are there already stay as they are'),
    uncertain('new entries can be read only while the key is enabled; whoever minds it must know that'),
  ],
});
