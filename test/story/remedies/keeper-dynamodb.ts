import { testAccountId } from '../../kit/aws/environment.ts';

/** What moto's UpdateTable leaves as it was, kept as DynamoDB keeps it: the encryption of a table. */
export interface KeptDynamoDb {
  /** Keeps what a call sets; answers what is to be changed in moto's own answer to it, null: nothing. */
  amends(operation: string, body: string): ((told: string) => string) | null;
  reset(): void;
}

const managed = {
  Status: 'ENABLED',
  SSEType: 'KMS',
  KMSMasterKeyArn: `arn:aws:kms:us-east-1:${testAccountId}:alias/aws/dynamodb`,
};

export function keepDynamoDb(): KeptDynamoDb {
  const encrypted = new Set<string>();
  return {
    reset: () => encrypted.clear(),
    amends(operation, body) {
      if (operation !== 'UpdateTable' && operation !== 'DescribeTable') return null;
      const { TableName, SSESpecification } = JSON.parse(body);
      if (operation === 'UpdateTable' && SSESpecification) {
        if (SSESpecification.Enabled) encrypted.add(TableName);
        else encrypted.delete(TableName);
      }
      if (operation !== 'DescribeTable' || !encrypted.has(TableName)) return null;
      return (told) => {
        const answer = JSON.parse(told);
        return JSON.stringify({ ...answer, Table: { ...answer.Table, SSEDescription: managed } });
      };
    },
  };
}
