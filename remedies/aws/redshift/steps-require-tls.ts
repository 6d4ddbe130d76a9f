import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/redshift/steps-require-tls',
  title: 'Refuse clients without TLS',
  cures: ['aws/redshift/require-tls'],
  why: 'The parameter belongs to a group that other warehouses may share, and comes into force only with a reboot.',
  steps: [
    'Find out who connects without TLS: `SELECT DISTINCT username, sslversion FROM stl_connection_log` on the warehouse tells both.',
    'If the group is a default one, make your own: `aws redshift create-cluster-parameter-group --parameter-group-name NAME --parameter-group-family redshift-1.0 --description "TLS only"`, and give it to the warehouse with `aws redshift modify-cluster --cluster-identifier CLUSTER --cluster-parameter-group-name NAME`.',
    'Set it: `aws redshift modify-cluster-parameter-group --parameter-group-name NAME --parameters ParameterName=require_ssl,ParameterValue=true`.',
    'Reboot in a quiet time: `aws redshift reboot-cluster --cluster-identifier CLUSTER`, and the same for others that share the group.',
    '`recheck` the finding.',
  ],
});
