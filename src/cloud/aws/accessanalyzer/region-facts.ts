import type { ListFindingsV2CommandOutput } from '@aws-sdk/client-accessanalyzer';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, itemsOf, listOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** Findings beyond these are not counted. */
const enough = 100;

/** How the region's analysis of access from outside stands; `null`: there is none that works. */
export interface ExternalAccess {
  readonly analyzer: string;
  readonly open: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

interface Analyzer {
  readonly arn: string;
  readonly name: string;
  readonly active: boolean;
  /** A service keeps it for itself. */
  readonly managed: boolean;
}

/** Those of access from outside, of the account or of the organisation that it manages; those of unused and internal access are others. */
const analyzersIn = (reader: AwsReader, region: string): Promise<readonly Analyzer[]> =>
  reader.remember(`access-analyzer:ListAnalyzers:${region}`, async () => {
    const pages = (await reader.service('accessAnalyzer', region)).paginateListAnalyzers({});
    const found: Analyzer[] = [];
    for await (const told of itemsOf(pages, (page) => page.analyzers, 'ListAnalyzers'))
      if (told.type === 'ACCOUNT' || told.type === 'ORGANIZATION')
        found.push({
          arn: present(told.arn, 'the analyser ARN'),
          name: present(told.name, 'its name'),
          active: told.status === 'ACTIVE',
          managed: told.managedBy !== undefined,
        });
    // Findings are decided in the customer's own, so it goes first.
    return found.sort((a, b) => Number(a.managed) - Number(b.managed));
  });

/** The one that is made from here, and the only one that is ever deleted. */
const ownName = 'hipaa-external-access';

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const accessAnalyzerRegionFacts = {
  externalAccess: fromAccount(
    ['access-analyzer:ListAnalyzers', 'access-analyzer:ListFindings'],
    async (reader, { region }: Subject): Promise<ExternalAccess | null> => {
      const analyzer = (await analyzersIn(reader, region)).find(({ active }) => active);
      if (analyzer === undefined) return null;
      const client = await reader.service('accessAnalyzer', region);
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
  /** The analyser of access from outside by its name, whether it works yet or not; `null`: there is none. */
  externalAnalyzer: settable(
    fromAccount(['access-analyzer:ListAnalyzers'], async (reader, { region }: Subject) => {
      const [first] = await analyzersIn(reader, region);
      return first?.name ?? null;
    }),
    {
      permissions: ['access-analyzer:CreateAnalyzer', 'access-analyzer:DeleteAnalyzer'],
      calls: ({ after }) => [after === null ? 'DeleteAnalyzer' : 'CreateAnalyzer'],
      resources: ({ id, region }) => {
        const [, partition, , , account] = id.split(':');
        return [`arn:${partition}:access-analyzer:${region}:${account}:analyzer/${ownName}`];
      },
      // What it will find is not known before.
      implies: (name) => ({
        externalAccess: name === null ? null : { analyzer: name, open: 0, more: false },
      }),
      async put(client, { region }, name) {
        if (name !== null && name !== ownName)
          throw new CloudError('unsupported', `only ${ownName} is made from here`);
        const analyzer = await client.service('accessAnalyzer', region);
        if (name === null) await analyzer.deleteAnalyzer({ analyzerName: ownName });
        else await analyzer.createAnalyzer({ analyzerName: name, type: 'ACCOUNT' });
      },
    },
  ),
} as const;
