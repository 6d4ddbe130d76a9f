import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

const keyArn = /^arn:[\w-]+:kms:([\w-]+):\d{12}:key\/[\w-]+$/;

// CloudTrail tells the key by its ARN, whatever it was given: any other form would never be found as it was written.
export default defineRemedy({
  id: 'aws/cloudtrail/kms-encryption',
  title: "Seal the trail's log files with a customer key",
  cures: ['aws/cloudtrail/kms-encryption'],
  kind: 'aws.cloudtrail.trail',
  fact: 'kmsKey',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'log files that are written until then stay sealed with the key',
  },
  settings: { kmsKeyId: '' },
  desired: (current, { settings: { kmsKeyId } }) => {
    if (current !== null) return cannot('a key seals the log files already');
    if (kmsKeyId === '')
      return cannot('no key is named: set kmsKeyId of this remedy in the configuration to the ARN of a key');
    if (!keyArn.test(kmsKeyId)) return cannot('kmsKeyId in the configuration is not the ARN of a KMS key');
    return to(kmsKeyId);
  },
  consequences: () => [
    harmless(
      "AWS refuses the change, and leaves all as it is, where the key's policy does not let CloudTrail use it or the key lies in another region than the log bucket",
    ),
    uncertain(
      'whoever reads new log files needs to decrypt with the key as well (kms:Decrypt); who reads them cannot be seen from here',
    ),
  ],
});
