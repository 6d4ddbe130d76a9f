import { ownAccount } from '../../../kit/test-remedy.ts';

/** A database with changes that wait for its maintenance window. */
export const waitsFor = (...pending: readonly string[]) => ({
  id: `arn:aws:rds:us-east-1:${ownAccount}:db:records`,
  name: 'records',
  region: 'us-east-1',
  pending,
});
