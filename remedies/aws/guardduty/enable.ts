import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/guardduty/enable',
  title: 'Turn GuardDuty on in the region',
  cures: ['aws/guardduty/enabled'],
  kind: 'aws.region',
  fact: 'guardDutyState',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because:
      'where there was no detector one stays, suspended: what it found until then would be deleted with it',
  },
  desired: () => to('on' as const),
  consequences: (_facts, { before }) => [
    ...(before === null
      ? [
          harmless(
            'AWS refuses the change where GuardDuty was never used in the account, for its service-linked role is not made from here: open GuardDuty once in any region',
          ),
          uncertain(
            'a new detector begins with all protection plans but runtime monitoring: it also looks at what is done with objects, databases, functions and Kubernetes, and scans copies of disks on which it suspects malware',
          ),
        ]
      : []),
    uncertain(
      'AWS charges by the events that it looks at, after 30 days of trial; how many there will be cannot be told from here',
    ),
  ],
});
