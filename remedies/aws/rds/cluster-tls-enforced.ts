import { defineRemedy, refusePlain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/cluster-tls-enforced',
  title: 'Have the parameter group refuse unencrypted connections',
  cures: ['aws/rds/cluster-tls-enforced'],
  kind: 'aws.rds.cluster',
  fact: 'tlsParameterSetting',
  ...refusePlain('cluster'),
});
