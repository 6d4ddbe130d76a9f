import type { ListFindingsCommandOutput } from '@aws-sdk/client-guardduty';
import type { Instant } from '../../../domain/finding.ts';
import { listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** GuardDuty calls it high from here on, and critical from 9. */
const high = 7;
/** What GetFindings takes at once, and enough to say what waits. */
const shown = 50;

export interface SeriousFindings {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
  readonly oldestAt: Instant | null;
  readonly types: readonly string[];
}

/** Findings of high severity that nobody has archived, oldest first. Their types are kept, not what they tell of whom. */
export async function seriousFindings(
  reader: AwsReader,
  region: string,
  DetectorId: string,
): Promise<SeriousFindings> {
  const guardDuty = await reader.service('guardDuty', region);
  const ids: string[] = [];
  let NextToken: string | undefined;
  do {
    const page: ListFindingsCommandOutput = await guardDuty.listFindings({
      DetectorId,
      FindingCriteria: {
        Criterion: {
          severity: { GreaterThanOrEqual: high },
          'service.archived': { Equals: ['false'] },
          // An administrator of GuardDuty is told of its members too.
          accountId: { Equals: [reader.identity.id] },
        },
      },
      SortCriteria: { AttributeName: 'createdAt', OrderBy: 'ASC' },
      MaxResults: shown,
      ...(NextToken && { NextToken }),
    });
    ids.push(...listOf(page.FindingIds, 'ListFindings'));
    NextToken = page.NextToken;
  } while (NextToken && ids.length < shown);
  if (ids.length === 0) return { count: 0, more: false, oldestAt: null, types: [] };
  const { Findings } = await guardDuty.getFindings({ DetectorId, FindingIds: ids.slice(0, shown) });
  const told = listOf(Findings, 'GetFindings');
  return {
    count: ids.length,
    more: Boolean(NextToken),
    oldestAt: told.map(({ CreatedAt }) => present(CreatedAt, 'CreatedAt')).sort()[0] ?? null,
    types: [...new Set(told.map(({ Type }) => present(Type, 'Type')))].sort(),
  };
}
