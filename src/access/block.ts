import { type Known, type Maybe, or } from './known.ts';

/** S3 Block Public Access, of a bucket or of an account. No configuration (null) is four times off. */
export interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

export interface Shield {
  readonly up: Maybe;
  readonly by: 'the account' | 'the bucket' | 'the account and the bucket';
  /** Why it cannot be told whether the shield is up. */
  readonly because: string;
}

const set = (block: Known<PublicAccessBlock>, flag: keyof PublicAccessBlock): Maybe =>
  block.known ? (block.value?.[flag] ?? false) : undefined;

/**
 * One setting as S3 applies it: the most restrictive of account and bucket. BlockPublicAcls and BlockPublicPolicy refuse new
 * grants and leave the old ones open, so they shield nothing that exists; only the other two do.
 */
export function shield(
  flag: 'ignorePublicAcls' | 'restrictPublicBuckets',
  account: Known<PublicAccessBlock>,
  bucket: Known<PublicAccessBlock>,
): Shield {
  const [theirs, own] = [set(account, flag), set(bucket, flag)];
  const by = theirs && own ? 'the account and the bucket' : theirs ? 'the account' : 'the bucket';
  const unread = [account, bucket].flatMap((block) => (block.known ? [] : [block.because]));
  return { up: or(theirs, own), by, because: unread.join('; ') };
}
