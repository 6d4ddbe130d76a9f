import { breaks, cannot, defineRemedy, harmless, to, uncertain, unread, waiting } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/instance-multi-az',
  title: 'Keep a standby of the database in another zone',
  cures: ['aws/rds/instance-multi-az'],
  kind: 'aws.rds.instance',
  fact: 'orderedMultiAz',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  considers: ['engine'],
  desired: (_on, { subject }) => {
    const others = waiting(subject, 'MultiAZ');
    return others.length === 0
      ? to(true)
      : cannot(`${others.join(', ')} waits for the maintenance window and would be changed now, too`);
  },
  consequences: ({ engine }) => [
    harmless('the standby costs about as much as the database itself'),
    uncertain('how much slower writing gets, while the disk is copied and afterwards, cannot be told'),
    ...(engine.known && engine.value === 'sqlserver-ex'
      ? [breaks('RDS keeps no standby of SQL Server Express, and would refuse')]
      : []),
    ...unread(engine, 'whether RDS keeps a standby of its engine cannot be told'),
  ],
});
