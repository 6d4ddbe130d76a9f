import { cannot, defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/cloudtrail/bucket-access-logging',
  title: 'Log access to the log bucket',
  cures: ['aws/cloudtrail/bucket-access-logging'],
  kind: 'aws.cloudtrail.trail',
  fact: 'bucketLoggingSettings',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { targetBucket: '' },
  desired: (current, { settings: { targetBucket }, subject }) => {
    if (current !== null) return cannot('access to the log bucket is logged already');
    if (targetBucket === '')
      return cannot(
        'no target is named: set targetBucket of this remedy in the configuration to a bucket for access logs',
      );
    if ((subject as { readonly logBucket?: string }).logBucket === targetBucket)
      return cannot('the log bucket would log its own logging without end: name another target');
    return to({ bucket: targetBucket, prefix: `${subject.name ?? 'trail'}/`, grants: null, keyFormat: null });
  },
  consequences: (_facts, { after }) => [
    harmless(
      `S3 refuses the change where ${after?.bucket} lies in another region or account; where its policy does not let S3 deliver, the logs do not arrive`,
    ),
  ],
});
