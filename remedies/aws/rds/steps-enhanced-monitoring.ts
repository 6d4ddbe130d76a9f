import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/rds/steps-enhanced-monitoring',
  title: 'Let the database report operating-system metrics',
  cures: ['aws/rds/enhanced-monitoring'],
  why: 'RDS reports under a role that must be there and that the caller must be allowed to hand over; the bot hands over no roles.',
  steps: [
    'Have a role that monitoring.rds.amazonaws.com may take, with the policy AmazonRDSEnhancedMonitoringRole; the console makes it as rds-monitoring-role.',
    'Turn it on: `aws rds modify-db-instance --db-instance-identifier NAME --monitoring-interval 60 --monitoring-role-arn ROLE`.',
    'For the servers of a Multi-AZ cluster turn it on for the cluster: `aws rds modify-db-cluster`.',
    'Look after some minutes whether the log group RDSOSMetrics tells of the database, and `recheck` the finding.',
  ],
});
