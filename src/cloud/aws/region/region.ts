import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { accessAnalyzerRegionFacts } from '../accessanalyzer/region-facts.ts';
import { backupRegionFacts } from '../backup/region-facts.ts';
import { configRegionFacts } from '../config/region-facts.ts';
import { dynamoDbRegionFacts } from '../dynamodb/region-facts.ts';
import { ec2RegionFacts } from '../ec2/region-facts.ts';
import { emrRegionFacts } from '../emr/region-facts.ts';
import { guardDutyRegionFacts } from '../guardduty/region-facts.ts';
import { inspectorRegionFacts } from '../inspector/region-facts.ts';
import { macieRegionFacts } from '../macie/region-facts.ts';
import { organizationsRegionFacts } from '../organizations/region-facts.ts';
import type { AwsReader } from '../reader.ts';
import { securityHubRegionFacts } from '../securityhub/region-facts.ts';

const arnOf = ({ id, partition }: { id: string; partition: string }, region: string): string =>
  `arn:${partition}:ec2:${region}:${id}:region/${region}`;

async function* list({ identity }: AwsReader, region: string): AsyncIterable<Subject> {
  yield { id: arnOf(identity, region), name: region, region };
}

/** The account in one region: what is set there once, for all that is in it. The ARN is ours; AWS has none. */
export const region = {
  title: 'Region of the account',
  scope: 'regional',
  permissions: [],
  pattern: arnOf,
  list,
  facts: {
    ...accessAnalyzerRegionFacts,
    ...backupRegionFacts,
    ...configRegionFacts,
    ...dynamoDbRegionFacts,
    ...ec2RegionFacts,
    ...emrRegionFacts,
    ...guardDutyRegionFacts,
    ...inspectorRegionFacts,
    ...macieRegionFacts,
    ...organizationsRegionFacts,
    ...securityHubRegionFacts,
  },
} as const satisfies ResourceKind<Subject>;
