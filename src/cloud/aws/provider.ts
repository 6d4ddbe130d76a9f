import type { Account, Provider } from '../../domain/provider.ts';
import { aws } from './catalog.ts';
import { classify } from './classify.ts';
import { type AwsSettings, openSession } from './session.ts';

/** AWS over HTTP, with read-only credentials. */
export const awsProvider = (accounts: readonly Account[], settings: AwsSettings): Provider => ({
  name: 'aws',
  catalog: aws,
  accounts: () => accounts,
  open: (account, scope) => openSession(aws, settings, account, scope),
  classify,
});
