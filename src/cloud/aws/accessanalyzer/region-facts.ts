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

/** An analyser of the account, or of the organisation that it manages; those of unused and internal access are others. */
async function analyzerIn(client: AccessAnalyzer): Promise<{ arn: string; name: string } | null> {
  const pages = client.paginateListAnalyzers({});
  for await (const { type, status, arn, name } of itemsOf(pages, (page) => page.analyzers, 'ListAnalyzers'))
    if ((type === 'ACCOUNT' || type === 'ORGANIZATION') && status === 'ACTIVE')
      return { arn: present(arn, 'the analyser ARN'), name: present(name, 'its name') };
  return null;
}

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const accessAnalyzerRegionFacts = {
  externalAccess: fromAccount(
    ['access-analyzer:ListAnalyzers', 'access-analyzer:ListFindingsV2'],
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
