import type { ResourceState, State } from '@aws-sdk/client-inspector2';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, listOf, present } from '../collect.ts';

export interface Inspector {
  readonly on: boolean;
  /** What it looks at: `ec2`, `ecr`, `lambda`. */
  readonly scans: readonly string[];
}

const isOn = (state: State | undefined): boolean =>
  state?.status === 'ENABLED' || state?.status === 'ENABLING';

const scansOf = (states: ResourceState): readonly string[] =>
  Object.entries(states).flatMap(([type, state]: [string, State | undefined]) => (isOn(state) ? [type] : []));

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const inspectorRegionFacts = {
  inspector: fromAccount(
    ['inspector2:BatchGetAccountStatus'],
    async (reader, { region }: Subject): Promise<Inspector> => {
      const inspector = await reader.service('inspector', region);
      const { id } = reader.identity;
      const { accounts } = await inspector.batchGetAccountStatus({ accountIds: [id] });
      const told = listOf(accounts, 'BatchGetAccountStatus').find(({ accountId }) => accountId === id);
      if (told === undefined) throw new CloudError('failed', 'Inspector did not say how the account stands');
      return {
        on: isOn(present(told.state, 'state')),
        scans: scansOf(present(told.resourceState, 'resourceState')).toSorted(),
      };
    },
  ),
} as const;
