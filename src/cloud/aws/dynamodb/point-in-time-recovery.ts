import type { Subject } from '../../../domain/catalog.ts';
import { fromCall, present, settable } from '../collect.ts';

/** What DynamoDB keeps unless it is told otherwise. */
const usualDays = 35;

/** Over how many days the table can be rewound; `null`: it cannot be. */
export const pointInTimeRecoveryDays = settable(
  fromCall(
    ['dynamodb:DescribeContinuousBackups'],
    async (reader, { region, name: TableName }: Subject): Promise<number | null> => {
      const dynamoDb = await reader.service('dynamoDb', region);
      const { ContinuousBackupsDescription } = await dynamoDb.describeContinuousBackups({ TableName });
      const told = present(ContinuousBackupsDescription, 'ContinuousBackupsDescription');
      const { PointInTimeRecoveryStatus: status, RecoveryPeriodInDays = usualDays } = present(
        told.PointInTimeRecoveryDescription,
        'PointInTimeRecoveryDescription',
      );
      return present(status, 'PointInTimeRecoveryStatus') === 'ENABLED' ? RecoveryPeriodInDays : null;
    },
  ),
  {
    permissions: ['dynamodb:UpdateContinuousBackups'],
    calls: () => ['UpdateContinuousBackups'],
    async put(client, { name: TableName, region }, days) {
      const dynamoDb = await client.service('dynamoDb', region);
      const on =
        days === null
          ? { PointInTimeRecoveryEnabled: false }
          : { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: days };
      await dynamoDb.updateContinuousBackups({ TableName, PointInTimeRecoverySpecification: on });
    },
  },
);
