import { breaks, type Consequence, cannot, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

/** The key that AWS keeps for S3 in each account. It is used where none is named; naming it would mean another account's to its writers. */
const awsKey = 'alias/aws/s3';

const arn = /^arn:([\w-]+):kms:([\w-]+):\d{12}:(?:key|alias)\//;

/** Why a bucket of this partition and region cannot use the key; null if it may, as far as its name tells. */
function whyElsewhere(key: string, partition: string, region: string): string | null {
  if (!key.startsWith('arn:')) return null;
  const [, keyPartition, keyRegion] = arn.exec(key) ?? [];
  if (keyRegion === undefined) return 'kmsKeyId in the configuration is not the ARN of a KMS key';
  if (keyPartition !== partition)
    return `the configured key is in the partition ${keyPartition} and the bucket in ${partition}: no key serves both`;
  if (keyRegion !== region)
    return `the configured key is in ${keyRegion} and the bucket in ${region}: an ARN in kmsKeyId serves the buckets of its own region alone`;
  return null;
}

export default defineRemedy({
  id: 'aws/s3/kms-encryption',
  title: 'Encrypt new objects with a KMS key by default',
  cures: ['aws/s3/bucket-kms-encryption'],
  kind: 'aws.s3.bucket',
  fact: 'encryptionRules',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'objects that were written meanwhile stay encrypted with the KMS key',
  },
  settings: { kmsKeyId: awsKey },
  considers: ['crossAccountGrants', 'cloudFrontOrigins', 'publicRead', 'replicationTargets'],
  desired(current, { settings: { kmsKeyId }, subject, partition }) {
    const rules = current ?? [];
    if (rules.some(({ algorithm }) => algorithm?.startsWith('aws:kms'))) return to(current);
    const elsewhere = whyElsewhere(kmsKeyId, partition, subject.region);
    if (elsewhere !== null) return cannot(elsewhere);
    const blocked = rules.find((rule) => rule.blocked !== null)?.blocked ?? null;
    const keyId = kmsKeyId === awsKey || kmsKeyId === '' ? null : kmsKeyId;
    return to([{ algorithm: 'aws:kms', keyId, bucketKey: true, blocked }]);
  },
  consequences(facts, { after }) {
    const { crossAccountGrants, cloudFrontOrigins, publicRead, replicationTargets } = facts;
    const keyId = after?.find(({ algorithm }) => algorithm?.startsWith('aws:kms'))?.keyId ?? null;
    const isOwn = keyId !== null;
    const orRefused = (who: string): Consequence =>
      isOwn
        ? uncertain(`${who} needs to be let in by the policy of ${keyId} for new objects`)
        : breaks(`${who} cannot use the AWS managed key, and would be refused new objects`);
    const told: Consequence[] = [
      harmless('objects that are there already stay as they are'),
      isOwn
        ? uncertain(
            `whoever reads new objects needs kms:Decrypt on ${keyId}, and whoever writes kms:GenerateDataKey`,
          )
        : harmless('people and roles of the account may use the AWS managed key of S3'),
    ];
    for (const { principal, kind, ofAws } of crossAccountGrants.known ? crossAccountGrants.value : []) {
      if (principal === 'logging.s3.amazonaws.com')
        told.push(breaks('S3 delivers no access logs into a bucket that encrypts with KMS by default'));
      else if (principal === 'logdelivery.elasticloadbalancing.amazonaws.com')
        told.push(
          breaks('Elastic Load Balancing delivers no access logs into a bucket that encrypts with KMS'),
        );
      else if (ofAws)
        told.push(
          uncertain(
            `${principal} is an account of AWS that delivers logs, and most of those take no KMS key`,
          ),
        );
      // CloudFront is asked about by its distributions.
      else if (principal !== 'cloudfront.amazonaws.com' && kind !== 'organization')
        told.push(orRefused(principal));
      else if (kind === 'organization') told.push(orRefused(`the organization ${principal}`));
    }
    for (const { id, signs } of cloudFrontOrigins.known ? cloudFrontOrigins.value : []) {
      const who = `CloudFront distribution ${id}`;
      told.push(
        signs === 'originAccessControl'
          ? orRefused(who)
          : breaks(`${who} does not read with origin access control, and would be refused new objects`),
      );
    }
    if (publicRead.known && publicRead.value.public)
      told.push(
        breaks('strangers read it today, and nobody reads an object under a KMS key without signing in'),
      );
    if (replicationTargets.known && replicationTargets.value.length > 0)
      told.push(
        uncertain('replication leaves new objects out, unless its rule includes objects under KMS keys'),
      );
    return [
      ...told,
      ...unread(crossAccountGrants, 'whether other accounts read from it cannot be told'),
      ...unread(cloudFrontOrigins, 'whether CloudFront reads from it cannot be told'),
      ...unread(publicRead, 'whether strangers read it today cannot be told'),
      ...unread(replicationTargets, 'whether it is replicated cannot be told'),
    ];
  },
});
