import { breaks, defineRemedy, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/cloudtrail/bucket-not-public',
  title: "Turn on the log bucket's public access block",
  cures: ['aws/cloudtrail/bucket-not-public'],
  kind: 'aws.cloudtrail.trail',
  fact: 'bucketBlock',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  considers: ['bucketOpenTo'],
  desired: () =>
    to({
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    }),
  consequences: ({ bucketOpenTo }) => [
    bucketOpenTo.known && bucketOpenTo.value !== null
      ? breaks(`strangers lose what they have today: ${bucketOpenTo.value}`)
      : uncertain('what strangers have today could not be read'),
    uncertain(
      'principals of other accounts lose access where the same public policy names them; AWS services, CloudTrail among them, keep it',
    ),
  ],
});
