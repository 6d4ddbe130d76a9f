import { cannot, defineRemedy, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/guardduty/s3-protection',
  title: 'Turn on S3 protection of GuardDuty',
  cures: ['aws/guardduty/s3-protection'],
  kind: 'aws.region',
  fact: 'guardDutyS3',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (s3) => (s3 === null ? cannot('GuardDuty has no detector here: turn it on first') : to(true)),
  consequences: () => [
    uncertain(
      'AWS charges by the object events that it looks at, about 0.80 USD for a million; how many there will be cannot be told from here',
    ),
  ],
});
