import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/securityhub/enable',
  title: 'Turn Security Hub CSPM on in the region',
  cures: ['aws/securityhub/enabled'],
  kind: 'aws.region',
  fact: 'securityHubOn',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'it is disabled again, and what it gathered until then goes with it',
  },
  desired: () => to(true),
  consequences: () => [
    harmless(
      'it begins with the standards that AWS turns on by default; most of their checks need AWS Config',
    ),
    harmless(
      'AWS refuses the change where Security Hub CSPM was never used in the account, for its service-linked role is not made from here: open Security Hub CSPM once in any region',
    ),
    uncertain(
      'AWS charges by the checks that it makes, after 30 days of trial; how many there will be cannot be told from here',
    ),
  ],
});
