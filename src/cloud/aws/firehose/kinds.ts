import { stream } from './stream.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const firehoseKinds = {
  'aws.firehose.stream': stream,
} as const;
