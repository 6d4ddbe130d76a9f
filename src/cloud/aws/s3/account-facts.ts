import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, settable } from '../collect.ts';
import { accountBlockOf, putAccountBlock } from './account-block.ts';
import { bucketsWithin } from './buckets-within.ts';

/** What S3 knows of the account as a whole. */
export const s3AccountFacts = {
  publicAccessBlock: settable(
    fromAccount(['s3:GetAccountPublicAccessBlock'], (reader, _account: Subject) => accountBlockOf(reader)),
    {
      permissions: ['s3:PutAccountPublicAccessBlock'],
      calls: ({ after }) => [after === null ? 'DeletePublicAccessBlock' : 'PutPublicAccessBlock'],
      // The action knows no narrower resource.
      resources: () => ['*'],
      put: putAccountBlock,
    },
  ),
  bucketsWithin,
} as const;
