import type { Account, Provider } from '../../domain/provider.ts';
import { aws } from './catalog.ts';
import { classify } from './classify.ts';
import { openWriter, readOnly } from './open-writer.ts';
import { type AwsSettings, openSession } from './session.ts';

/** AWS over HTTP: scans with read-only credentials, writes with those of a remediation role. */
export const awsProvider = (accounts: readonly Account[], settings: AwsSettings): Provider => ({
  name: 'aws',
  catalog: aws,
  accounts: () => accounts,
  open: (account, scope) => openSession(aws, settings, account, scope),
  readOnly,
  openWriter: (account, mandate) => openWriter(aws, settings, account, mandate),
  classify,
});
