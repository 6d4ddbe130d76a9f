import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/s3/default-encryption',
  title: "Encrypt new objects with S3's own keys (AES256) by default",
  cures: ['aws/s3/bucket-default-encryption'],
  kind: 'aws.s3.bucket',
  fact: 'encryptionRules',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired(current) {
    const rules = current ?? [];
    if (rules.some(({ algorithm }) => algorithm !== null)) return to(current);
    const blocked = rules.find((rule) => rule.blocked !== null)?.blocked ?? null;
    return to([{ algorithm: 'AES256', keyId: null, bucketKey: false, blocked }]);
  },
  consequences: () => [
    harmless('new objects are encrypted, and read as before by everyone who may read them'),
    harmless('objects that are there already stay as they are'),
  ],
});
