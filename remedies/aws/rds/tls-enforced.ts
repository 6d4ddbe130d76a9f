import { defineRemedy, refusePlain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/tls-enforced',
  title: 'Have the parameter group refuse unencrypted connections',
  cures: ['aws/rds/tls-enforced'],
  kind: 'aws.rds.instance',
  fact: 'tlsParameterSetting',
  ...refusePlain('database'),
});
