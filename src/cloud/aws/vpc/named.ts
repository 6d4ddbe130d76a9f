import type { Subject } from '../../../domain/catalog.ts';
import { fromListing } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';

interface Told {
  readonly OwnerId?: string | undefined;
  readonly Tags?: Parameters<typeof tagsFrom>[0];
}

/** A piece of the network, of this account or shared with it. */
export interface Piece extends Required<Subject> {
  /** The account that shares it with this one; null: it is this one's own. */
  readonly sharedBy: string | null;
}

/** Under the ARN that its owner knows it by, and called by its Name tag, else its id. */
export function pieceOf(
  { identity }: AwsReader,
  region: string,
  type: string,
  id: string,
  { OwnerId: owner = identity.id, Tags }: Told,
): Piece {
  const tags = tagsFrom(Tags);
  return {
    id: `arn:${identity.partition}:ec2:${region}:${owner}:${type}/${id}`,
    region,
    name: tags['Name'] || id,
    tags,
    sharedBy: owner === identity.id ? null : owner,
  };
}

/** Who alone can change it, where it is not this account. */
export const sharedBy = fromListing((piece: Piece) => piece.sharedBy);

/** `vpc-1` of `arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1`. */
export const idOf = ({ id }: Pick<Subject, 'id'>): string => id.slice(id.lastIndexOf('/') + 1);
