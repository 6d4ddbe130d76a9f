import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/s3/access-logging',
  title: 'Log the requests to the bucket',
  cures: ['aws/s3/bucket-access-logging'],
  kind: 'aws.s3.bucket',
  fact: 'loggingSettings',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  /** In both, {account}, {region} and {bucket} stand for those of the bucket that is logged. */
  settings: { targetBucket: '', prefix: '{bucket}/' },
  desired(current, { settings, account, subject }) {
    if (current !== null) return to(current);
    const name = subject.name ?? subject.id.split(':').at(-1) ?? '';
    const filled = (template: string) =>
      template
        .replaceAll('{account}', account)
        .replaceAll('{region}', subject.region)
        .replaceAll('{bucket}', name);
    const bucket = filled(settings.targetBucket);
    if (bucket === '')
      return cannot(
        'no log bucket is configured: set remediation.settings."aws/s3/access-logging".targetBucket to a bucket of the same region and account',
      );
    if (bucket === name)
      return cannot(
        'the bucket is the log bucket itself, and its logs would log themselves: have it log to another one by hand, or accept the finding',
      );
    return to({ bucket, prefix: filled(settings.prefix), grants: null, keyFormat: null });
  },
  consequences: (_facts, { after }) => [
    harmless('requests are answered as before'),
    ...(after === null
      ? []
      : [
          uncertain(
            `logs arrive only if the policy of ${after.bucket} admits logging.s3.amazonaws.com, which was not looked at`,
          ),
          harmless(
            `the logs name the objects that were asked for, so ${after.bucket} needs the same protection`,
          ),
        ]),
  ],
});
