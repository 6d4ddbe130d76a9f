import { cannot, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/opensearch/logs',
  title: "Ship the domain's error and audit logs to CloudWatch",
  cures: ['aws/opensearch/logs'],
  kind: 'aws.opensearch.domain',
  fact: 'logs',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'OpenSearch stops shipping and still remembers the names of the log groups',
  },
  /** ARNs of CloudWatch log groups; {account}, {region} and {domain} stand for those of the domain. */
  settings: { errorLogGroup: '', auditLogGroup: '' },
  considers: ['fineGrainedAccess'],
  desired(current, { settings, subject, account }) {
    const filled = (template: string) =>
      template
        .replaceAll('{account}', account)
        .replaceAll('{region}', subject.region)
        .replaceAll('{domain}', subject.name ?? '');
    const error = current['ES_APPLICATION_LOGS'] ?? filled(settings.errorLogGroup);
    const audit = current['AUDIT_LOGS'] ?? filled(settings.auditLogGroup);
    if (error === '' || audit === '')
      return cannot(
        'no log groups are configured: set errorLogGroup and auditLogGroup in remediation.settings."aws/opensearch/logs" to ARNs of log groups',
      );
    return to({ ...current, ES_APPLICATION_LOGS: error, AUDIT_LOGS: audit });
  },
  consequences: ({ fineGrainedAccess }) => [
    harmless('searches go on as before; CloudWatch takes its price for what is logged'),
    uncertain(
      'OpenSearch refuses unless the log groups are there and a resource policy of CloudWatch Logs lets es.amazonaws.com write to them, which was not looked at',
    ),
    ...(fineGrainedAccess.known && !fineGrainedAccess.value
      ? [
          uncertain(
            'fine-grained access control is off, and without it OpenSearch refuses to ship an audit log',
          ),
        ]
      : []),
    ...unread(fineGrainedAccess, 'whether fine-grained access control is on cannot be told'),
  ],
});
