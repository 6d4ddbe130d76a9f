import { breaks, type Consequence, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/instance-multi-az',
  title: 'Keep a standby of the database in another zone',
  cures: ['aws/rds/instance-multi-az'],
  kind: 'aws.rds.instance',
  fact: 'orderedMultiAz',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  considers: ['engine', 'pending'],
  desired: () => to(true),
  consequences({ engine, pending }) {
    const told: Consequence[] = [
      harmless('the standby costs about as much as the database itself'),
      uncertain('how much slower writing gets, while the disk is copied and afterwards, cannot be told'),
    ];
    if (engine.known && engine.value === 'sqlserver-ex')
      told.push(breaks('RDS keeps no standby of SQL Server Express, and would refuse'));
    if (pending.known && pending.value.length > 0)
      told.push(
        breaks(`${pending.value.join(', ')} waits for the maintenance window and would be changed now, too`),
      );
    return [
      ...told,
      ...unread(engine, 'whether RDS keeps a standby of its engine cannot be told'),
      ...unread(pending, 'whether another change waits, and would be made now, cannot be told'),
    ];
  },
});
