import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/secretsmanager/customer-key',
  title: "Seal the secret with a key of the customer's own",
  cures: ['aws/secretsmanager/kms-key'],
  kind: 'aws.secretsmanager.secret',
  fact: 'kmsKeyId',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'versions older than the previous one stay sealed with the key that they were sealed with',
  },
  /** The ARN of a key of the same account; {account} and {region} stand for those of the secret. */
  settings: { kmsKeyId: '' },
  desired(key, { settings: { kmsKeyId }, account, subject: { region } }) {
    if (key !== null && !key.includes('alias/aws/')) return to(key);
    const wanted = kmsKeyId.replaceAll('{account}', account).replaceAll('{region}', region);
    if (wanted === '')
      return cannot(
        'no key is configured: set remediation.settings."aws/secretsmanager/customer-key".kmsKeyId to the ARN of a customer key',
      );
    const [, , service, keyRegion, keyAccount] = wanted.split(':');
    if (service !== 'kms' || wanted.includes('alias/aws/'))
      return cannot('kmsKeyId in the configuration is not the ARN of a customer key');
    if (keyRegion !== region)
      return cannot(`the configured key is in ${keyRegion} and the secret in ${region}`);
    return keyAccount === account ? to(wanted) : cannot('the configured key is in another account');
  },
  consequences: (_facts, { after }) => [
    uncertain(`whoever reads the secret needs kms:Decrypt on ${after}, and is refused without it`),
    uncertain(`the rotation function needs kms:Decrypt and kms:GenerateDataKey on ${after}`),
    harmless('the value stays the same'),
  ],
});
