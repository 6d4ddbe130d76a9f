import { queue } from './queue.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const sqsKinds = {
  'aws.sqs.queue': queue,
} as const;
