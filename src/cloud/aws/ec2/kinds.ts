import { image } from './image.ts';
import { instance } from './instance.ts';
import { snapshot } from './snapshot.ts';
import { volume } from './volume.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const ec2Kinds = {
  'aws.ebs.snapshot': snapshot,
  'aws.ebs.volume': volume,
  'aws.ec2.image': image,
  'aws.ec2.instance': instance,
} as const;
