import { userPool } from './user-pool.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const cognitoKinds = {
  'aws.cognito.userPool': userPool,
} as const;
