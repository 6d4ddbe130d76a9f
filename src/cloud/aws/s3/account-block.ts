import {
  DeletePublicAccessBlockCommand,
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3-control';
import type { Subject } from '../../../domain/catalog.ts';
import { orNone } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { AwsWriter } from '../writer.ts';
import { homeOf } from './bucket-subject.ts';
import { blockFrom, configurationOf, type PublicAccessBlock } from './public-access-block.ts';

/** The account's block, asked once per scan; `null`, none set, is the same as all four off. */
export async function accountBlockOf(reader: AwsReader): Promise<PublicAccessBlock | null> {
  const ask = new GetPublicAccessBlockCommand({ AccountId: reader.identity.id });
  const answer = await orNone(
    reader.remember('s3control:GetPublicAccessBlock', () => reader.s3Control(homeOf(reader)).send(ask)),
    'NoSuchPublicAccessBlockConfiguration',
  );
  return answer && blockFrom(answer.PublicAccessBlockConfiguration);
}

/** Holds in every region, whichever is told. */
export async function putAccountBlock(
  writer: AwsWriter,
  _account: Subject,
  block: PublicAccessBlock | null,
): Promise<void> {
  const s3 = writer.s3Control(homeOf(writer));
  const AccountId = writer.identity.id;
  if (block === null) await s3.send(new DeletePublicAccessBlockCommand({ AccountId }));
  else {
    const PublicAccessBlockConfiguration = configurationOf(block);
    await s3.send(new PutPublicAccessBlockCommand({ AccountId, PublicAccessBlockConfiguration }));
  }
}
