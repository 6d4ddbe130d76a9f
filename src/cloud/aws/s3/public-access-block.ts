import type { Collected } from '../../../domain/collected.ts';
import { knownValue, present } from '../collect.ts';

/** The four flags of a public access block, of an account, a bucket or an access point. */
export const blockFlags = [
  'blockPublicAcls',
  'ignorePublicAcls',
  'blockPublicPolicy',
  'restrictPublicBuckets',
] as const;
export type BlockFlag = (typeof blockFlags)[number];
export type PublicAccessBlock = { readonly [F in BlockFlag]: boolean };

/** The block as AWS answered it; an answer without a block is unknown, a flag that it leaves out is off. */
export function blockFrom(
  answer:
    | {
        BlockPublicAcls?: boolean | undefined;
        IgnorePublicAcls?: boolean | undefined;
        BlockPublicPolicy?: boolean | undefined;
        RestrictPublicBuckets?: boolean | undefined;
      }
    | undefined,
): PublicAccessBlock {
  const block = present(answer, 'the public access block');
  // AWS answers all four; a page that is no answer parses as none of them.
  present(
    Object.values(block).find((flag) => flag !== undefined),
    'every flag of the public access block',
  );
  return {
    blockPublicAcls: block.BlockPublicAcls === true,
    ignorePublicAcls: block.IgnorePublicAcls === true,
    blockPublicPolicy: block.BlockPublicPolicy === true,
    restrictPublicBuckets: block.RestrictPublicBuckets === true,
  };
}

/** The block as AWS is told it. */
export const configurationOf = (block: PublicAccessBlock) => ({
  BlockPublicAcls: block.blockPublicAcls,
  IgnorePublicAcls: block.ignorePublicAcls,
  BlockPublicPolicy: block.blockPublicPolicy,
  RestrictPublicBuckets: block.restrictPublicBuckets,
});

export interface EffectiveBlock {
  /** Set neither by the account nor by the resource. */
  readonly off: readonly BlockFlag[];
  /** Off on the resource itself, on for the whole account. */
  readonly byAccountOnly: readonly BlockFlag[];
}

type MaybeBlock = Collected<PublicAccessBlock | null> | undefined;

/** S3 applies each flag that the account or the resource sets. Decides with one of the two unknown, where it can. */
export function effectiveBlock(own: MaybeBlock, account: MaybeBlock): EffectiveBlock {
  const all = (block: MaybeBlock) => block?.known === true && blockFlags.every((f) => block.value?.[f]);
  if (all(own)) return { off: [], byAccountOnly: [] };
  const ofAccount = knownValue(account);
  const ofResource = all(account) && !own?.known ? null : knownValue(own);
  return {
    off: blockFlags.filter((f) => !ofAccount?.[f] && !ofResource?.[f]),
    byAccountOnly: blockFlags.filter((f) => ofAccount?.[f] && !ofResource?.[f]),
  };
}
