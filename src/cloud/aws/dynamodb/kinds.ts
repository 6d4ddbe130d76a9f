import { table } from './table.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const dynamoDbKinds = {
  'aws.dynamodb.table': table,
} as const;
