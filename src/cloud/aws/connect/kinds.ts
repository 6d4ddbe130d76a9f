import { instance } from './instance.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const connectKinds = {
  'aws.connect.instance': instance,
} as const;
