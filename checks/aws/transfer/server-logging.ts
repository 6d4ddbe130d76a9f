import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/transfer/server-logging',
  title: 'The file-transfer server keeps a log',
  severity: 'medium',
  controls: ['164.312(b)'],
  kind: 'aws.transfer.server',
  facts: ['loggingRole', 'logDestinations'],
  evaluate: ({ loggingRole, logDestinations }) =>
    loggingRole !== null || logDestinations.length > 0
      ? pass
      : fail('it has neither a logging role nor a log group'),
});
