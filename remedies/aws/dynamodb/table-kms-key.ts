import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/dynamodb/table-kms-key',
  title: 'Encrypt the table with a KMS key of the customer',
  cures: ['aws/dynamodb/table-kms-key', 'aws/dynamodb/table-encryption'],
  kind: 'aws.dynamodb.table',
  fact: 'encryption',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  /** The ARN of a key of the table's own region; {region} and {account} stand for those of the table. */
  settings: { kmsKeyId: '' },
  desired(current, { settings: { kmsKeyId }, subject, account }) {
    if (current?.customerKey) return to(current);
    const key = kmsKeyId.replaceAll('{region}', subject.region).replaceAll('{account}', account);
    if (key === '')
      return cannot(
        'no key is configured: set remediation.settings."aws/dynamodb/table-kms-key".kmsKeyId to the ARN of a KMS key of the region',
      );
    const [, , service, region] = key.split(':');
    if (service !== 'kms') return cannot('kmsKeyId in the configuration is not the ARN of a KMS key');
    if (region !== subject.region)
      return cannot(`the configured key is in ${region}, and the table in ${subject.region}`);
    return to({ customerKey: key });
  },
  consequences: (_facts, { after }) => [
    harmless('the table stays in use while DynamoDB goes over to the key'),
    uncertain(
      `whoever reads or writes the table needs the policy of ${after?.customerKey} to let DynamoDB use it for them; were the key disabled or deleted, the table could not be read`,
    ),
  ],
});
