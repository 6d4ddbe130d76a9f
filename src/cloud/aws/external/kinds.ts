import { externalAccount } from './account.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const externalKinds = {
  'aws.external.account': externalAccount,
} as const;
