import { topic } from './topic.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const snsKinds = {
  'aws.sns.topic': topic,
} as const;
