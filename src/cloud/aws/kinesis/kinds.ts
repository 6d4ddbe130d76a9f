import { stream } from './stream.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const kinesisKinds = {
  'aws.kinesis.stream': stream,
} as const;
