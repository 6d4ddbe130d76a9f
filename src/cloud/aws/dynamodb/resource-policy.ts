import type { Subject } from '../../../domain/catalog.ts';
import { fromCall, orNone, present } from '../collect.ts';

/** The table's own policy, by which other accounts may use it; `null`: none. */
export const resourcePolicy = fromCall(
  ['dynamodb:GetResourcePolicy'],
  async (reader, { id: ResourceArn, region }: Subject): Promise<string | null> => {
    const dynamoDb = await reader.service('dynamoDb', region);
    const told = await orNone(dynamoDb.getResourcePolicy({ ResourceArn }), 'PolicyNotFoundException');
    return told === null ? null : present(told.Policy, 'the policy');
  },
);
