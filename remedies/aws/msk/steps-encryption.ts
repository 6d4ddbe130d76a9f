import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/msk/steps-encryption',
  title: 'Have the Kafka cluster take TLS only, under a key of your own',
  cures: ['aws/msk/encryption'],
  why: 'Brokers restart one after the other when clients must use TLS, and the key of the disks is chosen when the cluster is made.',
  steps: [
    'Have every client use the TLS bootstrap brokers: `aws kafka get-bootstrap-brokers --cluster-arn ARN` names them.',
    'Then refuse the others: `aws kafka update-security --cluster-arn ARN --current-version VERSION --encryption-info EncryptionInTransit={ClientBroker=TLS}`, with the CurrentVersion that `aws kafka describe-cluster-v2 --cluster-arn ARN` tells.',
    'If the disks are under a key that AWS manages, or brokers talk without TLS, make a new cluster with EncryptionAtRest.DataVolumeKMSKeyId and InCluster=true, and move the topics with MSK Replicator.',
    '`recheck` the finding.',
  ],
});
