import type { FailedAccount, ResourceScanType, ResourceState, State } from '@aws-sdk/client-inspector2';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, listOf, present, settable } from '../collect.ts';

/** What Inspector looks at, as its answers name it and as its orders do. */
const types: Readonly<Record<string, ResourceScanType>> = {
  ec2: 'EC2',
  ecr: 'ECR',
  lambda: 'LAMBDA',
  lambdaCode: 'LAMBDA_CODE',
  codeRepository: 'CODE_REPOSITORY',
};

const isOn = (state: State | undefined): boolean =>
  state?.status === 'ENABLED' || state?.status === 'ENABLING';

const scansOf = (states: ResourceState): readonly string[] =>
  Object.entries(states)
    .flatMap(([type, state]: [string, State | undefined]) => (isOn(state) ? [type] : []))
    .sort();

const typesOf = (scans: readonly string[]): ResourceScanType[] => scans.flatMap((scan) => types[scan] ?? []);

/** Inspector refuses an account in an answer that is none of an error. */
function took({ failedAccounts = [] }: { readonly failedAccounts?: readonly FailedAccount[] | undefined }) {
  const [refused] = failedAccounts;
  if (refused) throw new CloudError('failed', `Inspector refused the change (${refused.errorCode})`);
}

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const inspectorRegionFacts = {
  /** What Inspector scans here; empty: it is off. */
  inspectorScans: settable(
    fromAccount(
      ['inspector2:BatchGetAccountStatus'],
      async (reader, { region }: Subject): Promise<readonly string[]> => {
        const inspector = await reader.service('inspector', region);
        const { id } = reader.identity;
        const { accounts } = await inspector.batchGetAccountStatus({ accountIds: [id] });
        const told = listOf(accounts, 'BatchGetAccountStatus').find(({ accountId }) => accountId === id);
        if (told === undefined)
          throw new CloudError('failed', 'Inspector did not say how the account stands');
        const scans = scansOf(present(told.resourceState, 'resourceState'));
        return isOn(present(told.state, 'state')) ? scans : [];
      },
    ),
    {
      permissions: ['inspector2:Enable', 'inspector2:Disable', 'inspector2:BatchGetAccountStatus'],
      calls: ({ before, after }) => [
        ...(after.some((scan) => !before.includes(scan)) ? ['Enable'] : []),
        ...(before.some((scan) => !after.includes(scan)) ? ['Disable'] : []),
      ],
      resources: () => ['*'],
      async put(client, { region }, scans) {
        const inspector = await client.service('inspector', region);
        const accountIds = [client.identity.id];
        const { accounts } = await inspector.batchGetAccountStatus({ accountIds });
        const [told] = listOf(accounts, 'BatchGetAccountStatus');
        const now = scansOf(present(told?.resourceState, 'resourceState'));
        const added = typesOf(scans.filter((scan) => !now.includes(scan)));
        const removed = typesOf(now.filter((scan) => !scans.includes(scan)));
        if (added.length > 0) took(await inspector.enable({ accountIds, resourceTypes: added }));
        if (removed.length > 0) took(await inspector.disable({ accountIds, resourceTypes: removed }));
      },
    },
  ),
} as const;
