import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/rds/steps-ca-certificate',
  title: "Renew the database server's certificate",
  cures: ['aws/rds/ca-certificate-expiring'],
  why: 'Clients that do not trust the new authority would be refused, and for some engines the database restarts: only their owners can tell when.',
  steps: [
    'Install the bundle of AWS (https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem) in the trust store of every client that verifies the server.',
    'See which authorities there are and until when they stand: `aws rds describe-certificates`.',
    'See whether the engine must restart: `aws rds describe-db-engine-versions`, SupportsCertificateRotationWithoutRestart.',
    'Change it at a quiet time: `aws rds modify-db-instance --db-instance-identifier NAME --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately`.',
    'Connect from every kind of client, and `recheck` the finding.',
  ],
});
