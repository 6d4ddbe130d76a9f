import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/redshift/audit-logging',
  title: "Ship the warehouse's audit logs to CloudWatch",
  cures: ['aws/redshift/audit-logging'],
  kind: 'aws.redshift.cluster',
  fact: 'auditLogging',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired(current) {
    if (current?.to === 's3') return to(current);
    const logs = new Set([...(current?.logs ?? ['useractivitylog', 'userlog']), 'connectionlog'] as const);
    return to({ to: 'cloudwatch', logs: [...logs].sort() });
  },
  consequences: () => [
    harmless('queries go on as before; CloudWatch takes its price for what is logged'),
    harmless('what users do is logged only where enable_user_activity_logging is on in the parameter group'),
  ],
});
