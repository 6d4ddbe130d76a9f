import type { AccessAnalyzer, ListFindingsV2CommandOutput } from '@aws-sdk/client-accessanalyzer';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, itemsOf, listOf, present } from '../collect.ts';

/** Findings beyond these are not counted. */
const enough = 100;

/** How the region's analysis of access from outside stands; `null`: there is none that works. */
export interface ExternalAccess {
  readonly analyzer: string;
  readonly open: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

/**
 * An analyser of the account, or of the organisation that it manages; those of unused and internal access are others. The
 * customer's own goes before one that a service keeps for itself: findings are decided in the customer's.
 */
async function analyzerIn(client: AccessAnalyzer): Promise<{ arn: string; name: string } | null> {
  const pages = client.paginateListAnalyzers({});
  let ofService: { arn: string; name: string } | null = null;
  for await (const told of itemsOf(pages, (page) => page.analyzers, 'ListAnalyzers')) {
    const { type, status, managedBy } = told;
    if ((type !== 'ACCOUNT' && type !== 'ORGANIZATION') || status !== 'ACTIVE') continue;
    const found = { arn: present(told.arn, 'the analyser ARN'), name: present(told.name, 'its name') };
    if (managedBy === undefined) return found;
    ofService ??= found;
  }
  return ofService;
}

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const accessAnalyzerRegionFacts = {
  externalAccess: fromAccount(
    ['access-analyzer:ListAnalyzers', 'access-analyzer:ListFindings'],
    async (reader, { region }: Subject): Promise<ExternalAccess | null> => {
      const client = await reader.service('accessAnalyzer', region);
      const analyzer = await analyzerIn(client);
      if (analyzer === null) return null;
      let open = 0;
      let nextToken: string | undefined;
      do {
        const page: ListFindingsV2CommandOutput = await client.listFindingsV2({
          analyzerArn: analyzer.arn,
          filter: {
            status: { eq: ['ACTIVE'] },
            resourceOwnerAccount: { eq: [reader.identity.id] },
          },
          maxResults: enough,
          ...(nextToken && { nextToken }),
        });
        open += listOf(page.findings, 'ListFindingsV2').length;
        nextToken = page.nextToken;
      } while (nextToken && open < enough);
      return { analyzer: analyzer.name, open, more: Boolean(nextToken) };
    },
  ),
} as const;
