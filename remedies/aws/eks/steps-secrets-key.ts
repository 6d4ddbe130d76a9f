import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/eks/steps-secrets-key',
  title: 'Wrap the secrets of the cluster with a KMS key',
  cures: ['aws/eks/secrets-encryption'],
  why: 'EKS cannot take the key away again, and a cluster whose key is lost is lost: a person decides.',
  steps: [
    'Upgrade the cluster to Kubernetes 1.28 or later, where EKS wraps all with a key that AWS owns; or go on with a key of your own.',
    'In KMS, make a symmetric key in the region of the cluster, and let nobody schedule its deletion lightly.',
    'In EKS, open the cluster, then "Overview", "Secrets encryption", "Enable", and choose the key.',
    'Write the old secrets anew, so that they are wrapped: kubectl get secrets --all-namespaces -o json | kubectl annotate --overwrite -f - kms-encryption-timestamp="now".',
  ],
});
