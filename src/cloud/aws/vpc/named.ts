import type { Subject } from '../../../domain/catalog.ts';
import { tagsFrom } from '../tagging/region-tags.ts';

type Pairs = Parameters<typeof tagsFrom>[0];

/** What people call a piece of the network: its Name tag, else its id. */
export function named(id: string, region: string, arn: string, pairs: Pairs): Required<Subject> {
  const tags = tagsFrom(pairs);
  return { id: arn, region, name: tags['Name'] || id, tags };
}

/** `vpc-1` of `arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1`. */
export const idOf = ({ id }: Pick<Subject, 'id'>): string => id.slice(id.lastIndexOf('/') + 1);
