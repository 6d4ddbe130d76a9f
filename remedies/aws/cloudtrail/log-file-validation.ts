import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/cloudtrail/log-file-validation',
  title: "Turn on validation of the trail's log files",
  cures: ['aws/cloudtrail/log-file-validation'],
  kind: 'aws.cloudtrail.trail',
  fact: 'validation',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    harmless('a signed digest is written every hour beside the log files; older files stay without one'),
  ],
});
