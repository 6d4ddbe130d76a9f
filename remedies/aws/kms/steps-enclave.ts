import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/kms/steps-enclave',
  title: 'Let nobody but the enclave use the key',
  cures: [
    'aws/kms/enclave-attestation-enforced',
    'aws/kms/enclave-attestation-bypass',
    'aws/kms/enclave-pcr-mismatch',
    'aws/kms/enclave-unknown-image',
    'aws/kms/enclave-debug-attestation',
  ],
  why: 'The measurements of the right image come from its build, and a wrong one in the policy locks the enclave out.',
  steps: [
    'Where an image that nobody knows, or one in debug mode, has used the key: find the call in CloudTrail (Event history, Resource name: the key), its role and its instance, and treat it as an incident until somebody explains it.',
    'Take PCR0 (or PCR8, of the signing certificate) from the build of the released image: nitro-cli prints it. Zeros are those of an enclave in debug mode.',
    'In the key policy let kms:Decrypt and kms:GenerateDataKey only under StringEqualsIgnoreCase kms:RecipientAttestation:ImageSha384 (or PCR8) with that value.',
    'Take these actions out of every other statement, that of the account root included; leave it what it needs to manage the key.',
    'To be sure, add a Deny for everybody with StringNotEqualsIgnoreCase and the same value.',
    'Revoke grants that allow these actions: aws kms list-grants, aws kms revoke-grant.',
    'Set the values of all released images as knownGood of aws/kms/enclave-pcr-mismatch and aws/kms/enclave-unknown-image.',
  ],
});
