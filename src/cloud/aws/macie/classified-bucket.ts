import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { keeping } from '../cloudtrail/log-bucket-of.ts';
import { fromCall, fromListing, listOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type Bucket, bucket } from '../s3/bucket.ts';
import { macieIn } from './session.ts';

/** A bucket in which Macie found health data: how often, and nothing of what or where in it. */
interface ClassifiedBucket extends Bucket {
  readonly findings: number;
}

/** Source: Macie User Guide, "Managed data identifiers for PHI". */
const healthData = [
  'CANADA_HEALTH_NUMBER',
  'EUROPEAN_HEALTH_INSURANCE_CARD_NUMBER',
  'FINLAND_EUROPEAN_HEALTH_INSURANCE_NUMBER',
  'FRANCE_HEALTH_INSURANCE_NUMBER',
  'MEDICAL_DEVICE_UDI',
  'UK_NHS_NUMBER',
  'USA_HEALTHCARE_PROCEDURE_CODE',
  'USA_HEALTH_INSURANCE_CLAIM_NUMBER',
  'USA_MEDICARE_BENEFICIARY_IDENTIFIER',
  'USA_NATIONAL_DRUG_CODE',
  'USA_NATIONAL_PROVIDER_IDENTIFIER',
  'US_DRUG_ENFORCEMENT_AGENCY_NUMBER',
];

/** What Macie gives at most. */
const mostGroups = 1000;

/** Counted by Macie per bucket, so that no answer carries a finding, an object's key or what is in it. */
async function* list(reader: AwsReader, region: string): AsyncIterable<ClassifiedBucket> {
  if ((await macieIn(reader, region)) === 'off') return;
  const macie = await reader.service('macie', region);
  const { countsByGroup } = await macie.getFindingStatistics({
    groupBy: 'resourcesAffected.s3Bucket.name',
    size: mostGroups,
    findingCriteria: {
      criterion: {
        // An administrator of Macie is told of its members' buckets too.
        accountId: { eq: [reader.identity.id] },
        category: { eq: ['CLASSIFICATION'] },
        archived: { eq: ['false'] },
        'classificationDetails.result.sensitiveData.detections.type': { eq: healthData },
      },
    },
  });
  const groups = listOf(countsByGroup, 'GetFindingStatistics');
  if (groups.length >= mostGroups)
    throw new CloudError('unsupported', 'Macie counts no more buckets than these');
  for (const { groupKey, count } of groups) {
    const name = present(groupKey, 'the bucket');
    const id = `arn:${reader.identity.partition}:s3:::${name}`;
    yield { id, name, region, findings: present(count, 'the number of findings') };
  }
}

const { tags } = bucket.facts;

export const classifiedBucket = {
  title: 'S3 bucket in which Macie found health data',
  scope: 'regional',
  early: true,
  permissions: ['macie2:GetMacieSession', 'macie2:GetFindingStatistics'],
  pattern: ({ partition }) => `arn:${partition}:s3:::*`,
  list,
  facts: {
    findings: fromListing(({ findings }: ClassifiedBucket) => findings),
    /** The bucket's own, kept for when the bucket itself is asked. */
    tags: settable(
      fromCall(['s3:GetBucketTagging'], async (reader, of: ClassifiedBucket) =>
        tags.read(keeping(reader), of, {}),
      ),
      {
        ...tags.write,
        touches: ({ id }: Subject) => [id],
      },
    ),
  },
} as const satisfies ResourceKind<ClassifiedBucket>;
