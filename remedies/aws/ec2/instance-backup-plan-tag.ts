import { defineRemedy, harmless, taggedForBackup, uncertain } from '#src/remedy';

/** AWS puts it on what a scaling group runs. */
const groupTag = 'aws:autoscaling:groupName';

export default defineRemedy({
  ...taggedForBackup,
  id: 'aws/ec2/instance-backup-plan-tag',
  title: 'Tag the instance so that a backup plan takes it in with its volumes',
  cures: ['aws/ec2/instance-backup-plan'],
  kind: 'aws.ec2.instance',
  consequences: (facts, change) => [
    ...taggedForBackup.consequences(facts, change),
    harmless('each backup is an image with a snapshot of every volume; the instance is not restarted for it'),
    ...(change.before.tags[groupTag] === undefined
      ? []
      : [
          uncertain(
            `its scaling group ${change.before.tags[groupTag]} gives the tag to none that comes after it: the group must be tagged, too`,
          ),
        ]),
  ],
});
