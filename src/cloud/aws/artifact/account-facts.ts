import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount } from '../collect.ts';
import { agreementPermissions, agreements } from './agreements.ts';

/** What it says of the account as a whole; spread into the kind `aws.account`. */
export const artifactAccountFacts = {
  businessAssociateAgreements: fromAccount(agreementPermissions, (reader, _account: Subject) =>
    agreements(reader),
  ),
} as const;
