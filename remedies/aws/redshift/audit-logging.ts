import { cannot, defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/redshift/audit-logging',
  title: "Ship the warehouse's audit logs to CloudWatch",
  cures: ['aws/redshift/audit-logging'],
  kind: 'aws.redshift.cluster',
  fact: 'auditLogging',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired(current) {
    if (current?.to === 's3')
      return cannot(
        `it is to go to the bucket ${current.bucket}: let the bucket's policy take it from Redshift, or choose another`,
      );
    // The log of what users do holds their queries whole, values included: whether to keep that is for a person to say.
    const logs = new Set([...(current?.logs ?? ['userlog']), 'connectionlog'] as const);
    return to({ to: 'cloudwatch', logs: [...logs].sort() });
  },
  consequences: () => [
    harmless('queries go on as before; CloudWatch takes its price for what is logged'),
    harmless('who connects and who is made or changed is logged; queries are not, for they hold values'),
  ],
});
