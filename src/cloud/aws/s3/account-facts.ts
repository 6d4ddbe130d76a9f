import { GetPublicAccessBlockCommand } from '@aws-sdk/client-s3-control';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, orNone } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { homeOf } from './bucket-subject.ts';
import { blockFrom, type PublicAccessBlock } from './public-access-block.ts';

/** The account's block, asked once per scan; `null`, none set, is the same as all four off. */
export async function accountBlockOf(reader: AwsReader): Promise<PublicAccessBlock | null> {
  const ask = new GetPublicAccessBlockCommand({ AccountId: reader.identity.id });
  const answer = await orNone(
    reader.remember('s3control:GetPublicAccessBlock', () => reader.s3Control(homeOf(reader)).send(ask)),
    'NoSuchPublicAccessBlockConfiguration',
  );
  return answer && blockFrom(answer.PublicAccessBlockConfiguration);
}

/** What S3 knows of the account as a whole. */
export const s3AccountFacts = {
  publicAccessBlock: fromAccount(['s3:GetAccountPublicAccessBlock'], (reader, _account: Subject) =>
    accountBlockOf(reader),
  ),
} as const;
