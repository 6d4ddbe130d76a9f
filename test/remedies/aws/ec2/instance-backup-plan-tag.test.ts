import remedy from '../../../../remedies/aws/ec2/instance-backup-plan-tag.ts';
import { backupTagTable } from '../../../kit/sample-backup-tags.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const subject = {
  id: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
  region: 'us-east-1',
  volumes: ['vol-1'],
};

const table = backupTagTable({
  subject,
  facts: { backup: { plans: [], disks: 1, disksLeftOut: ['vol-1'] } },
});
const [first] = table.consequences;

testRemedy(remedy, {
  ...table,
  consequences: [
    ...table.consequences,
    { ...first, name: 'alone', says: [['safe', /not restarted/]], saysNot: [/scaling group/] },
    {
      ...first,
      name: 'of a scaling group',
      current: { ...first.current, tags: { 'aws:autoscaling:groupName': 'web' } },
      verdict: 'unknown',
      says: [['unknown', /scaling group web/]],
      saysNot: [],
    },
  ],
});
